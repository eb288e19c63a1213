import { hash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message, Outcome, Transport } from './transport.ts';

/**
 * Writes each letter as a file that mail programs open (`.eml`, RFC 5322) and beside it the same words for a text editor
 * (`.txt`), in which the first breaks links; readable by the node's own user alone. The names follow from the letter's key:
 * writing it again makes no second letter, so nothing here is ever uncertain.
 */
export function emlFolder(folder: string): Transport {
  return {
    intoFiles: true,
    send: async (message): Promise<Outcome> => {
      try {
        await write(folder, message);
        return { kind: 'sent' };
      } catch (error) {
        if (!(error instanceof Error && 'syscall' in error)) throw error;
        // No space, no right: as little the letter's fault as a server that is down.
        return { kind: 'later', words: error.message, unreachable: true };
      }
    },
    takeBack: (key) => takeBack(folder, emlNameOf(key)),
    forget: (to) => forget(folder, to),
  };
}

/** Whole or not at all, and there after a power cut: written aside, synced, renamed, and the folder synced. */
async function write(folder: string, { key, bytes, text }: Message): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = emlNameOf(key);
  await put(folder, textNameOf(name), text);
  await put(folder, name, bytes);
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function put(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  const aside = join(folder, `.${name}.part`);
  const file = await open(aside, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, join(folder, name));
}

/** False where somebody has taken the letter away already, to pass it on, or it was never here. */
async function takeBack(folder: string, name: string): Promise<boolean> {
  await rm(join(folder, textNameOf(name)), { force: true });
  try {
    await rm(join(folder, name));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Removes the letters to an address that nobody has taken away yet. */
async function forget(folder: string, to: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.eml'))) {
    const file = join(folder, name);
    const head = (await readFile(file, 'utf8')).split('\r\n\r\n', 1)[0] ?? '';
    const recipient = /^To: (.*)$/im.exec(head)?.[1] ?? '';
    if (!recipient.toLowerCase().includes(to.toLowerCase())) continue;
    await rm(join(folder, textNameOf(name)), { force: true });
    await rm(file, { force: true });
  }
}

/** A name that a person can read, with a digest that keeps keys apart which differ in signs that file names lack. */
export function emlNameOf(key: string): string {
  const readable = key
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 60);
  return `${readable}-${hash('sha256', key).slice(0, 16)}.eml`;
}

const textNameOf = (emlName: string) => emlName.replace(/\.eml$/, '.txt');
