import { streamedFile } from '../../exchange/files/streamed-file.ts';
import { FindingReport } from '../../exchange/iati/check/finding-report.ts';
import { Fault } from '../../kernel/fault.ts';
import { checkAgainstStandard } from '../../operations/standard/check-against-standard.ts';
import { checkDeskOf } from '../../operations/standard/check-desk.ts';
import { faultText } from '../../wording/fault-text.ts';
import { findingText } from '../../wording/labels.ts';
import { translator } from '../../wording/messages.ts';
import { type Asked, languageOf } from '../asked.ts';

/** Findings that an answer lists; the others are counted. */
const mostListed = 1_000;

/**
 * What the standard says of an IATI file: structure, rules, code lists.
 * @throws Fault `unknownFormat`, `emptyFile`, `notWellFormed` and the like where there is nothing to judge, `tooManyAttempts`.
 */
export async function validate({ office, context, route }: Asked): Promise<Response> {
  const type = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const taken = route.takes?.mediaTypes ?? [];
  if (!taken.includes(type)) {
    throw new Fault('unknownFormat', { file: type.slice(0, 100) || '…', right: taken.join(', ') });
  }
  const t = translator(languageOf(context));
  const report = new FindingReport(mostListed);
  const size = Number(context.req.header('content-length') ?? 0);
  const file = streamedFile('body', size, context.req.raw.body);
  const judged = await checkDeskOf(office).take(context.get('network'), () =>
    checkAgainstStandard(office, file, report.add),
  );
  const { stopped } = judged;
  return context.json({
    valid: report.all.errors === 0 && stopped === undefined,
    version: judged.schema ?? judged.version,
    records: judged.records,
    ...report.all,
    layers: report.byLayer(),
    findings: report.kept.map((finding) => ({ ...finding, message: findingText(t, finding) })),
    listed: report.kept.length,
    ...(stopped === undefined ? {} : { stopped: faultText(t, stopped) }),
  });
}
