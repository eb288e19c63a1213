import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { elementTree } from '../../../../../tests/fixtures/element-tree.ts';
import { sharedData, skipWords } from '../../../../../tests/fixtures/shared-data.ts';
import { RecordIndex } from '../record-index.ts';
import {
  allOrNone,
  atLeastOne,
  forEach,
  ifThen,
  noMoreThanOne,
  onlyOneOf,
  select,
  unique,
  when,
} from './counting-rules.ts';
import { datesBetween, inOrder, notInFuture, withinAYear } from './date-rules.ts';
import { currencyOnceOrAlways, languageOnceOrAlways, sectorOnceOrAlways } from './one-or-all-rules.ts';
import type { RuleTest, Surroundings } from './rule.ts';
import { between, matches, matchesNot, startsWith, sumsUpTo } from './value-rules.ts';
import { elementOf } from './xpath/found.ts';
import { Scope } from './xpath/scope.ts';

const folder = sharedData('iati', 'standard/rulesets/rule-tests');

/** A case of the standard's rule language, as its JSON files hold them. */
interface Case {
  readonly paths?: readonly string[];
  readonly condition?: string;
  readonly sum?: number;
  readonly min?: number;
  readonly max?: number;
  readonly less?: string;
  readonly more?: string;
  readonly date?: string;
  readonly start?: string;
  readonly end?: string;
  readonly regex?: string;
  readonly excluded?: readonly string[];
  readonly all?: string;
  readonly if?: string;
  readonly then?: string;
  readonly foreach?: string;
  readonly do?: Cases;
}
type Cases = Readonly<Record<string, { readonly cases: readonly Case[] }>>;

const kinds: Readonly<Record<string, (one: Case, paths: readonly string[]) => RuleTest>> = {
  atleast_one: (_, paths) => atLeastOne(...paths),
  no_more_than_one: (_, paths) => noMoreThanOne(...paths),
  only_one_of: ({ excluded = [] }, paths) => onlyOneOf(excluded, paths),
  dependent: (_, paths) => allOrNone(...paths),
  unique: (_, paths) => unique(...paths),
  if_then: (one) => ifThen(one.if ?? '', one.then ?? ''),
  one_or_all: ({ all }) =>
    all === 'lang' ? languageOnceOrAlways : all === 'sector' ? sectorOnceOrAlways : currencyOnceOrAlways,
  sum: ({ sum = 0 }, paths) => sumsUpTo(sum, ...paths),
  strict_sum: ({ sum = 0 }, paths) => sumsUpTo(sum, ...paths),
  range: ({ min = 0, max = 0 }, paths) => between(min, max, ...paths),
  regex_matches: ({ regex = '' }, paths) => matches(new RegExp(regex), ...paths),
  regex_no_matches: ({ regex = '' }, paths) => matchesNot(new RegExp(regex), ...paths),
  startswith: ({ start = '' }, paths) => startsWith([start], '', paths[0] ?? ''),
  date_order: ({ less = '', more = '' }) => inOrder(less, more),
  date_now: ({ date = '' }) => notInFuture(date),
  time_limit: ({ start = '', end = '' }) => withinAYear(start, end),
  between_dates: ({ date = '', start = '', end = '' }) => datesBetween(date, start, end),
  loop: (one) => (at, scope, around) =>
    testsOf(one.do ?? {}).flatMap((inner) => forEach(one.foreach ?? '', inner)(at, scope, around)),
};

function testsOf(rules: Cases): readonly RuleTest[] {
  return Object.entries(rules).flatMap(([kind, { cases }]) =>
    cases.map((one) => {
      const made = kinds[kind];
      assert.ok(made !== undefined, kind);
      const inner = made(one, one.paths ?? []);
      return one.condition === undefined ? inner : when(one.condition, inner);
    }),
  );
}

const around: Surroundings = {
  now: '2026-01-01T00:00:00Z',
  isKnownOrganisation: () => false,
  isAgency: () => false,
};

