import { Command } from 'commander';
import { Fault } from '../kernel/fault.ts';
import { type InterfaceLanguage, interfaceLanguages, isInterfaceLanguage } from '../kernel/language-tag.ts';
import type { Doors } from './doors.ts';
import { progress } from './progress.ts';

const examples = `
The folder holds plain files: copy it to a stick and open index.html in any browser, with no network and no server.
A run that was stopped goes on where it was. "sha256sum -c manifest-sha256.txt" in the folder checks every file.

Examples:
  southbridge mirror /media/stick/southbridge
  southbridge mirror copy --languages en,fr --no-history`;

export function mirrorCommand(doors: Doors): Command {
  return new Command('mirror')
    .description('Write the whole public databank as a site of plain files with a search of its own')
    .argument('<folder>', 'an empty folder, or an earlier copy to be brought up to date')
    .option('--languages <languages>', 'languages of the pages, such as en,fr', interfaceLanguages.join(','))
    .option('--no-history', 'without the history of each record')
    .addHelpText('after', examples)
    .action(async (folder: string, options: { readonly languages: string; readonly history: boolean }) => {
      const bar = progress(doors.terminal, 'mirror', 'pages');
      try {
        const { records, pages, kept } = await doors.mirror({
          folder,
          languages: languagesIn(options.languages),
          history: options.history,
          onPage: (done, all) => bar.update(done, all),
        });
        bar.end();
        doors.terminal.err(
          `${folder}: ${records} records, ${pages} pages, ${kept} of them from an earlier run\n`,
        );
      } finally {
        bar.end();
      }
    });
}

/** @throws Fault `badQuery` that names what is no language of the pages. */
function languagesIn(text: string): readonly InterfaceLanguage[] {
  const tags = text.split(',').map((tag) => tag.trim());
  const wrong = tags.find((tag) => !isInterfaceLanguage(tag));
  if (wrong !== undefined)
    throw new Fault('badQuery', { place: '--languages', got: wrong, right: interfaceLanguages.join(', ') });
  return [...new Set(tags.filter(isInterfaceLanguage))];
}
