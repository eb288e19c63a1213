/**
 * For each question the rank of the text that belongs to it among all texts, 1 for the first. Texts that score the same
 * (the same indicator under three targets) do not push one another back.
 */
export function ranksOf(scores: readonly (readonly number[])[]): readonly number[] {
  return scores.map((row, question) => {
    const own = row[question] ?? 0;
    return 1 + row.filter((score) => score > own + 1e-7).length;
  });
}

export function scoresBetween(
  questions: readonly Float32Array[],
  texts: readonly Float32Array[],
): readonly (readonly number[])[] {
  return questions.map((question) =>
    texts.map((text) => question.reduce((sum, part, d) => sum + part * (text[d] ?? 0), 0)),
  );
}

export const reciprocal = (rank: number): number => 1 / rank;
export const inFirst =
  (most: number) =>
  (rank: number): number =>
    rank <= most ? 1 : 0;
