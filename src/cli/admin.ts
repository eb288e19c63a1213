import { Command, Option } from 'commander';
import { textIn } from '../kernel/lang-text.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../kernel/language-tag.ts';
import { holdersOn, type Post } from '../lifecycle/post.ts';
import { type Office, today } from '../operations/house.ts';
import type { Account } from '../operations/ports/accounts.ts';
import { makeFirstAdministrator } from '../operations/posts/first-administrator.ts';
import { inAllLanguages } from '../wording/in-all-languages.ts';
import type { Doors } from './doors.ts';
import { resetFactorCommand } from './reset-factor.ts';

/** How long the link of a new administrator is good, in hours. */
const linkHours = 24;

export function adminCommand(doors: Doors): Command {
  return new Command('admin')
    .description('Who keeps this node: make an administrator, list the posts')
    .addHelpText(
      'after',
      '\nExamples:\n  southbridge admin create --email ada@example.org --name "Ada Diop" --lang fr\n  southbridge admin list\n  southbridge admin reset-factor ada@example.org --reason "Telephone lost"',
    )
    .addCommand(createCommand(doors))
    .addCommand(listCommand(doors))
    .addCommand(resetFactorCommand(doors));
}

interface CreateOptions {
  readonly email: string;
  readonly name: string;
  readonly lang: InterfaceLanguage;
  readonly json?: boolean;
}

function createCommand(doors: Doors): Command {
  return new Command('create')
    .description('Make an administrator and print a link with which to sign in once')
    .requiredOption('--email <address>', 'address with which the person signs in')
    .requiredOption('--name <name>', 'name of the person')
    .addOption(
      new Option('--lang <language>', 'language of pages and mails for the person')
        .choices(interfaceLanguages)
        .default('en'),
    )
    .option('--json', 'write what was made as JSON')
    .addHelpText(
      'after',
      `\nAn account that is there already keeps its name and its password. To a post that has a holder the person comes as\ndeputy. The link is good for ${linkHours} hours.\n\nExample:\n  southbridge admin create --email ada@example.org --name "Ada Diop" --lang fr`,
    )
    .action(async ({ json, ...person }: CreateOptions) => {
      const { office, close } = await doors.openOffice({ index: 'posts' });
      try {
        const title = inAllLanguages('invitation.firstPost', person.lang);
        const account = await makeFirstAdministrator(
          office,
          { email: person.email, name: person.name, language: person.lang },
          title,
        );
        const link = await signInLink(office, account);
        if (json === true) {
          const { id, email, name } = account;
          doors.terminal.out(`${JSON.stringify({ account: id, email, name, link }, null, 2)}\n`);
          return;
        }
        doors.terminal.out(
          `${account.name} (${account.email}) keeps this node. This link signs in once, within ${linkHours} hours:\n  ${link}\n`,
        );
      } finally {
        await close();
      }
    });
}

async function signInLink({ accounts, publicAddress }: Office, { id, language }: Account): Promise<string> {
  const secret = await accounts.letter({ purpose: 'signIn', accountId: id }, linkHours * 60);
  return `${publicAddress}/${language}/sign-in/link?${new URLSearchParams({ secret })}`;
}

/** A post as the machine's owner sees it. */
interface ListedPost extends Pick<Post, 'id' | 'kind' | 'country' | 'closedAt'> {
  readonly title: string;
  readonly holders: readonly {
    readonly email: string;
    readonly name: string;
    readonly since: string;
    readonly deputy: boolean;
  }[];
}

function listCommand(doors: Doors): Command {
  return new Command('list')
    .description('Show every post and who holds it')
    .option('--json', 'write the list as JSON')
    .addHelpText('after', '\nExample:\n  southbridge admin list')
    .action(async (options: { json?: boolean }) => {
      const { office, close } = await doors.openOffice({ index: 'posts' });
      try {
        const posts = await listedPosts(office, doors.lang);
        if (options.json === true) doors.terminal.out(`${JSON.stringify(posts, null, 2)}\n`);
        else {
          for (const post of posts) doors.terminal.out(`${lineOf(post)}\n`);
          doors.terminal.out(`${posts.length} posts\n`);
        }
      } finally {
        await close();
      }
    });
}

async function listedPosts(office: Office, lang: string): Promise<readonly ListedPost[]> {
  const posts = [...office.board.posts().values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const held = new Map(posts.map((post) => [post.id, holdersOn(post, today(office))]));
  const ids = [...held.values()].flat().map(({ account }) => account);
  const accounts = await office.accounts.named([...new Set(ids)]);
  return posts.map(({ id, kind, country, closedAt, title }) => ({
    id,
    kind,
    title: textIn(title, lang).text,
    ...(country === undefined ? {} : { country }),
    ...(closedAt === undefined ? {} : { closedAt }),
    holders: (held.get(id) ?? []).flatMap(({ account, from, deputy }) => {
      const person = accounts.get(account);
      return person === undefined ? [] : [{ email: person.email, name: person.name, since: from, deputy }];
    }),
  }));
}

function lineOf({ id, kind, title, country, closedAt, holders }: ListedPost): string {
  const who = holders.map(
    ({ email, since, deputy }) => `${deputy ? 'deputy' : 'held by'} ${email} since ${since}`,
  );
  const standing =
    closedAt !== undefined
      ? `closed on ${closedAt.slice(0, 10)}`
      : who.length === 0
        ? 'held by nobody'
        : who.join(', ');
  return `${id} (${country === undefined ? kind : `${kind} ${country}`}, ${title}): ${standing}`;
}
