import assert from 'node:assert/strict';
import { it } from 'node:test';
import { allNames } from './names-index.ts';

it('a search can know the names of all that it filters by, in each language', () => {
  const names = [...allNames()];
  const has = (facet: string, code: string, lang: string, name: string) =>
    names.some(
      (known) => known.facet === facet && known.code === code && known.lang === lang && known.name === name,
    );
  assert.ok(has('country', 'SN', 'ru', 'Сенегал'));
  assert.ok(has('country', 'CI', 'und', 'Ivory Coast'));
  assert.ok(has('country', 'VN', 'und', 'Vietnam'));
  assert.ok(has('sector', '311', 'zh', '农业'));
  assert.ok(has('sdg', '13', 'ar', 'العمل المناخي'));
  assert.ok(has('group', 'LDC', 'fr', 'Pays les moins avancés (PMA)'));
  assert.ok(has('modality', 'triangular', 'es', 'Triangular'));
  assert.ok(!names.some(({ facet, code }) => facet === 'sdg' && code.includes('.')));
  assert.ok(!names.some(({ name }) => name.trim() === ''));
});
