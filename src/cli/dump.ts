import { Command } from 'commander';
import { writeDump } from '../exchange/copies/dump-file.ts';
import { recordJson } from '../exchange/json/record-json.ts';
import { harvestAll } from '../operations/harvest.ts';
import { type House, today } from '../operations/house.ts';
import type { Doors } from './doors.ts';
import { noteAddress } from './internal/note-address.ts';
import { progress } from './progress.ts';

const examples = `
Beside FILE stand FILE.manifest.json (what it is of, counts, checksums of its parts) and FILE.sha256.
A run that was stopped goes on where it was. The file can be imported again.

Examples:
  southbridge dump southbridge.jsonl.gz
  sha256sum -c southbridge.jsonl.gz.sha256
  southbridge import southbridge.jsonl.gz`;

export function dumpCommand(doors: Doors): Command {
  return new Command('dump')
    .description('Write the whole public databank into one compressed file of JSON Lines, with checksums')
    .argument('<file>', 'file to write, such as southbridge.jsonl.gz')
    .addHelpText('after', examples)
    .action(async (file: string) => {
      const { house, close } = await doors.open({ index: true });
      const bar = progress(doors.terminal, 'dump', 'records');
      try {
        const all = house.index.size().records;
        const { records, bytes } = await writeDump(file, {
          of: { version: doors.version, head: await house.log.head(), day: today(house) },
          lines: (after) => linesOf(doors, house, after),
          onRecords: (done) => bar.update(done, all),
        });
        bar.end();
        noteAddress(doors);
        doors.terminal.err(`${file}: ${records} records, ${bytes} bytes\n`);
      } finally {
        bar.end();
        await close();
      }
    });
}

async function* linesOf(doors: Doors, house: House, after: Parameters<typeof harvestAll>[1]) {
  const day = today(house);
  for await (const { record, told } of harvestAll(house, after)) {
    const address = doors.address(record.register.name, record.id, doors.lang);
    yield { text: JSON.stringify(recordJson(record, address, day)), cursor: told };
  }
}
