import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translator } from '../../wording/messages.ts';
import type { ApiDescription, ApiOperation } from './api-description.ts';
import { apiPage } from './api-page.ts';

const described = (path: string, method: string, operation: Partial<ApiOperation>): ApiDescription => ({
  tags: [{ name: 'records', description: 'Records' }],
  paths: { [path]: { [method]: { tags: ['records'], summary: 'Does it.', parameters: [], ...operation } } },
});

function shown(api: ApiDescription, level = 0): string {
  return String(apiPage(translator('en'), api).bodies[level]?.());
}

test('an example is typed as it stands: quotes where a shell needs them, and no others', () => {
  const bare = described('/api/countries/{code}', 'get', {
    parameters: [{ name: 'code', in: 'path', example: 'SN' }],
  });
  assert.ok(shown(bare).includes('<code>curl $NODE/api/countries/SN</code>'));
  const asked = described('/api/search', 'get', {
    parameters: [
      { name: 'q', in: 'query', example: 'water & towns' },
      { name: 'country', in: 'query', example: 'SN' },
    ],
  });
  assert.ok(shown(asked).includes('<code>curl "$NODE/api/search?q=water+%26+towns&amp;country=SN"</code>'));
});

test('a body is shown as JSON in the quotes of a shell, and no sign of it is taken for markup', () => {
  const api = described('/api/records', 'post', {
    security: [{ key: [] }],
    requestBody: { content: { 'application/json': { example: { title: '<b>A & B</b>' } } } },
  });
  assert.ok(
    shown(api).includes(
      `<code>curl -X POST -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d '{"title":"&lt;b>A &amp; B&lt;/b>"}' $NODE/api/records</code>`,
    ),
  );
});

test('what may stand after the question mark is named, but for what every address takes; at last it is left out', () => {
  const api = described('/api/flows', 'get', {
    parameters: ['sector', 'lang', 'post', 'year'].map((name) => ({ name, in: 'query' })),
  });
  assert.ok(shown(api).includes('<p class=help>? <code>sector year</code>'));
  assert.doesNotMatch(shown(api, 1), /class=help/);
});
