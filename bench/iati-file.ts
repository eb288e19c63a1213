import { once } from 'node:events';
import { createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Where publishers' files are looked for when no folder is named. */
export const publishersFolder = join(
  process.env['SOUTHBRIDGE_TEST_DATA'] ?? join(import.meta.dirname, '../../shared/data'),
  'iati/publishers',
);

function realActivities(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return text.match(/<iati-activity[\s>][\s\S]*?<\/iati-activity>/g) ?? [];
  });
}

/** Builds an IATI file of about `size` bytes out of the real activities in a folder, each with a new identifier and a title of its own. */
export async function buildIatiFile(folder: string, path: string, size: number): Promise<void> {
  if (!existsSync(folder)) throw new Error(`no publishers' files in ${folder}`);
  const activities = realActivities(folder);
  // Prefixes that the activities use are declared, or xmllint would stop.
  const prefixes = [
    ...new Set(activities.join('').match(/[\s<](?!xml(?:ns)?:)[a-z]+\d*:(?=[a-z-]+[=\s>/])/g) ?? []),
  ];
  const names = [...new Set(prefixes.map((prefix) => prefix.slice(1, -1)))].map(
    (name) => ` xmlns:${name}="urn:${name}"`,
  );
  const out = createWriteStream(path);
  out.write(`<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03"${names.join('')}>\n`);
  for (let written = 0, n = 0; written < size; n += 1) {
    const activity = activities[n % activities.length] ?? '';
    const renamed = activity
      .replace(/(<iati-identifier>[^<]*?)(\s*<)/, `$1-R${n}$2`)
      .replace(/(<title>\s*<narrative[^>]*>)/, `$1R${n} `);
    written += Buffer.byteLength(renamed) + 1;
    if (!out.write(`${renamed}\n`)) await once(out, 'drain');
  }
  out.end('</iati-activities>\n');
  await once(out, 'finish');
}
