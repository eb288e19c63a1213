/** A request as a program sends it. Parts of the path that are not named here are those of `partExamples`. */
export interface Example {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** A body that is not JSON, as text. */
  readonly text?: string;
}

/** What parts of an address look like. */
export const partExamples: Readonly<Record<string, string>> = {
  lang: 'en',
  register: 'activity',
  id: 'wells-of-kayar',
  number: '1',
  list: 'modality',
  code: 'SN',
  key: '0123456789ab',
  format: 'csv',
  document: 'html',
  feed: 'atom',
  part: '0',
  table: 'csv',
};

const text = { original: 'en', texts: { en: 'We use another word for this.' } };
const seen = { headers: { 'if-match': '"wells-of-kayar.1.7"' } };
const post = (id: string, body: object): Example => ({ path: { id }, body });
const step = (body: object = {}): Example => ({ ...seen, body });

const profile = {
  kind: 'contributor',
  title: { original: 'fr', texts: { fr: 'Office des puits' } },
  country: 'SN',
  organisation: 'Office des puits',
  languages: ['fr'],
};
const values = {
  title: { original: 'en', texts: { en: 'Wells of Kayar' } },
  participants: [
    { country: 'SN', role: 'provider' },
    { country: 'BR', role: 'recipient' },
  ],
};

/** An example of each route, by its name: in OpenAPI and on the page of the API; a test sends every one of them. */
export const examples: Readonly<Record<string, Example>> = {
  search: { query: { q: 'wells', kind: 'activity' } },
  list: {
    query: { q: 'wells', provider: 'SN', order: 'changes', limit: '100', fields: 'title,participants' },
  },
  history: {},
  revision: {},
  solved: { query: { q: 'water for small towns', country: 'SN', limit: '3' } },
  solvedAtLength: {
    body: { q: 'Small towns lose a third of their water in old pipes.', country: 'SN', limit: 3 },
  },
  partners: { query: { country: 'SN', sector: '140' } },
  registers: {},
  codeLists: {},
  codeList: {},
  iatiList: {},
  instruments: { query: { asOf: '2009-01-01' } },
  instrumentBoard: {
    path: { id: 'plan-of-the-wells' },
    query: { asOf: '2009-01-01', state: 'underWay', since: '2005-06-16' },
  },
  draftReport: { path: { id: 'plan-of-the-wells' }, query: { asOf: '2009-01-01' } },
  closeReport: { path: { id: 'plan-of-the-wells' }, body: { asOf: '2009-01-01' } },
  rounds: { query: { instrument: 'plan-of-the-wells' } },
  round: { path: { id: 'round-of-the-wells' } },
  closeRound: { path: { id: 'round-of-the-wells' }, body: {} },
  closedReports: { path: { id: 'plan-of-the-wells' } },
  instrumentBoardFile: { path: { id: 'plan-of-the-wells' } },
  needs: { query: { group: 'LDC' } },
  needAnswers: { path: { id: 'need-of-the-wells' } },
  countries: {},
  country: {},
  flows: { query: { sector: '140' } },
  counts: { query: { facet: 'modality,year', provider: 'SN' } },
  logHead: {},
  logKeys: {},
  logInclusion: { query: { seq: '1', treeSize: '2' } },
  logConsistency: { query: { from: '1', treeSize: '2' } },
  recordProof: {},
  ready: {},
  openApi: {},
  validate: {
    headers: { 'content-type': 'application/xml' },
    text: '<iati-activities version="2.03"></iati-activities>',
  },
  suggestions: {
    body: { text: 'Réduire les pertes d’eau dans les réseaux des petites villes', language: 'fr' },
  },
  signIn: { body: { email: 'clerk-sn@example.org', password: 'seven wells and a pump' } },
  showCode: { body: { ticket: 'from-sign-in', code: '123456' } },
  signOut: {},
  desk: { query: { post: 'focal-sn' } },
  deskCalendar: { query: { post: 'focal-sn' } },
  reconfirmMany: { body: { acts: [{ register: 'activity', id: 'wells-of-kayar', seen: 7 }] } },
  posts: {},
  openPost: { body: profile },
  changePost: post('clerk-of-wells', { ...profile, responseDays: 10 }),
  invite: post('clerk-of-wells', { email: 'new@example.org' }),
  withdrawInvitation: post('clerk-of-wells', { email: 'new@example.org', reason: 'Wrong address' }),
  appoint: post('clerk-of-wells', { email: 'clerk-sn@example.org', deputy: true }),
  relieve: post('clerk-of-wells', { email: 'clerk-sn@example.org', reason: 'Moved to another office' }),
  handOver: post('clerk-of-wells', { email: 'clerk-sn@example.org' }),
  resetFactor: post('clerk-of-wells', { email: 'clerk-sn@example.org', reason: 'Telephone lost' }),
  closePost: post('clerk-of-wells', { reason: 'The office is no more' }),
  keys: { path: { id: 'focal-sn' } },
  makeKey: post('focal-sn', { name: 'harvester of the ministry', scopes: ['write', 'act'] }),
  makeCalendarKey: post('focal-sn', {}),
  revokeKey: post('focal-sn', {}),
  reservations: {},
  reserveWords: { body: { on: { kind: 'word', forms: { en: 'donor' } }, text } },
  liftWords: { path: { id: 'r-1' }, body: { reason: 'Settled' } },
  record: { query: { fields: 'title,participants,review' } },
  edit: {
    headers: { 'if-none-match': '*', 'idempotency-key': 'wells-2026-04-01' },
    body: { values, reason: 'As the ministry reports it' },
  },
  submit: step(),
  return: step({ remarks: [{ field: 'title', text: 'Which wells?' }] }),
  entrust: step({ organisation: 'Institut des puits' }),
  release: step(),
  confirm: step(),
  letPass: step(),
  dispute: step({ objections: [{ field: 'title', note: 'We call them pumps.' }] }),
  erase: step({ field: 'contacts', because: 'asked', extent: 'all' }),
  decline: { ...step({ because: 'terms' }), path: { register: 'match' } },
  reconfirm: step(),
  adopt: step(),
  reject: step({ reason: 'This never began' }),
  reserve: step({ on: { kind: 'field', field: 'title' }, text }),
  liftReservation: step({ reservation: 'ours' }),
  link: step({ other: 'pumps-of-kayar' }),
  part: step({ other: 'pumps-of-kayar' }),
  withdraw: step({ reason: 'It never began' }),
  archive: step({ reason: 'It is over' }),
};

/** The address of a route with its example put in. */
export function exampleAddress(path: string, { path: parts = {}, query = {} }: Example): string {
  const known: Readonly<Record<string, string>> = { ...partExamples, ...parts };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? name);
  const question = new URLSearchParams(query).toString().replaceAll('%2C', ',');
  return question === '' ? filled : `${filled}?${question}`;
}
