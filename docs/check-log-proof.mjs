// Checks, without a line of Southbridge's own code, what a node says of its log. Needs Node 20 or newer and nothing else.
//
//   node check-log-proof.mjs https://node.example.org                      the head and its key; prints the head: keep it
//   node check-log-proof.mjs https://node.example.org kept-head.json       that the log still begins as it did then
//   node check-log-proof.mjs https://node.example.org activity/some-id     that a public record stands in the log as shown
//
// Rules: RFC 6962 (tree), RFC 9162, sections 2.1.3.2 and 2.1.4.2 (proofs), RFC 8032 (Ed25519), RFC 8785 (canonical JSON).
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const node = (left, right) => sha(Buffer.of(1), left, right);
const bytes = (hex) => Buffer.from(hex, 'hex');

export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}

function signed(kind, { signature, ...said }, key) {
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: key } });
  return verify(null, Buffer.from(`${kind}\n${canonical(said)}`), publicKey, Buffer.from(signature, 'base64url'));
}

/** The keys that are good, from the founding one on; throws where a statement is not signed as it says. */
export function readKeys(statements) {
  const keys = new Map();
  let newest;
  for (const said of statements) {
    const signer = said.type === 'made' && newest === undefined ? said.public : keys.get(newest)?.public;
    if (newest !== undefined && said.by !== newest) throw new Error(`A statement on ${said.key} is not by ${newest}`);
    if (!signed('southbridge log key', said, signer)) throw new Error(`The statement on ${said.key} is not signed`);
    if (said.type === 'made') {
      if (sha(Buffer.from(said.public, 'base64url')).toString('hex').slice(0, 32) !== said.key)
        throw new Error(`The key ${said.key} is not the one that it says`);
      keys.set(said.key, { public: said.public });
      newest = said.key;
    } else keys.get(said.key)[said.type] = said.at;
  }
  return { founding: statements[0]?.key, keys };
}

export function checkHead(head, { founding, keys }) {
  const key = keys.get(head.key);
  if (head.log !== founding) throw new Error(`The head is of log ${head.log}, not of ${founding}`);
  if (key === undefined) throw new Error(`Nobody vouches for key ${head.key}`);
  if (key.revoked !== undefined) throw new Error(`Key ${head.key} was revoked on ${key.revoked}`);
  if (key.retired !== undefined && head.at > key.retired) throw new Error(`Key ${head.key} was no longer in use`);
  if (!signed('southbridge log head', head, key.public)) throw new Error('The head is not signed');
}

/** RFC 9162, section 2.1.3.2. */
export function checkInclusion({ seq, size, leaf, path }, root) {
  let [index, last, hash] = [seq - 1, size - 1, bytes(leaf)];
  for (const text of path) {
    if (last === 0) throw new Error('The proof is too long');
    if (index % 2 === 1 || index === last) {
      hash = node(bytes(text), hash);
      while (index % 2 === 0 && index !== 0) [index, last] = [index / 2, Math.floor(last / 2)];
    } else hash = node(hash, bytes(text));
    [index, last] = [Math.floor(index / 2), Math.floor(last / 2)];
  }
  if (last !== 0 || hash.toString('hex') !== root) throw new Error(`Entry ${seq} is not in the log`);
}

/** RFC 9162, section 2.1.4.2. */
export function checkConsistency({ from, size, path }, oldRoot, newRoot) {
  if (from === size && path.length === 0 && oldRoot === newRoot) return;
  let [index, last] = [from - 1, size - 1];
  while (index % 2 === 1) [index, last] = [Math.floor(index / 2), Math.floor(last / 2)];
  const hashes = (Number.isInteger(Math.log2(from)) ? [oldRoot, ...path] : path).map(bytes);
  let [old, now] = [hashes[0], hashes[0]];
  for (const hash of hashes.slice(1)) {
    if (last === 0) throw new Error('The proof is too long');
    if (index % 2 === 1 || index === last) {
      [old, now] = [node(hash, old), node(hash, now)];
      while (index % 2 === 0 && index !== 0) [index, last] = [index / 2, Math.floor(last / 2)];
    } else now = node(now, hash);
    [index, last] = [Math.floor(index / 2), Math.floor(last / 2)];
  }
  if (from >= size || last !== 0 || old?.toString('hex') !== oldRoot || now?.toString('hex') !== newRoot)
    throw new Error('The log does not begin as it did then: it was rewritten or cut');
}

/** That the shown values are those of the entry, and the entry is the leaf that the head covers. */
export function checkRecord({ entry, salts, values, head, ...proof }) {
  for (const [field, value] of Object.entries(values)) {
    const hash = sha(`${salts[field]}\n${field}\n${canonical(value)}`).toString('hex');
    if (entry.values[field] !== hash) throw new Error(`The field ${field} is not as it stands in the log`);
  }
  if (sha(Buffer.of(0), canonical(entry)).toString('hex') !== proof.leaf) throw new Error('The entry is another one');
  if (proof.seq !== entry.seq || proof.size !== head.size) throw new Error('The proof is of another entry or head');
  checkInclusion(proof, head.root);
}

async function main([address, what]) {
  const ask = async (path) => (await fetch(new URL(path, address))).json();
  const keys = readKeys((await ask('/log/keys')).statements);
  if (what?.includes('/') && !what.endsWith('.json')) {
    const proof = await ask(`/api/records/${what}/proof`);
    checkHead(proof.head, keys);
    checkRecord(proof);
    return `The values of ${what} stand in the log as shown: entry ${proof.seq} of ${proof.size}, ${proof.entry.at}.`;
  }
  const head = await ask('/log/head');
  checkHead(head, keys);
  if (what === undefined) return JSON.stringify(head);
  const kept = JSON.parse(readFileSync(what, 'utf8'));
  checkHead(kept, keys);
  checkConsistency(await ask(`/log/consistency?from=${kept.size}&treeSize=${head.size}`), kept.root, head.root);
  return `The log of ${head.size} entries begins with the ${kept.size} of ${kept.at}.`;
}

if (process.argv[2] !== undefined && import.meta.filename === process.argv[1]) {
  main(process.argv.slice(2)).then(console.log, (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
