import type { Finding, FindingCode } from '../../../kernel/finding.ts';
import type { LanguageTag } from '../../../kernel/language-tag.ts';
import { fieldsMeaning } from '../../../registers/fields-meaning.ts';
import type { Register } from '../../../registers/register.ts';
import type { Element } from '../../xml/element.ts';

/** Findings that are kept of one record: one with a hundred thousand has the same thing wrong with it again and again. */
const mostFindings = 200;

/**
 * What has been read of one record so far: values by field, findings, and the countries found on each side. Fields are
 * found by what they mean; what the register has no field for is let go.
 */
export class Reading {
  readonly values: Record<string, unknown> = {};
  readonly findings: Finding[] = [];
  readonly providers = new Set<string>();
  readonly recipients = new Set<string>();
  /** Language of texts that name none: the record's `xml:lang`, else the file's; `und` where neither says. */
  readonly language: LanguageTag;
  /** Currency of amounts that name none. */
  readonly currency: string | undefined;
  readonly #register: Register;

  constructor(register: Register, language: LanguageTag, currency: string | undefined) {
    this.#register = register;
    this.language = language;
    this.currency = currency;
  }

  /** The field that means this; where several do, the one at `position` in the order of the declaration. */
  field(meaning: string, position = 0): string | undefined {
    return fieldsMeaning(this.#register, meaning)[position];
  }

  #add(finding: Finding): void {
    if (this.findings.length < mostFindings) this.findings.push(finding);
    else if (this.findings.length === mostFindings)
      this.findings.push({
        severity: 'note',
        path: '',
        code: 'limitReached',
        params: { limit: mostFindings },
      });
  }

  put(meaning: string, value: unknown, position = 0): void {
    const field = this.field(meaning, position);
    if (field !== undefined && value !== undefined) this.values[field] = value;
  }

  putList(meaning: string, items: readonly unknown[]): void {
    const field = this.field(meaning);
    if (field === undefined || items.length === 0) return;
    const known = this.values[field];
    this.values[field] = Array.isArray(known) ? [...known, ...items] : items;
  }

  /** `at` is the element, or the element with `/@attribute`; its line is added. */
  found(
    severity: Finding['severity'],
    code: FindingCode,
    meaning: string,
    at: { readonly element: Element; readonly attribute?: string },
    params: Finding['params'] = {},
  ): void {
    const { element, attribute } = at;
    const path = this.field(meaning) ?? meaning.slice(meaning.indexOf(':') + 1);
    const where = attribute === undefined ? element.name : `${element.name}/@${attribute}`;
    this.#add({ severity, code, path, place: `${where}:${element.line}`, params });
  }
}
