export type Comparison = 'mixing' | 'goals';

const titles: Readonly<Record<Comparison, string>> = {
  mixing: 'How words are mixed',
  goals: 'How the suggester of goals learns',
};

const abouts: Readonly<Record<Comparison, string>> = {
  mixing: `\`chosenMixing\` in training/concepts. MRR on the halves for development: indicators (five languages), this program's
own findings and refusals (Portuguese), names of DAC sectors (six languages); the mean of the three decides. What asks and what is
there to be found are texts of these halves alone.`,
  goals: `\`chosenSettings\` in training/classifier, one after the other, each with the best of those before. Half the sum of macro-F1
and recall@3 on the parts for development: sentences, objectives, labs of other countries; the mean of the three decides. Texts of the
halves for the test were not even learnt from. Scores are those with the concept layer of the day on which they were compared.`,
};

/** The page `docs/reference/learning-settings.md` with the tables that were made anew; the others stay. */
export function settingsPage(
  before: string,
  tables: Readonly<Partial<Record<Comparison, string>>>,
  seed: number,
): string {
  const sections = (['mixing', 'goals'] as const).map((name) => {
    const table = tables[name] ?? tableIn(before, titles[name]);
    return `## ${titles[name]}\n\n${abouts[name]}\n\n${table ?? 'Not compared yet.'}`;
  });
  return `# Settings of learning

<!-- Written by \`npm run choose\`. -->

Settings compared on texts for development, never on those that docs/reference/quality.md reports on. The committed weights were
trained with the settings in use; where another is best, the next training takes it. Seed ${seed}.

${sections.join('\n\n')}
`;
}

function tableIn(page: string, title: string): string | undefined {
  const start = page.indexOf(`## ${title}\n`);
  if (start < 0) return undefined;
  return /\n(\|.*(?:\n\|.*)*)/.exec(page.slice(start).split('\n## ')[0] ?? '')?.[1];
}
