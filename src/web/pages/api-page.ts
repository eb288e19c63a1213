import type { Translate } from '../../wording/messages.ts';
import { type Html, html, markup } from '../html.ts';
import type { ApiDescription, ApiOperation } from './api-description.ts';
import type { PageParts } from './page-parts.ts';

/** What holds for every operation, in English as all technical text. */
const rules: readonly string[] = [
  'Bodies and answers are JSON in UTF-8. Words and refusals come in the language of ?lang= or Accept-Language.',
  'A refusal is problem details (RFC 9457): code for programs, title for people, params and findings with what is wrong and what would be right.',
  'Lists go on with ?cursor= the next of the answer before. In order=changes nothing is missed, whatever is written meanwhile.',
  'A write names what it saw: If-Match with the ETag of the answer before (412 when it moved), If-None-Match: * for something new.',
  'Idempotency-Key: a word of yours. The same request with it is done once and gets the same answer for two days; 422 for another request with it.',
  '429 says in Retry-After how long to wait; RateLimit says how many requests of the minute are left.',
  'Who holds several posts names one as post, in the body or after the question mark. A key acts for its own.',
];

/** How programs read and write here: every operation with an example. */
export function apiPage(t: Translate, api: ApiDescription): PageParts {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const key = html`<p dir=ltr><code>curl -H "Authorization: Bearer $KEY" $NODE/api/desk</code></p>`;
  return {
    title: t('apiDocs.title'),
    description: t('apiDocs.about'),
    path: '/api',
    shows: [],
    // Where a language makes the page too heavy, the names after the question mark are left to the whole description.
    bodies: [true, false].map(
      (withNames) => () =>
        html`<h1>${t('apiDocs.title')}</h1><p class=sum>${t('apiDocs.about')}</p><p><a href="/api/openapi.json">${t('apiDocs.whole')}</a></p><h2>${t('apiDocs.key')}</h2><p class=sum>${t('apiDocs.key.about', { keys: t('keys.title') })}</p>${key}<h2>${t('apiDocs.rules')}</h2><ul lang=en dir=ltr>${rules.map((rule) => html`<li>${rule}`)}</ul><h2>${t('apiDocs.addresses')}</h2><div lang=en dir=ltr>${api.tags.map(
          ({ name, description }) =>
            html`<h3 id="topic-${name}">${description}</h3>${operations
              .filter(({ operation }) => operation.tags.includes(name))
              .map(({ path, method, operation }) => operationOf(path, method, operation, withNames))}`,
        )}</div>`,
    ),
  };
}

function operationOf(path: string, method: string, operation: ApiOperation, withNames: boolean): Html {
  const { summary, parameters } = operation;
  const named = parameters.filter(
    ({ in: place, name }) => place === 'query' && name !== 'lang' && name !== 'post',
  );
  return html`<details><summary><code>${method.toUpperCase()} ${path}</code></summary><p>${marked(summary)}${
    withNames &&
    named.length > 0 &&
    html`<p class=help>? <code>${named.map(({ name }) => name).join(' ')}</code>`
  }<p><code>${plain(curl(path, method, operation))}</code></details>`;
}

/** What stands between backticks is code. */
function marked(text: string): Html {
  return html`${text.split('`').map((part, place) => (place % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}

/** Text where no attribute is: quotes stand as they are, which an example is full of. */
function plain(text: string): Html {
  return markup(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}

/** The example as it is typed at a terminal. */
function curl(
  path: string,
  method: string,
  { parameters, requestBody, security = [] }: ApiOperation,
): string {
  const valued = (place: 'path' | 'query') =>
    parameters.flatMap(({ in: where, name, example }) =>
      where === place && example !== undefined ? [[name, String(example)] as const] : [],
    );
  const address = valued('path').reduce((filled, [name, value]) => filled.replace(`{${name}}`, value), path);
  const question = new URLSearchParams(Object.fromEntries(valued('query'))).toString().replaceAll('%2C', ',');
  // A shell reads what has no sign of its own as it stands.
  const asked = question === '' ? address : `${address}?${question}`;
  const example = requestBody?.content['application/json']?.example;
  const names = parameters.filter(({ in: place }) => place === 'header').map(({ name }) => name);
  const condition = names.includes('If-None-Match')
    ? 'If-None-Match: *'
    : names.includes('If-Match')
      ? 'If-Match: $ETAG'
      : undefined;
  const needsKey = security.length > 0 && security.every((one) => Object.keys(one).length > 0);
  return [
    'curl',
    ...(method === 'get' ? [] : [`-X ${method.toUpperCase()}`]),
    ...(needsKey ? ['-H "Authorization: Bearer $KEY"'] : []),
    ...(condition === undefined ? [] : [`-H "${condition}"`]),
    ...(example === undefined
      ? []
      : ['-H "Content-Type: application/json"', `-d '${JSON.stringify(example)}'`]),
    /^[\w/.-]+$/.test(asked) ? `$NODE${asked}` : `"$NODE${asked}"`,
  ].join(' ');
}
