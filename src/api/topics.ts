import type { ApiRoute } from './route.ts';

/** What stands under a topic, for whoever reads the description. */
const descriptions: Readonly<Record<string, string>> = {
  records: 'Records: lists, one record, its history, writing and the steps of review',
  search: 'Ranked searches, page by page, and as files and feeds',
  posts: 'Posts, who holds them, and keys for programs',
  desk: 'What waits for a post',
  calendar: 'Last days of what waits for a post, for a calendar program',
  reconfirm: 'Many records are still right',
  reservations: 'What countries say of labels and words',
  registers: 'The kinds of record and their fields',
  'code-lists': 'Codes and what they are called',
  'follow-up': 'How commitments stand, as of any day',
  needs: 'Who asks, until when, and who has answered',
  countries: 'What the records say of a country',
  flows: 'Who shares with whom',
  counts: 'How many records, and of what',
  'sign-in': 'A session for a program that acts for a person at a keyboard',
  'sign-out': 'The end of a session',
  ready: 'Whether the node can be asked already',
  log: 'The log: its signed head, its keys and its proofs',
  catalogue: 'What this databank holds, for catalogues of data',
  vocabulary: 'The terms of this databank, for programs',
  sitemap: 'The addresses of all pages, for search engines',
  oai: 'Harvesting by OAI-PMH',
  iati: 'What countries have released, as IATI files',
  solved: 'Who has solved a problem',
  partners: 'Who could be a partner of a country in a sector',
  validate: 'Whether an IATI file keeps the standard',
  suggestions: 'Goals and sectors that a text speaks of',
  template: 'Empty workbooks to fill in',
  health: 'Whether the node is well',
  openapi: 'This description',
};

/** Under what a route stands: the first word of its address that is its own. */
export function topicOf({ path }: Pick<ApiRoute, 'path'>): string {
  const words = path.split('/').filter((part) => part !== '' && part !== 'api' && !/^\{\w+\}$/.test(part));
  return (words[0] ?? 'records').replace(/[.{].*/, '').replace(/-$/, '') || 'records';
}

/** The topics of some routes, in their order, each once. */
export function topicsOf(
  routes: readonly ApiRoute[],
): readonly { readonly name: string; readonly description: string }[] {
  const names = [...new Set(routes.map(topicOf))];
  return names.map((name) => ({ name, description: descriptions[name] ?? `Under /${name}` }));
}
