/**
 * How long suggestions of goals and sectors for a text of 300 words take, in each language: ratios to cutting the same text
 * into its words for the index (the yardstick), in the same run; and for a text of 50,000 words. Goals: 95 of 100 within
 * 20 ms for 300 words, at most 200 MB more memory. Needs `content/weights`.
 *
 * node bench/suggestions.ts
 */
import { readFileSync } from 'node:fs';
import { openConcepts } from '../src/language/concepts/open-concepts.ts';
import { suggestersWhenAsked } from '../src/language/suggest/open-suggesters.ts';
import { forEachToken } from '../src/language/tokens.ts';
import { tell, tellTimes } from './figures.ts';
import { percentilesOf } from './percentiles.ts';

const rounds = 60;
/** A plea for help in a few languages, repeated until it has 300 words (900 characters of Chinese). */
const pleas = {
  en: 'Small towns lose a third of their drinking water in old pipes; we ask for help to find leaks, train plumbers and set fair tariffs for poor families.',
  fr: 'Les petites villes perdent un tiers de leur eau potable dans de vieux réseaux ; nous demandons de l’aide pour trouver les fuites et former des plombiers.',
  ar: 'تفقد المدن الصغيرة ثلث مياه الشرب في الأنابيب القديمة، ونطلب المساعدة في كشف التسربات وتدريب الفنيين ووضع تعريفات عادلة للأسر الفقيرة.',
  zh: '小城镇三分之一的饮用水在老旧管道中漏损，我们请求协助检漏、培训管道工，并为贫困家庭制定公平水价。',
} as const;

const read = (name: string): Uint8Array =>
  readFileSync(new URL(`../content/weights/${name}`, import.meta.url));
const before = process.memoryUsage().rss;
const { goals, sectors } = suggestersWhenAsked(() => openConcepts(read('concepts.bin')), read)();

/** Every round has a text of its own: what was read of the one before helps nobody. */
function timesOf(text: string, act: (text: string) => void): readonly number[] {
  for (let warm = 0; warm < 10; warm++) act(`${warm} ${text}`);
  return Array.from({ length: rounds }, (_, round) => {
    const fresh = `${round + 10} ${text}`;
    const begun = performance.now();
    act(fresh);
    return performance.now() - begun;
  });
}

for (const [lang, plea] of Object.entries(pleas)) {
  const text = `${plea} `.repeat(12);
  const yardstick = timesOf(text, (fresh) => forEachToken(fresh, lang, () => undefined));
  const both = timesOf(text, (fresh) => {
    goals.classify(fresh, lang);
    sectors.classify(fresh, lang);
  });
  tellTimes(`suggestions, 300 words, goals and sectors, ${lang}`, percentilesOf(both), {
    yardstick: 'cutting words',
    against: percentilesOf(yardstick).p50,
    goal: { share: 95, ms: 20 },
  });
}
const long = `${pleas.en} `.repeat(1900);
const longTimes = timesOf(long, (fresh) => goals.classify(fresh, 'en'));
tellTimes('suggestions, 50,000 words, goals, en', percentilesOf(longTimes), {});
const megabytes = (process.memoryUsage().rss - before) / 1e6;
tell({
  what: 'suggestions, memory',
  measured: `${megabytes.toFixed(0)} MB more`,
  yardstick: 'none',
  ratio: '',
  goal: '200 MB more',
  met: megabytes <= 200,
});
