import type { Finding } from '../../kernel/finding.ts';
import { findingText } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';

/** A line to type in a form of ours, with what is wrong said at it. */
export interface FormLine {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  /** Findings whose path begins with one of these are said here; the line's own name where absent. */
  readonly paths?: readonly string[];
}

export function formLine(t: Translate, findings: readonly Finding[], line: FormLine): Html {
  const { name, label, value, help } = line;
  const wrong = wrongAt(t, findings, line);
  const said = [
    ...(help === undefined ? [] : [`${name}:help`]),
    ...(wrong === undefined ? [] : [`${name}:said`]),
  ];
  return html`<div class="f${wrong !== undefined && ' bad'}"><label for="${name}">${label}</label>${
    help !== undefined && html`<p class=help id="${name}:help">${help}`
  }${wrong !== undefined && html`<p class=error id="${name}:said">${wrong}`}<input id="${name}" name="${name}" value="${value}" dir=auto${
    said.length > 0 && html` aria-describedby="${said.join(' ')}"`
  }${wrong !== undefined && html` aria-invalid=true`}></div>`;
}

/** What is wrong with a line, in words. */
export function wrongAt(
  t: Translate,
  findings: readonly Finding[],
  { name, paths = [name] }: Pick<FormLine, 'name' | 'paths'>,
): string | undefined {
  const here = findings.filter(({ path }) => paths.some((one) => path === one || path.startsWith(`${one}.`)));
  return here.length === 0 ? undefined : here.map((finding) => findingText(t, finding)).join(' ');
}
