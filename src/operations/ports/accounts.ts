import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import type { ApiKeys } from './api-keys.ts';
import type { Interests } from './interests.ts';
import type { Requests } from './requests.ts';

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
  /** Whether a second factor is set up: an authenticator or a passkey. */
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
  /**
   * Whether the mailbox or the government's own sign-on proved within the last 15 minutes who this is. As long as that
   * holds, a new password can be set without the old one: so a forgotten password is replaced.
   */
  readonly justProven: boolean;
}

/** Where an attempt comes from: attempts are slowed by address of the network and by account, never locked for good. */
export interface Attempt {
  readonly network: string;
}

export type SecondFactor = 'code' | 'passkey';

/** Signed in, or a ticket (good for 10 minutes) with which one of these second factors is shown. */
export type SignIn =
  | { readonly session: Session }
  | { readonly ticket: string; readonly factors: readonly SecondFactor[] };

/** What a secret in a mail was made for. */
export type LetterSecret =
  | { readonly purpose: 'signIn'; readonly accountId: string }
  | {
      readonly purpose: 'invitation';
      readonly email: string;
      readonly post: string;
      readonly deputy: boolean;
      /** The post that invites; absent where the machine's owner does at its console. */
      readonly inviter?: string;
      /** The account that acted for it. */
      readonly inviterAccount?: string;
      /** Whoever accepts takes the post over from its holder. */
      readonly handOver?: boolean;
      /** Key of the letter that carries it; absent where it is handed over otherwise. */
      readonly letter?: string;
    }
  /** An invitation that was taken back: whom it had invited is not kept. */
  | { readonly purpose: 'withdrawnInvitation' }
  | { readonly purpose: 'firstAdministrator' }
  | { readonly purpose: 'unsubscribe'; readonly accountId: string }
  /** To confirm an interest. */
  | { readonly purpose: 'interest'; readonly interest: string }
  /** To end an interest, and others that the same letter told of. */
  | { readonly purpose: 'endInterest'; readonly interest: string; readonly others?: readonly string[] };

/** An invitation that was mailed and may still be accepted. */
export interface PendingInvitation {
  readonly email: string;
  readonly deputy: boolean;
  readonly handOver: boolean;
  /** Key of its letter. */
  readonly letter?: string;
  /** Instant, ISO 8601 UTC. */
  readonly until: string;
}

/** Who may sign in and how. Personal data live here alone: mutable, and erasable. */
export interface Accounts {
  /** True as long as nobody can sign in. */
  isEmpty(): Promise<boolean>;
  /**
   * The digest is wanted and the name is not shown until the person says otherwise.
   * @throws Fault `accountExists` {got}, `weakPassword` {why, right}, `invalid` for an address or a name that is none;
   * `SeveralFaults` where more than one of these is wrong.
   */
  create(person: NewAccount): Promise<Account>;
  find(id: string): Promise<Account | undefined>;
  findByEmail(email: string): Promise<Account | undefined>;
  named(ids: readonly string[]): Promise<ReadonlyMap<string, Account>>;
  /** @throws Fault `notFound` {id}, `invalid` for a name that is none. */
  change(
    id: string,
    change: Partial<Pick<Account, 'name' | 'language' | 'nameShown' | 'digest'>>,
  ): Promise<Account>;
  /** The person's data are gone, from the bytes on disk too; the id stays in the log and leads nowhere. */
  erase(id: string): Promise<void>;

  /** @throws Fault `signInRefused` (the same whether the address or the password is wrong), `tooManyAttempts` {seconds}. */
  signIn(email: string, password: string, attempt: Attempt): Promise<SignIn>;
  /** Shows a code of the authenticator, or one of the recovery codes. @throws Fault `signInRefused`, `linkExpired`, `tooManyAttempts`. */
  showCode(ticket: string, code: string, attempt: Attempt): Promise<Session>;
  /**
   * A session for somebody whose mailbox proved who it is. A ticket where a second factor is set up.
   * @throws Fault `linkExpired`, also for a secret that was made for something else; `tooManyAttempts`.
   */
  signInByLetter(secret: string, attempt: Attempt): Promise<SignIn>;
  /** The session of a token, if it still holds: idle 30 minutes (told to the minute), 12 hours at most. */
  session(token: string): Promise<Session | undefined>;
  signOut(token: string): Promise<void>;
  signOutEverywhere(accountId: string): Promise<void>;
  /**
   * Ends all other sessions. `old` is not asked for in a session that is `justProven`.
   * @throws Fault `signInRefused` when `old` is wrong, `weakPassword`, `signInNeeded`, `tooManyAttempts`.
   */
  changePassword(session: Session, old: string, wanted: string): Promise<void>;

