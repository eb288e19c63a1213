/** `summary.en+2` → field `summary`, suffix `en`, second part of a text too long for one cell. */
interface ColumnName {
  readonly field: string;
  /** As in `toCells`: a language, `start`, … or empty. */
  readonly suffix: string;
  /** From 1. */
  readonly part: number;
}

export function splitColumn(name: string): ColumnName {
  const [, whole = name, part = '1'] = /^(.*?)(?:\+(\d+))?$/.exec(name) ?? [];
  const dot = whole.indexOf('.');
  return {
    field: dot < 0 ? whole : whole.slice(0, dot),
    suffix: dot < 0 ? '' : whole.slice(dot + 1),
    part: Number(part),
  };
}

export function joinColumn(field: string, suffix: string, part = 1): string {
  return `${field}${suffix === '' ? '' : `.${suffix}`}${part === 1 ? '' : `+${part}`}`;
}
