import type { SourceLink } from '../../../fields/links.ts';
import type { LangText } from '../../../kernel/lang-text.ts';
import type { Presented } from '../../../policy/present.ts';

/** What a report or decision says in words, and what it rests on, found by what its fields mean. */
export function groundsOf({ register, values }: Presented): {
  readonly text?: LangText;
  readonly evidence: readonly SourceLink[];
} {
  const named = (meaning: string) => {
    const found = Object.entries(register.fields).find(([, field]) => field.means.includes(meaning));
    return found === undefined ? undefined : values[found[0]];
  };
  // Both were checked by the schemas of their fields when the revision came in.
  const text = named('dc:description') as LangText | undefined;
  const evidence = (named('dc:source') as readonly SourceLink[] | undefined) ?? [];
  return { ...(text === undefined ? {} : { text }), evidence };
}
