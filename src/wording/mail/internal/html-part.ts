import { directionOf, type InterfaceLanguage, unknownLanguage } from '../../../kernel/language-tag.ts';
import type { Block, Line } from './content.ts';
import { webAddress } from './words.ts';

/** Mail programs that know dark pages read this; all others take the styles that stand on the elements. */
const dark = `@media (prefers-color-scheme:dark){body{background:#10132b!important;color:#e8eaf6!important}
a{color:#b4bcff!important}.go{background:#ffb81c!important;color:#15193b!important}.soft{color:#b3b8d6!important}}`;

const link = 'color:#2a3190';
const soft = 'color:#4d5378;font-size:14px';
const button =
  'display:inline-block;padding:12px 20px;border-radius:4px;background:#2a3190;color:#ffffff;font-weight:bold;text-decoration:none';

/**
 * The letter as one document: nothing remote, no picture, no table, no script. Mail programs in a browser show what is
 * inside of `body` alone: language and direction stand there, too.
 */
export function htmlPart(lang: InterfaceLanguage, subject: string, blocks: readonly Block[]): string {
  const lineHeight = lang === 'ar' ? '1.75' : '1.5';
  const body = `margin:0;padding:24px;background:#ffffff;color:#15193b;font:16px/${lineHeight} 'Segoe UI',Roboto,'Noto Sans','Noto Sans Arabic',Tahoma,sans-serif`;
  return `<!doctype html>
<html lang="${lang}" dir="${directionOf(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${dark}</style>
</head>
<body style="${body}">
<div lang="${lang}" dir="${directionOf(lang)}" style="max-width:36em;margin:0 auto;overflow-wrap:break-word">
<h1 style="margin:0 0 16px;font-size:20px">${escaped(subject)}</h1>
${blocks.map(blockHtml).join('\n')}
</div>
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'heading':
      return `<h2 style="margin:24px 0 8px;font-size:18px">${escaped(block.text)}</h2>`;
    case 'action':
      return `<p style="margin:24px 0">${anchor(block.address, button, block.text, ' class="go"')}</p>`;
    case 'facts':
      return list(block.facts.map((fact) => escaped(fact)));
    case 'lines':
      return list(block.lines.map(lineHtml));
    case 'small': {
      const { text, address } = block;
      const inside = address === undefined ? escaped(text) : anchor(address, 'color:inherit', text);
      return `<p class="soft" style="${soft}">${inside}</p>`;
    }
  }
}

function lineHtml({ title, note, address }: Line): string {
  const lang = title.lang === unknownLanguage ? '' : ` lang="${escaped(title.lang)}"`;
  const name = anchor(address, link, title.text, `${lang} dir="auto"`);
  return note === '' ? name : `${name}<br><span class="soft" style="${soft}">${escaped(note)}</span>`;
}

function list(items: readonly string[]): string {
  const all = items.map((item) => `<li style="margin:0 0 8px">${item}</li>`);
  return `<ul style="margin:0;padding-inline-start:20px">\n${all.join('\n')}\n</ul>`;
}

function anchor(address: string, style: string, text: string, more = ''): string {
  return `<a href="${escaped(webAddress(address))}"${more} style="${style}">${escaped(text)}</a>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
