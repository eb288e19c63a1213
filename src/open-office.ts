import { join } from 'node:path';
import { openAccounts } from './accounts/open-accounts.ts';
import type { Settings } from './config.ts';
import { reportFiles } from './log/report-files.ts';
import { letterWords } from './mailing.ts';
import type { House, Office } from './operations/house.ts';
import { emlFolder } from './outbox/eml-folder.ts';
import { openOutbox } from './outbox/open-outbox.ts';
import type { Transport } from './outbox/transport.ts';
import { openProofs } from './proofs/open-proofs.ts';
import { publicAddressOf } from './public-address.ts';
import { openUploads } from './uploads/open-uploads.ts';

/** Opens what a house needs for people: accounts, and mail on its way out. */
export async function openOffice(
  house: House,
  settings: Settings,
): Promise<{ readonly office: Office; close(): Promise<void> }> {
  const { dataDir, mailUrl, mailFrom, oidcIssuer, oidcClientId, oidcClientSecret } = settings;
  const publicAddress = publicAddressOf(settings);
  const accounts = await openAccounts({
    file: join(dataDir, 'accounts.db'),
    clock: house.clock,
    publicAddress,
    ...(oidcIssuer === ''
      ? {}
      : {
          signOn: {
            issuer: oidcIssuer,
            clientId: oidcClientId,
            clientSecret: oidcClientSecret,
            returnTo: `${publicAddress}/sign-in/returned`,
          },
        }),
  });
  const outbox = openOutbox({
    file: join(dataDir, 'outbox.db'),
    transport: mailUrl === '' ? emlFolder(join(dataDir, 'outbox')) : await mailServer(mailUrl),
    from: mailFrom,
  });
  const uploads = openUploads({ file: join(dataDir, 'uploads.db') });
  const proofs = openProofs({
    log: house.log,
    clock: house.clock,
    folders: { tree: join(dataDir, 'index', 'tree'), keys: join(dataDir, 'log-keys') },
  });
  const office = {
    ...house,
    accounts,
    outbox,
    uploads,
    proofs,
    reports: reportFiles(join(dataDir, 'reports')),
    words: letterWords,
    publicAddress,
    secondFactor: settings.secondFactor === 'on',
  };
  return {
    office,
    close: async () => {
      await proofs.close();
      await uploads.close();
      await outbox.close();
      await accounts.close();
    },
  };
}

/** Loaded where there is a mail server only: it costs a twentieth of a start. */
async function mailServer(mailUrl: string): Promise<Transport> {
  const { smtp } = await import('./outbox/smtp.ts');
  return smtp(mailUrl);
}