  /**
   * A secret to be mailed, good once and for so long.
   * @throws Fault `tooManyAttempts` for the sixth link to sign in that one account asks for within 15 minutes. Whoever
   * mails it gives the same answer to the person as for an address that nobody has.
   */
  letter(what: LetterSecret, goodForMinutes: number): Promise<string>;
  /** What a secret was made for, without using it up. @throws Fault `linkExpired` for an expired, used or unknown one. */
  readLetter(secret: string): Promise<LetterSecret>;
  /** The same, and it is used up. @throws Fault `linkExpired`, also for a withdrawn invitation. */
  useLetter(secret: string): Promise<LetterSecret>;
  /** Ends a secret that was mailed to nobody; nothing for one that is over. */
  withdrawLetter(secret: string): Promise<void>;
  /** Invitations to a post that still hold, oldest first; of one address alone where it is given. */
  invitations(post: string, email?: string): Promise<readonly PendingInvitation[]>;
  /** Ends all invitations of an address to a post, but for the one with this secret. */
  endInvitations(to: { readonly email: string; readonly post: string }, but?: string): Promise<void>;
  /**
   * Takes all invitations of an address to a post back. Until they would have expired their secrets say so: `readLetter`
   * gives the purpose `withdrawnInvitation`.
   */
  withdrawInvitations(to: { readonly email: string; readonly post: string }): Promise<void>;

  /**
   * Starts to set up an authenticator: its key as text and as `otpauth:` address. One that is set up already holds
   * until the new one has shown its first code.
   * @throws Fault `signInRefused` when the password is wrong (not asked for in a session that is `justProven`),
   * `signInNeeded`, `tooManyAttempts`.
   */
  beginAuthenticator(
    session: Session,
    password: string,
  ): Promise<{ readonly key: string; readonly address: string }>;
  /**
   * Ends it with a first code; gives new recovery codes, told once. The session is strong and all others end.
   * @throws Fault `signInRefused`, `signInNeeded`.
   */
  finishAuthenticator(session: Session, code: string): Promise<readonly string[]>;
  /** @throws Fault as `beginAuthenticator`. */
  removeAuthenticator(session: Session, password: string): Promise<void>;

  /**
   * Takes away all second factors of somebody who lost them, the recovery codes, the password and all sessions: what is
   * left is the mailbox, by which the person comes in and sets up both anew. @throws Fault `notFound` {id}.
   */
  resetFactors(id: string): Promise<void>;

  readonly passkeys: Passkeys;
  readonly keys: ApiKeys;
  readonly requests: Requests;
  /** What people want to hear of by mail, with or without an account. */
  readonly interests: Interests;
  /** The government's own sign-on, where the settings name one. */
  readonly signOn?: SignOn;
  close(): Promise<void>;
}

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly language: InterfaceLanguage;
  /** Absent: the person signs in by letter or by the government's own sign-on. */
  readonly password?: string;
}

/** What the browser hands to `navigator.credentials`, in the JSON form of WebAuthn level 3. */
export type PasskeyQuestion = object;

export interface Passkey {
  readonly id: string;
  /** As the person called it. */
  readonly label: string;
  /** Instant, ISO 8601 UTC. */
  readonly addedAt: string;
}

/** Passkeys as second factor (W3C WebAuthn). The browser needs script for these; an authenticator does without. */
export interface Passkeys {
  list(accountId: string): Promise<readonly Passkey[]>;
  /** Starts to add one. @throws Fault as `beginAuthenticator`. */
  beginAdding(session: Session, password: string): Promise<PasskeyQuestion>;
  /**
   * Ends it with the browser's answer; the session is strong. With the first second factor of an account it gives
   * recovery codes, told once, and ends all other sessions; afterwards none.
   * @throws Fault `signInRefused`, `signInNeeded`.
   */
  finishAdding(session: Session, answer: unknown, label: string): Promise<readonly string[]>;
  /** What the browser asks the passkey for. @throws Fault `linkExpired`. */
  beginShowing(ticket: string): Promise<PasskeyQuestion>;
  /** @throws Fault `signInRefused`, `linkExpired`. */
  show(ticket: string, answer: unknown): Promise<Session>;
  /** @throws Fault as `beginAuthenticator`. */
  remove(session: Session, password: string, id: string): Promise<void>;
}

/** Signing in with the government's own sign-on (OpenID Connect Core 1.0, code flow with PKCE). */
export interface SignOn {
  /**
   * Where to send the browser. The secret stays in that browser (a cookie) until it comes back, within 10 minutes, so
   * that nobody can finish in somebody else's browser what he began in his own.
   * @throws Fault `signOnFailed` {got} when the sign-on does not answer.
   */
  begin(): Promise<{ readonly address: string; readonly browserSecret: string }>;
  /**
   * Ends it with the whole address under which the browser came back. The account is the one with the address that
   * the government has verified; it has to exist already, by an invitation.
   * @throws Fault `linkExpired` for a return that was not begun in this browser, or too long ago; `signInRefused` when
   * the government says no or no account has the address; `signOnFailed` {got}.
   */
  finish(cameBackAt: string, browserSecret: string): Promise<SignIn>;
}
