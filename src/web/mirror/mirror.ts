import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ResumableFolder } from '../../exchange/copies/resumable-folder.ts';
import { writeRecords } from '../../exchange/write-records.ts';
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import { collect } from '../../operations/collect.ts';
import { follow } from '../../operations/follow.ts';
import { type Office, today } from '../../operations/house.ts';
import type { ToldQuery } from '../../operations/ports/board.ts';
import { allRegisters } from '../../registers/all-registers.ts';
import { countries } from '../../vocabulary/countries.ts';
import { type Translate, translator } from '../../wording/messages.ts';
import { onWords, withReservations } from '../../wording/reserved.ts';
import { facetValueName } from '../pages/facet-values.ts';
import { firstPage, pageInCopy, styleFile } from './copied-pages.ts';
import { copiedRecord } from './copied-records.ts';
import { type Contents, fileOf, placesIn, singlePages } from './places.ts';
import { withRelativeLinks } from './relative-links.ts';
import { copiedFacets, given, SearchIndexOfCopy } from './search-index.ts';
import { copySearchPage } from './search-page.ts';
import { shardOf, wordsOf } from './words-of.ts';

export interface MirrorOptions {
  readonly folder: string;
  readonly languages: readonly InterfaceLanguage[];
  /** With a page of the history of each record. */
  readonly history: boolean;
  readonly version: string;
  /** Address of the node; empty where nobody reaches it. */
  readonly publicAddress: string;
  onPage?(done: number, all: number): void;
}

export interface Mirrored {
  readonly records: number;
  readonly pages: number;
  /** Pages that an earlier run had left whole. */
  readonly kept: number;
}

/** Records in one file of titles: what a list of results loads for a record on it. */
const size = 200;
const everything = { words: '', lang: 'en', filters: {}, sort: 'newest' } as const;

/**
 * Writes all that everybody may see as a site of plain files, which a browser opens from a disk, with a search of its own.
 * A run that was killed goes on; when the log has moved on since, the copy is made anew.
 * @throws Fault `folderNotEmpty`.
 */
export async function writeMirror(office: Office, options: MirrorOptions): Promise<Mirrored> {
  await follow(office);
  const { languages, history, version } = options;
  const folder = await ResumableFolder.open(options.folder, {
    form: 'southbridge-mirror 1',
    version,
    head: await office.log.head(),
    day: today(office),
    languages: languages.join(','),
    history,
    publicAddress: options.publicAddress,
  });
  try {
    const copy = new Copy(office, options, folder);
    const mirrored = await copy.write();
    await folder.finish();
    return mirrored;
  } finally {
    await folder.close();
  }
}

class Copy {
  readonly #office: Office;
  readonly #options: MirrorOptions;
  readonly #folder: ResumableFolder;
  /** One a language for the whole search: its page has the footnotes to all that its lines are marked with. */
  readonly #translators = new Map<InterfaceLanguage, Translate>();
  #done = 0;
  #kept = 0;

  constructor(office: Office, options: MirrorOptions, folder: ResumableFolder) {
    this.#office = office;
    this.#options = options;
    this.#folder = folder;
  }

