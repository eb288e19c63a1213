import { vocabularyPath } from '../../exchange/iati/write-iati.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../../kernel/language-tag.ts';
import { cooperation, cooperationRoles } from '../../vocabulary/cooperation.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { ownNames } from '../layout.ts';
import { codeLabel } from '../pieces/code-label.ts';
import type { PageParts } from './page-parts.ts';

/** The codes that our IATI files use in tags, in all seven languages: the page that `vocabulary-uri` names. */
export function cooperationPage(t: Translate): PageParts {
  const languages = [t.lang, ...interfaceLanguages.filter((lang) => lang !== t.lang)];
  const example = `${cooperationRoles[0]}-BR`;
  return {
    title: t('cooperation.title'),
    description: t('cooperation.about'),
    path: vocabularyPath,
    shows: [],
    bodies: [
      () =>
        html`<h1>${t('cooperation.title')}</h1><p class=sum>${t('cooperation.about')}</p><p>${t('cooperation.roles', { example })}</p><div class=scroll tabindex=0 role=region aria-label="${t('cooperation.title')}"><table><thead><tr><th scope=col>${t('cooperation.code')}${languages.map((lang) => html`<th scope=col lang=${lang}>${ownNames[lang]}`)}<tbody>${[...cooperation.entries.keys()].map((code) => row(t, code, languages))}</table></div><p><a href="${vocabularyPath}.ttl">${t('cooperation.skos')}</a></p>`,
    ],
  };
}

function row(t: Translate, code: string, languages: readonly InterfaceLanguage[]): Html {
  const names = cooperation.entries.get(code)?.names ?? {};
  return html`<tr id="${code}"><th scope=row><code dir=ltr>${code}</code>${languages.map((lang) =>
    lang === t.lang
      ? html`<td>${codeLabel(t, cooperation, code)}`
      : html`<td lang=${lang}><bdi>${names[lang] ?? ''}</bdi>`,
  )}`;
}
