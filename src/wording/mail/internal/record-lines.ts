import { formatDate } from '../../format.ts';
import type { Translate } from '../../messages.ts';
import type { NoteLine } from '../note-line.ts';
import { noteKinds } from '../note-line.ts';
import { type Block, heading, type Line, small } from './content.ts';
import { shown } from './words.ts';

/** Records that one letter lists; the workspace has the others. */
const longestList = 50;

/** A list of records, and how many there are beyond the longest that a letter takes. */
export function recordLines(t: Translate, lines: readonly Line[]): readonly Block[] {
  if (lines.length === 0) return [];
  const more = lines.length - longestList;
  return [
    { kind: 'lines', lines: lines.slice(0, longestList) },
    ...(more > 0 ? [small(t('mail.more', { n: more }))] : []),
  ];
}

/** The lines by kind, each kind under its heading. */
export function groupedLines(t: Translate, lines: readonly NoteLine[]): readonly Block[] {
  return noteKinds.flatMap((kind) => {
    const ofKind = lines.filter(({ what }) => what === kind);
    if (ofKind.length === 0) return [];
    return [
      heading(t(`mail.what.${kind}`)),
      ...recordLines(
        t,
        ofKind.map((line) => dueLine(t, line, kind === 'stale' ? 'mail.since' : 'mail.by')),
      ),
    ];
  });
}

/** A record with the day until when it should be done, or since when that day is past. */
export function dueLine(
  t: Translate,
  { title, dueOn, between, measures, address }: Omit<NoteLine, 'what'>,
  key: 'mail.by' | 'mail.since',
): Line {
  const by = dueOn === undefined ? '' : t(key, { date: formatDate(t.lang, dueOn) });
  const left = measures === undefined ? '' : t('round.left', { n: measures });
  const note = [between ?? '', left, by].filter((one) => one !== '').join(' · ');
  return { title: shown(title, t.lang), note, address };
}
