import { z } from 'zod';
import type { Participant } from '../../../fields/participants.ts';
import { type LangText, langTextFrom } from '../../../kernel/lang-text.ts';
import { type Cells, isObject, objectsAt, textAt, valuesAt } from '../paths.ts';
import { language, listOrNothing, path, transform } from '../transform.ts';

/**
 * Who takes part, from a list of `{country | countries | organisation, identifier, role, year, source, note}`.
 * An item with several countries stands for each of them. `roles`: the source's words to ours.
 */
export const participantList = transform(
  z.strictObject({
    from: path,
    role: z.string().optional(),
    roles: z.record(z.string(), z.string()).optional(),
    language,
    defaultSource: z.number().int().optional(),
  }),
  (cells, options) =>
    listOrNothing(
      objectsAt(cells, options.from).flatMap((item) => {
        const role = roleOf(item, options);
        const source = typeof item['source'] === 'number' ? item['source'] : options.defaultSource;
        const shared = {
          ...(role === undefined ? {} : { role }),
          ...periodOf(item),
          ...(source === undefined ? {} : { source }),
          ...noteOf(item),
        };
        return partiesOf(item, options.language).map((party): Participant => ({ ...party, ...shared }));
      }),
    ),
);

interface RoleOptions {
  readonly role?: string | undefined;
  readonly roles?: Readonly<Record<string, string>> | undefined;
}

function roleOf(item: Cells, { role, roles }: RoleOptions): string | undefined {
  const found = textAt(item, 'role');
  return found === '' ? role : roles === undefined ? found : (roles[found] ?? role);
}

function partiesOf(item: Cells, lang: string): Participant[] {
  const countries = [...valuesAt(item, 'country'), ...valuesAt(item, 'countries')].map(String);
  const name = textAt(item, 'organisation');
  const identifier = textAt(item, 'identifier');
  const organisation = name || identifier;
  const house =
    organisation === ''
      ? {}
      : {
          organisation: { original: lang, texts: { [lang]: organisation } },
          ...(identifier === '' ? {} : { identifier }),
        };
  if (countries.length === 0) return organisation === '' ? [] : [house];
  return countries.map((country) => ({ country, ...house }));
}

/** A bare year tells when it began; how long it went on nobody said. */
function periodOf(item: Cells): Pick<Participant, 'period'> {
  const year = textAt(item, 'year');
  return year === '' ? {} : { period: { start: year } };
}

function noteOf(item: Cells): Pick<Participant, 'note'> {
  const found = item['note'] ?? item['what'];
  if (!isObject(found)) return {};
  const texts = Object.entries(found).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const note: LangText | undefined = langTextFrom(Object.fromEntries(texts));
  return note === undefined ? {} : { note };
}
