import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type InterfaceLanguage, interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { type AlignedText, aligned } from './aligned-text.ts';

/** Records that come with the program and say the same thing in several languages. */
const folders = ['marrakech', 'starter'];

/** What records that come with the program say in several languages: titles above all. */
export function ownRecords(): readonly AlignedText[] {
  return folders.flatMap((folder) => {
    const path = fileURLToPath(new URL(`../../content/${folder}/`, import.meta.url));
    const files = readdirSync(path).filter((name) => name.endsWith('.jsonl'));
    return files.sort().flatMap((file) =>
      readFileSync(`${path}${file}`, 'utf8')
        .trimEnd()
        .split('\n')
        .flatMap((line, at) => textsIn(`records/${folder}/${file.replace('.jsonl', '')}/${at + 1}`, line)),
    );
  });
}

/** Names of bodies, in the order of the interface languages (content/bodies). */
export function namesOfBodies(): readonly AlignedText[] {
  const path = new URL('../../content/bodies/names.json', import.meta.url);
  // Rows of names, as content/bodies/README.md says.
  const rows = JSON.parse(readFileSync(path, 'utf8')) as readonly (readonly string[])[];
  return rows.flatMap((row, at) => {
    const id = `records/bodies/${at + 1}`;
    return aligned(id, id, Object.fromEntries(interfaceLanguages.map((lang, column) => [lang, row[column]])));
  });
}

function textsIn(group: string, line: string): readonly AlignedText[] {
  const found: AlignedText[] = [];
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const said = inLanguages(value);
    if (said === undefined) for (const [key, part] of Object.entries(value)) look(part, `${path}/${key}`);
    else found.push(...aligned(path, group, said));
  };
  look(JSON.parse(line), group);
  return found;
}

/** The texts of a value that is nothing but one text in several languages. */
function inLanguages(value: object): Partial<Record<InterfaceLanguage, string>> | undefined {
  const said = Object.entries(value);
  const isText = said.every(
    ([lang, text]) => typeof text === 'string' && interfaceLanguages.some((one) => one === lang),
  );
  return isText && said.length > 0 ? Object.fromEntries(said) : undefined;
}
