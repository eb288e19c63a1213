import { resolve } from 'node:path';
import { trustedProxies } from './client-address.ts';
import { databaseAddress } from './database/database-address.ts';
import { Fault } from './kernel/fault.ts';
import { type LogLevel, logLevels } from './service/log-lines.ts';

/** One setting: the environment variable that sets it, what it is when nobody does, and a sentence of help. */
export interface Setting<T> {
  readonly variable: string;
  readonly fallback: T;
  readonly help: string;
  /** Not shown to whoever asks for the settings. */
  readonly secret?: true;
  /** Throws with what would be right. */
  readonly read: (text: string) => T;
}

function setting<T>(variable: string, fallback: T, help: string, read: (text: string) => T): Setting<T> {
  return { variable, fallback, help, read };
}

/** A setting that holds a password: whoever asks for the settings is told only whether it is set. */
function secret(variable: string, help: string, read: (text: string) => string): Setting<string> {
  return { ...setting(variable, '', help, read), secret: true };
}

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < min || value > max) throw new RangeError(`${min}–${max}`);
    return value;
  };
}

function oneOf<T extends string>(words: readonly T[], text: string): T {
  const found = words.find((one) => one === text);
  if (found === undefined) throw new RangeError(words.join(', '));
  return found;
}

function word(text: string): string {
  if (text.trim() === '') throw new RangeError('not empty');
  return text.trim();
}

