import { Command, Option } from 'commander';
import { Fault } from '../kernel/fault.ts';
import { partnerRequest } from '../operations/matching/partner-request.ts';
import { partners } from '../operations/matching/partners.ts';
import { countryName } from '../vocabulary/countries.ts';
import { translator } from '../wording/messages.ts';
import type { Doors } from './doors.ts';

interface PartnerOptions {
  readonly sector?: string;
  readonly wanted: string;
  readonly json?: boolean;
}

const most = 15;

const examples = `
Examples:
  southbridge partners Senegal --sector 140
  southbridge partners BR --wanted recipient --json`;

export function partnersCommand(doors: Doors): Command {
  return new Command('partners')
    .description('Suggest partners for a country, and name those that such a list would hide')
    .argument('<country>', 'by name or code')
    .option('--sector <code>', 'DAC code of three or five digits')
    .addOption(
      new Option('--wanted <side>', 'who is looked for')
        .choices(['provider', 'recipient'])
        .default('provider'),
    )
    .option('--json', 'write the answer as JSON')
    .addHelpText('after', examples)
    .action(async (country: string, { sector = '', wanted, json }: PartnerOptions) => {
      const { request, unknown } = partnerRequest(new URLSearchParams({ country, sector, wanted }));
      if (request === undefined) {
        const [place = 'country'] = unknown;
        const right = place === 'country' ? 'ISO 3166-1 alpha-2, or a name' : 'DAC code of 3 or 5 digits';
        throw new Fault('badQuery', { place, got: place === 'country' ? country : sector, right });
      }
      const { house, close } = await doors.open({ index: true });
      try {
        const found = await partners(house, request);
        if (json === true) {
          doors.terminal.out(`${JSON.stringify(found, null, 2)}\n`);
          return;
        }
        const t = translator(doors.lang);
        doors.terminal.out(`${t('partners.basis', { n: found.records })}\n`);
        for (const { country: code, points } of found.partners.slice(0, most))
          doors.terminal.out(
            `${String(Math.round(points)).padStart(3)}  ${code}  ${countryName(code, doors.lang)}\n`,
          );
        const { neverNamed, silent } = found.gaps;
        doors.terminal.out(`${t('partners.neverNamed', { n: neverNamed.length })} ${neverNamed.join(' ')}\n`);
        doors.terminal.out(`${t('partners.silent', { n: silent.length })} ${silent.join(' ')}\n`);
      } finally {
        await close();
      }
    });
}
