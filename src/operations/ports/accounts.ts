import type { InterfaceLanguage } from '../../kernel/language-tag.ts';

/** A person who may sign in. What the person may do comes from posts, never from here. */
export interface Account {
  /** Opaque; this alone stands in the log, so that name and address can be erased. */
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** In which mails are written. */
  readonly language: InterfaceLanguage;
  /** Whether the person agreed that the name stands on the public page of the post. */
  readonly nameShown: boolean;
  /** Whether a second factor is set up. */
  readonly secondFactor: boolean;
  /** Whether the weekly digest is wanted. */
  readonly digest: boolean;
}

/** A session that holds now. */
export interface Session {
  readonly account: Account;
  /** Secret that the browser or program shows with each request. */
  readonly token: string;
  /** Goes with every form of this session; says that the form came from a page of ours. */
  readonly formToken: string;
  /** Whether a second factor was shown in this session: needed to release and to confirm. */
  readonly strong: boolean;
}

/** Where an attempt comes from: attempts are slowed by address of the network and by account, never locked for good. */
export interface Attempt {
  readonly network: string;
}

/** Signed in, or a ticket with which the code of the second factor is shown. */
export type SignIn = { readonly session: Session } | { readonly ticket: string };

/** What a secret in a mail was made for. */
export type LetterSecret =
  | { readonly purpose: 'signIn'; readonly accountId: string }
  | {
      readonly purpose: 'invitation';
      readonly email: string;
      readonly post: string;
      readonly deputy: boolean;
    }
  | { readonly purpose: 'firstAdministrator' }
  | { readonly purpose: 'unsubscribe'; readonly accountId: string };

/** Who may sign in and how. Personal data live here alone: mutable, and erasable. */
export interface Accounts {
  /** True as long as nobody can sign in. */
  isEmpty(): Promise<boolean>;
  /** @throws Fault `accountExists`, `weakPassword` {right}, `invalid` for an address that is none. */
  create(person: NewAccount): Promise<Account>;
  find(id: string): Promise<Account | undefined>;
  findByEmail(email: string): Promise<Account | undefined>;
  named(ids: readonly string[]): Promise<ReadonlyMap<string, Account>>;
  change(
    id: string,
    change: Partial<Pick<Account, 'name' | 'language' | 'nameShown' | 'digest'>>,
  ): Promise<Account>;
  /** The person's data are gone; the id stays in the log and leads nowhere. */
  erase(id: string): Promise<void>;

  /** @throws Fault `signInRefused` (the same whether the address or the password is wrong), `tooManyAttempts` {seconds}. */
  signIn(email: string, password: string, attempt: Attempt): Promise<SignIn>;
  /** Shows a code of the authenticator, or one of the recovery codes. @throws Fault `signInRefused`, `linkExpired`, `tooManyAttempts`. */
  showCode(ticket: string, code: string, attempt: Attempt): Promise<Session>;
  /** A session for somebody whose mailbox proved who it is. A ticket where a second factor is set up. */
  signInByLetter(secret: string, attempt: Attempt): Promise<SignIn>;
  /** The session of a token, if it still holds: idle 30 minutes, 12 hours at most. */
  session(token: string): Promise<Session | undefined>;
  signOut(token: string): Promise<void>;
  signOutEverywhere(accountId: string): Promise<void>;
  /** @throws Fault `signInRefused` when `old` is wrong, `weakPassword`. Ends all other sessions. */
  changePassword(session: Session, old: string, wanted: string): Promise<void>;

  /** A secret to be mailed, good once and for so long. */
  letter(what: LetterSecret, goodForMinutes: number): Promise<string>;
  /** What a secret was made for, without using it up. @throws Fault `linkExpired` for an expired, used or unknown one. */
  readLetter(secret: string): Promise<LetterSecret>;
  /** The same, and it is used up. @throws Fault `linkExpired`. */
  useLetter(secret: string): Promise<LetterSecret>;

  /** Starts to set up an authenticator: its key as text and as `otpauth:` address. */
  beginAuthenticator(
    session: Session,
    password: string,
  ): Promise<{ readonly key: string; readonly address: string }>;
  /** Ends it with a first code; gives the recovery codes, told once, and the session is strong. @throws Fault `signInRefused`. */
  finishAuthenticator(session: Session, code: string): Promise<readonly string[]>;
  /** @throws Fault `signInRefused` when the password is wrong. */
  removeAuthenticator(session: Session, password: string): Promise<void>;
  close(): Promise<void>;
}

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly language: InterfaceLanguage;
  /** Absent: the person signs in by letter or by the government's own sign-on. */
  readonly password?: string;
}