/** Every setting of the program. Nothing needs to be set. */
export const settingsTable = {
  port: setting(
    'PORT',
    8040,
    'Port on which the pages are served; 0 takes any free one',
    wholeNumber(0, 65_535),
  ),
  host: setting('HOST', '127.0.0.1', 'Address to listen on; 0.0.0.0 serves the whole network', word),
  dataDir: setting('DATA_DIR', './data', 'Folder that holds the log and the index', word),
  databaseUrl: secret(
    'DATABASE_URL',
    'PostgreSQL that holds log, accounts and mail for all web nodes, such as postgres://user:password@host1:5432,host2:5432/southbridge; empty: files in the folder of the data',
    (text) => {
      if (text !== '') databaseAddress(text);
      return text;
    },
  ),
  publicAddress: setting(
    'PUBLIC_ADDRESS',
    '',
    'Address under which readers reach the node, for citations and exports, such as https://southbridge.example.org',
    (text) => {
      if (text !== '' && !URL.canParse(text)) throw new RangeError('https://…');
      return text.replace(/\/+$/, '');
    },
  ),
  trustedProxies: setting(
    'TRUSTED_PROXIES',
    '',
    'Proxies in front of the node, so that attempts to sign in count for whoever makes them: how many in a row (1), or their addresses (10.0.0.5, 192.168.0.0/16); empty: none',
    (text) => {
      trustedProxies(text);
      return text;
    },
  ),
  metricsPort: setting(
    'METRICS_PORT',
    0,
    'Port on which figures for Prometheus are shown at /metrics; 0: nowhere',
    wholeNumber(0, 65_535),
  ),
  metricsHost: setting(
    'METRICS_HOST',
    '127.0.0.1',
    'Address on which the figures are shown; never one that the public reaches',
    word,
  ),
  logLevel: setting<LogLevel | ''>(
    'LOG_LEVEL',
    '',
    'Which log lines are written to standard error: debug, info, warn, error or silent; empty: info, on a screen warn',
    (text) => oneOf(logLevels, text),
  ),
  requestsAtOnce: setting(
    'REQUESTS_AT_ONCE',
    256,
    'Requests that are answered at the same time; more are asked to come again',
    wholeNumber(1, 100_000),
  ),
  cacheMegabytes: setting('CACHE_MB', 64, 'Memory for ready-made pages, in megabytes', wholeNumber(1, 4_096)),
  maxFileMegabytes: setting(
    'MAX_FILE_MB',
    2_000,
    'Largest file that an import takes, in megabytes',
    wholeNumber(1, 100_000),
  ),
  requestsPerMinute: setting(
    'API_REQUESTS_PER_MINUTE',
    600,
    'Requests over the API that one key of a post may make in a minute',
    wholeNumber(1, 1_000_000),
  ),
  iatiXsdDir: setting(
    'IATI_XSD_DIR',
    '',
    'Folder with official IATI schemas (VERSION/iati-activities-schema.xsd), so that files older than 2.01 can be judged by them; empty: they are refused',
    (text) => text,
  ),
  mailUrl: secret(
    'MAIL_URL',
    'Mail server, such as smtps://user:password@mail.example.org; empty: letters are files in the folder outbox of the data',
    (text) => {
      if (text !== '' && !/^smtps?:\/\//.test(text)) throw new RangeError('smtp://… or smtps://…');
      return text;
    },
  ),
  mailFrom: setting(
    'MAIL_FROM',
    'Southbridge <southbridge@localhost>',
    'Who writes the mails of this node',
    word,
  ),
  adminEmail: setting(
    'ADMIN_EMAIL',
    '',
    'Mailbox of whoever runs the node, told to harvesters (OAI-PMH); empty: the one of MAIL_FROM',
    (text) => {
      if (text !== '' && !/^\S+@\S+\.\S+$/.test(text)) throw new RangeError('name@example.org');
      return text;
    },
  ),
  secondFactor: setting(
    'SECOND_FACTOR',
    'on',
    'Whether releasing and confirming want a second factor: on or off',
    (text) => {
      if (text !== 'on' && text !== 'off') throw new RangeError('on or off');
      return text;
    },
  ),
  backupKeyId: setting(
    'BACKUP_KEY_ID',
    '',
    'Name of the key with which the node signs in where backups lie in an S3-compatible store; empty: none',
    (text) => text.trim(),
  ),
  backupKeySecret: secret('BACKUP_KEY_SECRET', 'The secret of that key', (text) => text.trim()),
  backupRegion: setting('BACKUP_REGION', 'us-east-1', 'Region of that store, as it names itself', word),
  oidcIssuer: setting(
    'OIDC_ISSUER',
    '',
    "Address of the government's own sign-on (OpenID Connect); empty: none",
    (text) => {
      if (text !== '' && !URL.canParse(text)) throw new RangeError('https://…');
      return text;
    },
  ),
  oidcClientId: setting('OIDC_CLIENT_ID', 'southbridge', 'Under which the sign-on knows this node', word),
  oidcClientSecret: secret('OIDC_CLIENT_SECRET', 'What this node shows to the sign-on', (text) => text),
} as const;

export type SettingName = keyof typeof settingsTable;
export type Settings = {
  readonly [K in SettingName]: (typeof settingsTable)[K]['fallback'] extends number
    ? number
    : K extends 'logLevel'
      ? LogLevel | ''
      : string;
};

/** Settings that are right one by one and do not go together. */
function contradictions(settings: Settings): readonly WrongSetting[] {
  const { port, metricsPort, backupKeyId, backupKeySecret, oidcIssuer, oidcClientSecret } = settings;
  const all: readonly (WrongSetting & { readonly when: boolean })[] = [
    {
      when: metricsPort !== 0 && metricsPort === port,
      variable: 'METRICS_PORT',
      got: `METRICS_PORT=${metricsPort}`,
      right: 'a port other than PORT',
    },
    {
      when: (backupKeyId === '') !== (backupKeySecret === ''),
      variable: 'BACKUP_KEY_SECRET',
      got: backupKeyId === '' ? 'BACKUP_KEY_ID=' : 'BACKUP_KEY_SECRET=',
      right: 'BACKUP_KEY_ID and BACKUP_KEY_SECRET, both or neither',
    },
    {
      when: oidcClientSecret !== '' && oidcIssuer === '',
      variable: 'OIDC_ISSUER',
      got: 'OIDC_ISSUER=',
      right: 'OIDC_ISSUER=https://… with OIDC_CLIENT_SECRET',
    },
  ];
  return all.flatMap(({ when, ...wrong }) => (when ? [wrong] : []));
}

interface WrongSetting {
  readonly variable: string;
  readonly got: string;
  readonly right: string;
}

/**
 * Reads the settings from the environment.
 * @throws Fault `badSetting` that lists everything wrong at once.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const wrong: WrongSetting[] = [];
  const value = <T>(one: Setting<T>): T => {
    const text = environment[one.variable];
    if (text === undefined || text === '') return one.fallback;
    try {
      return one.read(text);
    } catch (error) {
      const right = error instanceof Error ? error.message : '';
      wrong.push({
        variable: one.variable,
        got: `${one.variable}=${one.secret === true ? '•••' : text}`,
        right: `${one.variable}=${right}`,
      });
      return one.fallback;
    }
  };
  const settings: Settings = {
    port: value<number>(settingsTable.port),
    host: value<string>(settingsTable.host),
    dataDir: resolve(value<string>(settingsTable.dataDir)),
    databaseUrl: value<string>(settingsTable.databaseUrl),
    publicAddress: value<string>(settingsTable.publicAddress),
    trustedProxies: value<string>(settingsTable.trustedProxies),
    metricsPort: value<number>(settingsTable.metricsPort),
    metricsHost: value<string>(settingsTable.metricsHost),
    logLevel: value<LogLevel | ''>(settingsTable.logLevel),
    requestsAtOnce: value<number>(settingsTable.requestsAtOnce),
    cacheMegabytes: value<number>(settingsTable.cacheMegabytes),
    maxFileMegabytes: value<number>(settingsTable.maxFileMegabytes),
    requestsPerMinute: value<number>(settingsTable.requestsPerMinute),
    iatiXsdDir: value<string>(settingsTable.iatiXsdDir),
    mailUrl: value<string>(settingsTable.mailUrl),
    mailFrom: value<string>(settingsTable.mailFrom),
    adminEmail: value<string>(settingsTable.adminEmail),
    secondFactor: value<string>(settingsTable.secondFactor),
    backupKeyId: value<string>(settingsTable.backupKeyId),
    backupKeySecret: value<string>(settingsTable.backupKeySecret),
    backupRegion: value<string>(settingsTable.backupRegion),
    oidcIssuer: value<string>(settingsTable.oidcIssuer),
    oidcClientId: value<string>(settingsTable.oidcClientId),
    oidcClientSecret: value<string>(settingsTable.oidcClientSecret),
  };
  wrong.push(...contradictions(settings));
  if (wrong.length > 0) {
    const all = (part: 'variable' | 'got' | 'right') => wrong.map((one) => one[part]).join('; ');
    throw new Fault('badSetting', { place: all('variable'), got: all('got'), right: all('right') });
  }
  return settings;
}
