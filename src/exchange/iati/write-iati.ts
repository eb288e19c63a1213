import type { Presented } from '../../policy/present.ts';
import type { Register } from '../../registers/register.ts';
import { elementText, escapedText, made } from '../xml/write-xml.ts';
import { ownNamespace } from './internal/own-marks.ts';
import { kindOf } from './internal/record-kinds.ts';
import type { Reporter } from './internal/spoken.ts';
import { validText } from './internal/valid-text.ts';
import { recordText } from './internal/write-record.ts';
import { textElement } from './internal/written-text.ts';

export { vocabularyPath } from './internal/our-vocabulary.ts';
export type { Reporter } from './internal/spoken.ts';

export interface IatiContext {
  /** The day, `YYYY-MM-DD`: what lies after it is planned. */
  readonly today: string;
  /** When the file was made, ISO 8601. */
  readonly generatedAt: string;
  /** Address of the page that lists the codes of our own vocabulary. */
  readonly vocabulary: string;
  /** Who reports a record that does not come with who reported it. */
  reporter(record: Presented): Promise<Reporter>;
  /** In a file of organisations: who publishes it, where no record says it. */
  readonly itself?: Reporter;
  /**
   * Of sources that break the standard only what it lets stand: for files that are published under a name. Else they go
   * back as they came.
   */
  readonly validAlone?: boolean;
  /** Hears of records that the standard cannot hold: those without a start. */
  readonly onLeftOut?: (record: Presented) => void;
}

/** Whether the standard has a kind of file for records of a register. */
export function hasIatiFile(register: Register): boolean {
  return kindOf(register) !== undefined;
}

/**
 * Records as one IATI 2.03 file: of activities, or of organisations where those are the register's. Records that came with
 * their source (`Presented.kept`) are written from it: what our fields do not hold goes back unchanged, and only elements
 * whose fields have changed since are written anew. What the standard demands and the record does not say is marked
 * (`southbridge:made`); a record without a start cannot be said at all and is left out. Records of other registers too.
 */
export async function* writeIati(
  records: AsyncIterable<Presented>,
  register: Register,
  context: IatiContext,
): AsyncGenerator<string> {
  const kind = kindOf(register);
  if (kind === undefined) throw new Error(`IATI has no file for records of ${register.name}`);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<${kind.root} version="2.03" generated-datetime="${context.generatedAt}" xmlns:southbridge="${ownNamespace}">\n`;
  if (context.itself !== undefined && kind.element === 'iati-organisation')
    yield `${itselfText(context.itself)}\n`;
  const why =
    context.validAlone === true ? 'no start date, or less than the standard demands' : 'no start date';
  let leftOut = 0;
  for await (const record of records) {
    if (record.register.name !== register.name) continue;
    const said = recordText(record, kind, { ...context, reporter: await context.reporter(record) });
    const isOthers = context.validAlone === true && record.kept !== undefined;
    const text = said !== undefined && isOthers ? validText(said, kind) : said;
    if (text !== undefined) yield `${text}\n`;
    else {
      leftOut += 1;
      context.onLeftOut?.(record);
    }
  }
  if (leftOut > 0) yield `<!-- ${escapedText(`${leftOut} left out: ${why}`)} -->\n`;
  yield `</${kind.root}>\n`;
}

/** The least that the standard wants of an organisation: its identifier, its name, and that it reports of itself. */
function itselfText({ ref, name, type }: Reporter): string {
  const parts = [
    made('organisation-identifier', {}, ref),
    textElement('name', name),
    textElement('reporting-org', name, { ref, type }),
  ];
  return elementText(made('iati-organisation', {}, parts));
}
