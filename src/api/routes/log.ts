import { logConsistency, logHead, logInclusion, logKeys, recordProof } from '../handlers/log.ts';
import type { ApiRoute } from '../route.ts';

/** How an outsider sees that nobody rewrites the log: docs/handbook/verifier.md. */
export const logRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/log/head',
    name: 'logHead',
    handle: logHead,
    summary:
      'How many entries the log holds and the root of the Merkle tree over them (RFC 6962), signed with Ed25519. Keep it: later heads have to be consistent with it.',
    who: 'everybody',
    answer: 'LogHead',
  },
  {
    method: 'get',
    path: '/log/keys',
    name: 'logKeys',
    handle: logKeys,
    summary:
      'The keys with which heads are signed, each vouched for by the one before; which are retired or revoked.',
    who: 'everybody',
    answer: 'LogKeys',
  },
  {
    method: 'get',
    path: '/log/proof',
    name: 'logInclusion',
    handle: logInclusion,
    summary:
      'That entry `seq` is in the tree of `treeSize` entries: its leaf and the hashes on the way to the root.',
    who: 'everybody',
    answer: 'LogInclusion',
    query: ['seq', 'treeSize'],
  },
  {
    method: 'get',
    path: '/log/consistency',
    name: 'logConsistency',
    handle: logConsistency,
    summary: 'That the tree of `treeSize` entries begins with the tree of `from` entries.',
    who: 'everybody',
    answer: 'LogConsistency',
    query: ['from', 'treeSize'],
  },
  {
    method: 'get',
    path: '/api/records/{register}/{id}/proof',
    name: 'recordProof',
    handle: recordProof,
    summary:
      'That the values which you may see stand in the log as shown. Hidden ones are there as salted hashes that tell nothing.',
    who: 'everybody',
    answer: 'RecordProof',
    query: ['post'],
  },
];