  async write(): Promise<Mirrored> {
    const { languages, history } = this.#options;
    const files = await this.#dataFiles();
    const contents: Contents = { languages, history, files, records: knownRecords(this.#office) };
    const index = await this.#searchIndex();
    await this.#put('style.css', styleFile);
    await this.#put('index.html', firstPage(languages));
    await this.#searchPages(contents, index);
    await this.#pages(contents);
    return { records: index.records, pages: this.#done, kept: this.#kept };
  }

  /** A file of each register, in two forms; gives the registers that have any record. */
  async #dataFiles(): Promise<readonly string[]> {
    const { publicAddress } = this.#options;
    const written: string[] = [];
    for (const { name } of allRegisters) {
      const request = { ...everything, filters: { kind: [name] } };
      const { done } = await collect(this.#office, request, { most: 1 }).next();
      if (done === true) continue;
      written.push(name);
      for (const format of ['csv', 'jsonl'] as const) {
        if (await this.#folder.has(`data/${name}.${format}`)) continue;
        const pieces = writeRecords(format, collect(this.#office, request), {
          address: ({ register, id }) => `${publicAddress}/en/${register.name}/${id}`,
          today: today(this.#office),
        });
        await this.#folder.stream(`data/${name}.${format}`, pieces);
      }
    }
    return written;
  }

  /** Reads all records once: their words and facets, and what lists show of them, a few hundred at a time. */
  async #searchIndex(): Promise<SearchIndexOfCopy> {
    const index = new SearchIndexOfCopy();
    const { languages } = this.#options;
    const lines = new Map(languages.map((lang) => [lang, [] as ReturnType<typeof copiedRecord>[]]));
    const put = async () => {
      const part = Math.floor((index.records - 1) / size);
      for (const [lang, records] of lines) {
        await this.#put(`search/${lang}/records-${part}.js`, given(`${lang}/records-${part}`, records));
        records.length = 0;
      }
    };
    for await (const record of collect(this.#office, everything)) {
      index.add(record);
      for (const [lang, records] of lines) records.push(copiedRecord(record, this.#words(lang)));
      if (index.records % size === 0) await put();
    }
    if (index.records % size !== 0) await put();
    for (const { path, text } of index.files()) await this.#put(`search/${path}`, text);
    return index;
  }

  async #searchPages(contents: Contents, index: SearchIndexOfCopy): Promise<void> {
    const script = readFileSync(join(import.meta.dirname, 'search.js'), 'utf8');
    await this.#put('search/search.js', `${wordsOf}\n${shardOf}\n${script}`);
    const files = contents.files.flatMap((name) => [`${name}.csv`, `${name}.jsonl`]);
    for (const lang of contents.languages) {
      const t = this.#words(lang);
      const labels = copiedFacets.flatMap((facet) =>
        index.valuesOf(facet).map((value) => [`${facet} ${value}`, facetValueName(t, facet, value)]),
      );
      await this.#put(`search/${lang}/labels.js`, given(`${lang}/labels`, Object.fromEntries(labels)));
      const copy = {
        records: index.records,
        size,
        day: today(this.#office),
        registers: contents.files,
        files,
      };
      const file = `${lang}/search.html`;
      if (!(await this.#folder.has(file)))
        await this.#putPage(contents, file, String(copySearchPage(t, copy)));
    }
  }

  #words(lang: InterfaceLanguage): Translate {
    const before = this.#translators.get(lang);
    if (before !== undefined) return before;
    const made = withReservations(translator(lang), onWords(this.#office.board.reservations()));
    this.#translators.set(lang, made);
    return made;
  }

  /** Every page in every language; what stands there whole is not made again. */
  async #pages(contents: Contents): Promise<void> {
    const { languages, history, onPage } = this.#options;
    const codes = [...countries.entries.keys()];
    const paths = [
      ...singlePages,
      ...codes.flatMap((code) => [`countries/${code}`, `focal-points/${code}`]),
      ...[...contents.records].flatMap((record) => (history ? [record, `${record}/history`] : [record])),
    ];
    const all = paths.length * languages.length;
    for (const path of paths)
      for (const lang of languages) {
        const file = fileOf(lang, path);
        if (await this.#folder.has(file)) this.#kept += 1;
        else {
          const html = await pageInCopy(this.#office, {
            lang,
            path,
            publicAddress: this.#options.publicAddress,
          });
          await this.#putPage(contents, file, html);
        }
        this.#done += 1;
        onPage?.(this.#done, all);
      }
  }

  async #putPage(contents: Contents, file: string, html: string): Promise<void> {
    const { publicAddress } = this.#options;
    await this.#folder.write(file, withRelativeLinks(html, file, placesIn(contents), publicAddress));
  }

  async #put(path: string, text: string): Promise<void> {
    if (!(await this.#folder.has(path))) await this.#folder.write(path, text);
  }
}

/** Records that have a page: also those that were withdrawn, whose page says why. */
function knownRecords({ board }: Office): ReadonlySet<string> {
  const known = new Set<string>();
  const query: ToldQuery = { limit: 1_000 };
  for (let page = board.told(query); page.length > 0; ) {
    for (const { register, recordId } of page) known.add(`${register}/${recordId}`);
    const after = page.at(-1)?.told;
    page = after === undefined ? [] : board.told({ ...query, after });
  }
  return known;
}
