import { connect, type Socket } from 'node:net';

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  /** 0 where the connection broke. */
  readonly status: number;
  /** What a header says, by its name in small letters; of several the first. */
  header(name: string): string | undefined;
  /** As it came; pages come compressed. Where the connection broke, what the system says of it. */
  body(): Buffer;
  /** Bytes, with its headers. */
  readonly size: number;
  /** From sending to the last byte. */
  readonly ms: number;
}

/** Where an answer ends: after so many bytes, or with the last of its chunks. */
type End = { readonly at: number } | 'chunked' | undefined;

const headEnd = '\r\n\r\n';
const lastChunk = Buffer.from('0\r\n\r\n');

/**
 * Asks one node over so many connections that stay open. Works on plain sockets and reads of an answer no more than
 * where it ends: it has the node's processors to itself as little as possible.
 */
export class LoadClient {
  readonly #host: string;
  readonly #port: number;
  readonly #free: Line[];
  readonly #waiting: ((line: Line) => void)[] = [];

  constructor(address: string, connections: number) {
    const { hostname, port } = new URL(address);
    this.#host = hostname;
    this.#port = Number(port);
    this.#free = Array.from({ length: connections }, () => new Line(this.#host, this.#port));
  }

  async ask(what: Ask): Promise<Answered> {
    const start = performance.now();
    const line = this.#free.pop() ?? (await new Promise<Line>((resolve) => this.#waiting.push(resolve)));
    const { status, head, parts, size } = await line.ask(this.#written(what));
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(line);
    else next(line);
    return {
      status,
      header: (name) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim(),
      size,
      body: () => Buffer.concat(parts).subarray(head.length),
      ms: performance.now() - start,
    };
  }

  #written({ method, path, headers = {}, body = '' }: Ask): string {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    if (method !== 'GET') lines.push(`content-length: ${Buffer.byteLength(body)}\r\n`);
    return `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}:${this.#port}\r\n${lines.join('')}\r\n${body}`;
  }

  close(): void {
    for (const line of this.#free) line.close();
  }
}

interface Raw {
  readonly status: number;
  /** With the empty line at its end. */
  readonly head: string;
  readonly parts: readonly Buffer[];
  readonly size: number;
}

/** One connection, one question at a time; opened again where it broke. */
class Line {
  readonly #host: string;
  readonly #port: number;
  #socket: Socket | undefined;
  #done: ((raw: Raw) => void) | undefined;
  #parts: Buffer[] = [];
  #bytes = 0;
  #head = '';
  #end: End;

  constructor(host: string, port: number) {
    this.#host = host;
    this.#port = port;
  }

  ask(written: string): Promise<Raw> {
    return new Promise((resolve) => {
      this.#done = resolve;
      this.#socket ??= this.#open();
      this.#socket.write(written);
    });
  }

  #open(): Socket {
    const socket = connect(this.#port, this.#host).setNoDelay(true);
    const broke = (why: string) => {
      if (this.#socket === socket) this.#socket = undefined;
      this.#answer({ status: 0, head: '', parts: [Buffer.from(why)], size: 0 });
    };
    socket.on('data', (part) => this.#take(part));
    socket.on('error', ({ message }) => broke(message));
    socket.on('close', () => broke('closed'));
    return socket;
  }

  #take(part: Buffer): void {
    this.#parts.push(part);
    this.#bytes += part.length;
    if (this.#head === '') this.#readHead();
    const ended =
      this.#end === 'chunked'
        ? part.subarray(-lastChunk.length).equals(lastChunk)
        : this.#end !== undefined && this.#bytes >= this.#end.at;
    if (ended)
      this.#answer({
        status: Number(this.#head.slice(9, 12)),
        head: this.#head,
        parts: this.#parts,
        size: this.#bytes,
      });
  }

  #readHead(): void {
    const [first] = this.#parts;
    const all = this.#parts.length === 1 && first !== undefined ? first : Buffer.concat(this.#parts);
    const end = all.indexOf(headEnd);
    if (end < 0) return;
    this.#head = all.toString('latin1', 0, end + headEnd.length);
    const length = /^content-length: (\d+)/im.exec(this.#head)?.[1];
    const chunked = length === undefined && /^transfer-encoding: chunked/im.test(this.#head);
    this.#end = chunked ? 'chunked' : { at: this.#head.length + Number(length ?? 0) };
  }

  #answer(raw: Raw): void {
    const done = this.#done;
    this.#done = undefined;
    this.#parts = [];
    this.#bytes = 0;
    this.#head = '';
    this.#end = undefined;
    done?.(raw);
  }

  close(): void {
    this.#socket?.destroy();
  }
}
