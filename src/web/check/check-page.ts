import type { FindingReport } from '../../exchange/iati/check/finding-report.ts';
import { layers, type StandardFinding } from '../../exchange/iati/check/standard-finding.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Judged } from '../../operations/standard/check-against-standard.ts';
import { faultText } from '../../wording/fault-text.ts';
import { findingText } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { type Html, html } from '../html.ts';

/** Findings that a page shows. */
const mostShown = 200;

/** The form that takes a file. @param megabytes how large it may be. @param refused why the last one was not taken. */
export function checkForm(t: Translate, megabytes: number, refused?: Fault): Html {
  return html`<h1>${t('check.title')}</h1>${
    refused !== undefined &&
    html`<div class="summary bad" role=alert><p class=error dir=auto>${faultText(t, refused)}</div>`
  }<p class=sum>${t('check.intro')}</p>
<form method=post enctype="multipart/form-data" action="/${t.lang}/check"><p><label for=file>${t('check.file')}</label> <input type=file id=file name=file required accept=".xml,.gz,application/xml,application/gzip"><p>${t('check.limit', { limit: megabytes })}<p><button>${t('check.button')}</button></form>`;
}

/** What was found in a file, by element. @param key under which the report can be fetched for a while. */
export function checkReport(
  t: Translate,
  file: string,
  judged: Judged,
  report: FindingReport,
  key: string,
): Html {
  const { all, kept, total } = report;
  const shown = kept.slice(0, mostShown);
  const version = judged.schema ?? judged.version;
  const { stopped } = judged;
  const held = t('check.held', { count: judged.records, version });
  return html`<h1>${t('check.report', { file })}</h1>
${
  stopped === undefined
    ? html`<p class=sum><strong>${t(all.errors === 0 ? 'check.good' : 'check.bad')}</strong> ${t('check.counts', { ...all })}. ${held}</p>`
    : html`<div class="summary bad" role=alert><p dir=auto>${t('check.stopped', { count: total, why: faultText(t, stopped) })}</div><p class=sum>${held}</p>`
}
${
  stopped !== undefined && total === 0
    ? ''
    : html`<ul>${layers.map((layer) => html`<li>${t(`check.${layer}`)}${colon(t)}${t('check.counts', { ...report.byLayer()[layer] })}`)}</ul>`
}
${total === 0 ? '' : links(t, key)}
${total > shown.length ? html`<p>${t('check.shown', { shown: shown.length, count: total })}${total > kept.length ? html` ${t('check.listed', { listed: kept.length, count: total })}` : ''}</p>` : ''}
${[...Map.groupBy(shown, elementOf)].map(([path, findings]) => group(t, path, findings))}
<p><a href="/${t.lang}/check">${t('check.again')}</a></p>`;
}

function links(t: Translate, key: string): Html {
  const address = `/${t.lang}/check/${key}`;
  return html`<p><a href="${address}.csv">${t('check.csv')}</a> · <a href="${address}.xlsx">${t('check.xlsx')}</a></p>`;
}

function elementOf({ path }: StandardFinding): string {
  return path.replace(/\/@.*$/, '');
}

function group(t: Translate, path: string, findings: readonly StandardFinding[]): Html {
  return html`<section><h2><bdi dir=ltr>${path}</bdi> (${findings.length})</h2><ul>${findings.map(
    (finding) =>
      html`<li><p><strong>${t(`check.${finding.severity}`)}</strong> · ${t('check.line')} ${finding.line} · ${t(`check.${finding.layer}`)} <bdi dir=ltr>${finding.rule}</bdi>${
        finding.record?.identifier === undefined ? '' : html` · <bdi>${finding.record.identifier}</bdi>`
      }<br>${findingText(t, finding)}</p>`,
  )}</ul></section>`;
}
