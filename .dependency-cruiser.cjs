/** Which room may know whom: the table of ARCHITECTURE.md, enforced. */
const rooms = {
  kernel: [],
  vocabulary: ['kernel'],
  lifecycle: ['kernel'],
  language: ['kernel'],
  wording: ['kernel'],
  fields: ['kernel', 'vocabulary'],
  registers: ['kernel', 'vocabulary', 'lifecycle', 'fields'],
  policy: ['kernel', 'lifecycle', 'fields', 'registers'],
  exchange: ['kernel', 'vocabulary', 'lifecycle', 'fields', 'registers', 'policy'],
  followup: ['kernel', 'vocabulary', 'language', 'lifecycle', 'registers'],
  requests: ['kernel', 'vocabulary', 'lifecycle', 'fields'],
  operations: ['kernel', 'vocabulary', 'lifecycle', 'language', 'fields', 'registers', 'policy', 'followup', 'requests', 'exchange'],
  reports: ['kernel', 'wording', 'vocabulary', 'lifecycle', 'fields', 'registers', 'policy', 'followup', 'requests', 'exchange', 'operations'],
  database: ['kernel'],
  log: ['kernel', 'lifecycle', 'database', 'operations/ports.ts', 'operations/ports'],
  index: ['kernel', 'vocabulary', 'language', 'lifecycle', 'fields', 'operations/ports.ts'],
  board: ['kernel', 'lifecycle', 'operations/ports'],
  accounts: ['kernel', 'database', 'operations/ports'],
  outbox: ['kernel', 'database', 'operations/ports'],
  web: ['kernel', 'wording', 'vocabulary', 'lifecycle', 'language', 'fields', 'registers', 'policy', 'followup', 'requests', 'exchange', 'operations', 'reports'],
  api: ['kernel', 'wording', 'vocabulary', 'lifecycle', 'fields', 'registers', 'policy', 'followup', 'requests', 'exchange', 'operations', 'reports'],
  uploads: ['kernel', 'database', 'operations/ports'],
  cli: ['proofs', 'backup', 'kernel', 'wording', 'vocabulary', 'lifecycle', 'fields', 'registers', 'policy', 'followup', 'requests', 'exchange', 'operations', 'reports'],
  service: ['kernel', 'wording', 'operations'],
  backup: ['kernel', 'proofs', 'operations/ports.ts'],
  proofs: ['kernel', 'lifecycle', 'operations/ports.ts', 'operations/ports'],
};

// Who has solved this: a room of its own, known to the verbs and the doors.
rooms.matching = ['kernel', 'vocabulary', 'language', 'lifecycle', 'registers'];
for (const room of ['operations', 'reports', 'web', 'api', 'cli']) rooms[room].push('matching');

const roomRules = Object.entries(rooms).map(([room, known]) => ({
  name: `${room}-knows-only-its-own`,
  comment: `src/${room} may import ${known.join(', ') || 'nothing'} and itself`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^src/', pathNot: [`^src/${room}/`, ...known.map((name) => `^src/${name.replace('.', '\\.')}${name.endsWith('.ts') ? '$' : '/'}`)] },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'internal-stays-inside',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '/internal/', pathNot: '^src/$1/' },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'not-to-development-only',
      comment: 'An installation for use (npm ci --omit=dev, the container) lacks these packages.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'not-to-tests', severity: 'error', from: { path: '^src/', pathNot: '\\.test\\.ts$' }, to: { path: '(\\.test\\.ts$|^tests/|^bench/)' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^(src|tests|bench|node_modules)/',
  },
};
