import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Block, Document, Line, Run, Table } from './document.ts';
import { linesOf } from './lines-of.ts';

const style = readFileSync(new URL('document.css', import.meta.url), 'utf8');

/** What browsers let such a file do: show itself, with its own style. */
export const htmlPolicy = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The document as one HTML file that stands by itself: no script, nothing from elsewhere; prints like the others. */
export function writeHtml(document: Document): string {
  const { lang, direction, site, title, subtitle, facts, watermark, contents, blocks } = document;
  const top = `<header><p>${text(site)}<h1>${text(title)}</h1><p>${text(subtitle)}</header>`;
  const mark = watermark === undefined ? '' : `<p class="mark" role="note">${text(watermark)}</p>`;
  const about = facts.map(({ label, value }) => `<dt>${text(label)}<dd>${text(value)}`).join('');
  const sections = blocks.flatMap((block, at) =>
    block.kind === 'heading' && block.level === 1 ? [`<li><a href="#s${at}">${text(block.text)}</a>`] : [],
  );
  return `<!doctype html><html lang="${lang}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${text(title)}</title><style>${style}</style></head><body><main>${top}${mark}<dl>${about}</dl><nav aria-label="${text(contents)}"><h2>${text(contents)}</h2><ol>${sections.join('')}</ol></nav>${blocks.map((block, at) => blockHtml(block, at) + under(document, block)).join('\n')}${ends(document)}</main></body></html>\n`;
}

function ends({ footnotes, footnotesTitle, notes, notesTitle }: Document): string {
  const reserved = footnotes
    .map((line, at) => `<p id="r${at + 1}"><sup>${at + 1}</sup> ${lineHtml(line)}</p>`)
    .join('');
  const listed = notes.map((line, at) => `<li id="n${at + 1}">${lineHtml(line)}`).join('\n');
  return [
    footnotes.length === 0
      ? ''
      : `<section role="note"><h2>${text(footnotesTitle)}</h2>${reserved}</section>`,
    notes.length === 0
      ? ''
      : `<section><h2>${text(notesTitle)}</h2><ol class="notes">${listed}</ol></section>`,
  ].join('');
}

/** The footnotes that stand under a block: on a screen there is no foot of the page. */
function under({ footnotes }: Document, block: Block): string {
  const numbers = linesOf(block)
    .flat()
    .flatMap(({ footnote }) => (footnote?.stands === undefined ? [] : [footnote.number]));
  if (numbers.length === 0) return '';
  const said = numbers.map((n) => `<p><sup>${n}</sup> ${lineHtml(footnotes[n - 1] ?? [])}`);
  return `<div class="quiet" role="note">${said.join('')}</div>`;
}

function blockHtml(block: Block, at: number): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1} id="s${at}">${text(block.text)}</h${block.level + 1}>`;
    case 'measure':
      return `<h3 class="measure"><b>${text(block.number)}</b> ${runHtml(block.title)} <small>${lineHtml(block.state)}</small></h3>`;
    case 'paragraph':
      return `<p${block.quiet === true ? ' class="quiet"' : ''}>${lineHtml(block.line)}</p>`;
    case 'list':
      return `<ul>${block.items.map((line) => `<li>${lineHtml(line)}`).join('')}</ul>`;
    case 'figures':
      return `<ul class="figures">${block.items.map(({ value, label }) => `<li><b>${text(value)}</b> ${text(label)}`).join('')}</ul>`;
    case 'picture':
      return `<figure><img alt="${text(block.alt)}" width="${block.width}" height="${block.height}" src="data:image/svg+xml;base64,${Buffer.from(block.svg).toString('base64')}"><figcaption>${text(block.caption)}</figcaption></figure>`;
    case 'table':
      return tableHtml(block);
  }
}

function tableHtml({ caption, head, rows, numeric }: Table): string {
  const kind = (at: number) => (numeric.includes(at) ? ' class="n"' : '');
  const top = head.map((cell, at) => `<th scope="col"${kind(at)}>${lineHtml(cell)}`).join('');
  const lines = rows.map(
    (row) => `<tr>${row.map((cell, at) => `<td${kind(at)}>${lineHtml(cell)}`).join('')}`,
  );
  return `<div class="wide" tabindex="0" role="region" aria-label="${text(caption)}"><table><caption>${text(caption)}</caption><thead><tr>${top}</thead><tbody>${lines.join('\n')}</tbody></table></div>`;
}

function lineHtml(line: Line): string {
  return line.map(runHtml).join('');
}

function runHtml({ text: said, lang, strong, href, dot, notes = [], footnote }: Run): string {
  if (footnote !== undefined) return `<sup><a href="#r${footnote.number}">${footnote.number}</a></sup>`;
  let made = text(said);
  if (strong === true) made = `<strong>${made}</strong>`;
  if (href !== undefined) made = `<a href="${text(href)}" rel="nofollow">${made}</a>`;
  if (lang !== undefined) made = `<bdi lang="${text(lang)}">${made}</bdi>`;
  const colour = dot === undefined ? '' : dotHtml(dot);
  return `${colour}${made}${notes.map((note) => `<sup><a href="#n${note}">[${note}]</a></sup>`).join('')}`;
}

/** The policy lets no `style=` in: a picture as small as a letter. */
function dotHtml(colour: string): string {
  return `<svg class="dot" width="10" height="10" aria-hidden="true"><circle cx="5" cy="5" r="4.5" fill="${text(colour)}"/></svg> `;
}

function text(said: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return said.replace(/[&<>"']/g, (character) => names[character] ?? '');
}
