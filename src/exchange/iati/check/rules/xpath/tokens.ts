const token =
  /\s*(?:(\/\/|\.\.|!=|<=|>=|[/.@[\]()|=<>+,*])|'([^']*)'|"([^"]*)"|(\d+(?:\.\d+)?)|([A-Za-z_][\w:.-]*))/y;

export type Token =
  | { readonly kind: 'sign' | 'text' | 'name'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number };

/** An expression cut into its words. Throws Error where something stands that no expression has. */
export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  const text = expression.trimEnd();
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) throw new Error(`cannot read "${expression}" at ${at}`);
    const [, sign, single, double, number, name] = match;
    const quoted = single ?? double;
    if (sign !== undefined) tokens.push({ kind: 'sign', value: sign });
    else if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted });
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else tokens.push({ kind: 'name', value: name ?? '' });
  }
  return tokens;
}
