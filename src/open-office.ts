import { join } from 'node:path';
import { openAccounts } from './accounts/open-accounts.ts';
import { accountsPart } from './accounts/store/migrations.ts';
import { keysOfAll } from './beside-log.ts';
import type { Settings } from './config.ts';
import type { Postgres } from './database/postgres.ts';
import { reportFiles } from './log/report-files.ts';
import { reportsPart, sharedReports } from './log/shared-reports.ts';
import { letterWords } from './mailing.ts';
import type { House, Office } from './operations/house.ts';
import { emlFolder } from './outbox/eml-folder.ts';
import { openOutbox } from './outbox/open-outbox.ts';
import { outboxPart } from './outbox/outbox-part.ts';
import type { Transport } from './outbox/transport.ts';
import { openProofs } from './proofs/open-proofs.ts';
import { publicAddressOf } from './public-address.ts';
import { machineOf } from './service/machine.ts';
import { openUploads, uploadsPart } from './uploads/open-uploads.ts';

/** Opens what a house needs for people: accounts, and mail on its way out. */
export async function openOffice(
  house: House,
  settings: Settings,
  postgres?: Postgres,
): Promise<{ readonly office: Office; close(): Promise<void> }> {
  const { dataDir, mailUrl, mailFrom, oidcIssuer, oidcClientId, oidcClientSecret } = settings;
  const publicAddress = publicAddressOf(settings);
  const shared = postgres === undefined ? undefined : await sharedTables(postgres);
  const accounts = await openAccounts({
    file: join(dataDir, 'accounts.db'),
    ...(shared === undefined ? {} : { tables: shared.accounts }),
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
    ...(shared === undefined ? {} : { tables: shared.outbox }),
    transport: mailUrl === '' ? emlFolder(join(dataDir, 'outbox')) : await mailServer(mailUrl),
    from: mailFrom,
  });
  const uploads = openUploads({
    file: join(dataDir, 'uploads.db'),
    ...(shared === undefined ? {} : { tables: shared.uploads }),
  });
  const proofs = openProofs({
    log: house.log,
    clock: house.clock,
    folders: { tree: join(dataDir, 'index', 'tree'), keys: join(dataDir, 'log-keys') },
    ...(postgres === undefined ? {} : { keys: await keysOfAll(postgres, join(dataDir, 'log-keys')) }),
  });
  const office = {
    ...house,
    accounts,
    outbox,
    uploads,
    proofs,
    machine: machineOf(dataDir),
    reports: shared?.reports ?? reportFiles(join(dataDir, 'reports')),
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

/** What nodes have in common besides the log, so that it does not matter which of them is asked. */
async function sharedTables(postgres: Postgres) {
  const { openPostgresTables } = await import('./database/postgres-tables.ts');
  return {
    accounts: await openPostgresTables(postgres, accountsPart),
    outbox: await openPostgresTables(postgres, outboxPart),
    uploads: await openPostgresTables(postgres, uploadsPart),
    reports: sharedReports(await openPostgresTables(postgres, reportsPart)),
  };
}

/** Loaded where there is a mail server only: it costs a twentieth of a start. */
async function mailServer(mailUrl: string): Promise<Transport> {
  const { smtp } = await import('./outbox/smtp.ts');
  return smtp(mailUrl);
}