function isKept(rules: string, document: string): boolean {
  const text = (name: string) => readFileSync(join(folder ?? '', name), 'utf8');
  const contexts: Readonly<Record<string, Cases>> = JSON.parse(text(`${rules}.json`));
  const root = elementTree(text(`${document}.xml`));
  const scope = new Scope(new RecordIndex(root));
  return Object.entries(contexts).every(([context, cases]) =>
    select([context])(root, scope).every((found) =>
      testsOf(cases).every((one) => one(elementOf(found), scope, around).length === 0),
    ),
  );
}

/** Rules that are not named like their documents, with the documents that keep them and those that do not. */
const named: readonly (readonly [rules: string, kept: readonly string[], broken: readonly string[]])[] = [
  [
    'at_least_one',
    ['at_least_one_narrative', 'at_least_one_ref', 'at_least_one_no_element_good'],
    ['at_least_one_bad'],
  ],
  ['condition', ['activity_status_2'], ['activity_status_3']],
  ['date_order', ['date_good', 'empty_activity'], ['date_bad']],
  ['dependent_title_description', ['title_description', 'empty_activity'], ['title', 'description']],
  ['empty', ['empty', 'empty_activity', 'title_twice'], []],
  ['no_more_than_one_title', ['title', 'empty_activity'], ['title_twice']],
  ['no_paths', ['empty'], ['empty_activity']],
  [
    'only_one_of',
    ['only_one_of_activity_good', 'only_one_of_transaction_good'],
    ['only_one_of_activity_bad', 'only_one_of_transaction_bad'],
  ],
  ['one_or_all_org', ['one_or_all_org_currency_good'], ['one_or_all_org_currency_bad']],
  ['regex_matches', ['regex_good', 'empty_activity'], ['regex_bad']],
  ['regex_no_matches', ['regex_bad', 'empty_activity'], ['regex_good']],
  ['results_references', ['results_refs_good'], ['results_refs_bad']],
  ['starts_with', ['identifiers'], ['identifiers_bad']],
  ['title_exists', ['title', 'title_text'], ['empty_activity']],
  ['title_text_exists', ['title_text'], ['title', 'empty_activity']],
  ['unique_title_description', ['title_description_content'], ['title_twice']],
  ...['baseline', 'period_actual', 'period_target'].map((place) => {
    const documents = `results_indicator_${place}_value`;
    return [
      `result_indicator_${place}_selector_with_conditions`,
      [`${documents}_good`, `${documents}_not_relevant`],
      [`${documents}_bad`],
    ] as const;
  }),
  ...['lang', 'lang_all', 'sector', 'sector_all', 'currency', 'currency_all'].map((about) => {
    // Two of the documents have their name's parts in another order.
    const document = (verdict: string) =>
      about === 'lang_all' ? `one_or_all_lang_${verdict}_all` : `one_or_all_${about}_${verdict}`;
    return ['one_or_all', [document('good')], [document('bad')]] as const;
  }),
];

test('every rule test of the standard has the outcome that it must have', (t) => {
  if (folder === undefined) return t.skip(skipWords);
  const files = readdirSync(folder);
  const paired = files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5))
    .filter((rules) => files.includes(`${rules}_good.xml`) && files.includes(`${rules}_bad.xml`))
    .map((rules) => [rules, [`${rules}_good`], [`${rules}_bad`]] as const);
  const used = new Set<string>();
  for (const [rules, kept, broken] of [...paired, ...named]) {
    for (const document of kept) assert.ok(isKept(rules, document), `${rules} on ${document}`);
    for (const document of broken) assert.ok(!isKept(rules, document), `${rules} on ${document}`);
    for (const name of [`${rules}.json`, ...[...kept, ...broken].map((document) => `${document}.xml`)])
      used.add(name);
  }
  assert.deepEqual(
    files.filter((file) => !used.has(file)),
    [],
  );
  assert.equal(used.size, 111);
});
