import { unknownLanguage } from '../../kernel/language-tag.ts';
import { type Suggested, suggest, suggestible } from '../../operations/suggest.ts';
import { nameOf } from '../../vocabulary/code-list.ts';
import { type Asked, languageOf } from '../asked.ts';
import type { Body } from '../schemas.ts';

/** What may fit a text, from each list of which codes can be suggested. */
export async function suggestions(
  { office, context }: Asked,
  { text, language = unknownLanguage }: Body<'TextForSuggestions'>,
): Promise<Response> {
  const lang = languageOf(context);
  const [sdg, sector] = (['sdg', 'sector'] as const).map((list) => {
    const suggested = suggest(office, list, { text, language });
    return { suggested, answer: answerOf(suggested, list, lang) };
  });
  const read = sdg?.suggested.language;
  return context.json({
    ...(read === undefined ? {} : { language: read }),
    sdg: sdg?.answer,
    sector: sector?.answer,
  });
}

function answerOf({ sure, codes }: Suggested, list: keyof typeof suggestible, lang: string) {
  return {
    sure,
    suggestions: codes.map(({ code, probability, fits, narrower, words }) => ({
      code,
      name: nameOf(suggestible[list], code, lang),
      probability: Math.round(probability * 1000) / 1000,
      fits,
      ...(narrower === undefined ? {} : { narrower }),
      words,
    })),
  };
}
