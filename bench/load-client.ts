import { Agent, request } from 'node:http';

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  /** 0 where the connection broke. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As it came; pages come compressed. Where the connection broke, what the system says of it. */
  readonly bytes: Buffer;
  /** From sending to the last byte. */
  readonly ms: number;
}

/** Asks one node over so many connections that stay open. */
export class LoadClient {
  readonly #port: number;
  readonly #host: string;
  readonly #agent: Agent;

  constructor(address: string, connections: number) {
    const { hostname, port } = new URL(address);
    this.#host = hostname;
    this.#port = Number(port);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  }

  ask({ method, path, headers = {}, body }: Ask): Promise<Answered> {
    const start = performance.now();
    const options = {
      agent: this.#agent,
      host: this.#host,
      port: this.#port,
      method,
      path,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
    };
    return new Promise((resolve) => {
      const broke = (error: Error) =>
        resolve({ status: 0, headers: {}, bytes: Buffer.from(error.message), ms: performance.now() - start });
      const sent = request(options, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', broke);
        answer.on('end', () => {
          const { statusCode: status = 0, headers: said } = answer;
          resolve({ status, headers: said, bytes: Buffer.concat(parts), ms: performance.now() - start });
        });
      });
      sent.on('error', broke);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
