import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { Fault } from '../kernel/fault.ts';
import type { Passkeys } from '../operations/ports/accounts.ts';
import { recoveryCodesFor } from './authenticator.ts';
import { type House, nowOf } from './internal/house.ts';
import { secretHash } from './internal/secret.ts';
import { confirmSelf, stillOpen } from './sessions.ts';
import { openTicket, pastSecondFactor } from './sign-in.ts';
import type { KeptPasskey } from './store/passkey-table.ts';

/** Loaded when first needed: it takes longer to load than all the rest of this room. */
const webAuthn = () => import('@simplewebauthn/server');

/** Ed25519, ES256 and RS256 (IANA COSE numbers): what devices can do today. */
const algorithms = [-8, -7, -257];

const longestLabel = 100;

/** Passkeys as second factor, after the password: the device is shown, and asks for a finger or a PIN where it can. */
export function passkeys(house: House): Passkeys {
  const { store } = house;
  return {
    async list(accountId) {
      const kept = await store.passkeys.list(accountId);
      return kept.map(({ id, label, addedAt }) => ({ id, label, addedAt: new Date(addedAt).toISOString() }));
    },
    async beginAdding(session, password) {
      const { id, email, name } = await confirmSelf(house, session, password);
      const question = await (await webAuthn()).generateRegistrationOptions({
        rpName: house.publicAddress.host,
        rpID: house.publicAddress.hostname,
        userID: new TextEncoder().encode(id),
        userName: email,
        userDisplayName: name,
        excludeCredentials: (await store.passkeys.list(id)).map(credential),
        supportedAlgorithmIDs: algorithms,
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
      });
      await store.sessions.pose(secretHash(session.token), question.challenge);
      return question;
    },
    async finishAdding(session, answer, label) {
      const { account } = await stillOpen(house, session);
      const tokenHash = secretHash(session.token);
      const challenge = await store.sessions.takeChallenge(tokenHash);
      const added = await readNew(house, answer, challenge);
      const first = !account.secondFactor;
      const { codes, hashes } = recoveryCodesFor(account.id);
      const passkey = { ...added, accountId: account.id, label: shortLabel(label), addedAt: nowOf(house) };
      const isNew = await store.passkeys.add(passkey, tokenHash, first ? hashes : undefined);
      if (!isNew) throw new Fault('signInRefused');
      return first ? codes : [];
    },
    async beginShowing(ticket) {
      const { kept, account } = await openTicket(house, ticket);
      const question = await (await webAuthn()).generateAuthenticationOptions({
        rpID: house.publicAddress.hostname,
        allowCredentials: (await store.passkeys.list(account.id)).map(credential),
        userVerification: 'preferred',
      });
      await store.tickets.pose(kept.hash, question.challenge);
      return question;
    },
    async show(ticket, answer) {
      const { kept, account } = await openTicket(house, ticket);
      const challenge = await store.tickets.takeChallenge(kept.hash, nowOf(house));
      const known = await store.passkeys.list(account.id);
      const { id, counter } = await readShown(house, answer, challenge, known);
      await store.passkeys.count(id, counter);
      return pastSecondFactor(house, kept, account);
    },
    async remove(session, password, id) {
      const account = await confirmSelf(house, session, password);
      await store.passkeys.remove(account.id, id);
    },
  };
}

type NewPasskey = Pick<KeptPasskey, 'id' | 'publicKey' | 'counter' | 'transports'>;

/** @throws Fault `signInRefused` for whatever is not the right answer to the challenge from a page of ours. */
async function readNew(
  { publicAddress }: House,
  answer: unknown,
  challenge: string | undefined,
): Promise<NewPasskey> {
  if (challenge === undefined) throw new Fault('signInRefused');
  const { verified, registrationInfo } = await refusing(async () =>
    (await webAuthn()).verifyRegistrationResponse({
      // Whatever it is: the library looks at every part before it relies on it, and throws.
      response: answer as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: publicAddress.origin,
      expectedRPID: publicAddress.hostname,
      supportedAlgorithmIDs: algorithms,
      requireUserVerification: false,
    }),
  );
  if (!verified) throw new Fault('signInRefused');
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  return { id, publicKey, counter, transports };
}

/** The passkey that signed the challenge, and how often it has signed. @throws Fault `signInRefused`. */
async function readShown(
  { publicAddress }: House,
  answer: unknown,
  challenge: string | undefined,
  known: readonly KeptPasskey[],
): Promise<{ readonly id: string; readonly counter: number }> {
  // Whatever it is: only its id is looked at here, and the library looks at the rest before it relies on it.
  const response = answer as AuthenticationResponseJSON | undefined;
  const passkey = known.find(({ id }) => id === response?.id);
  if (challenge === undefined || response === undefined || passkey === undefined) {
    throw new Fault('signInRefused');
  }
  const { id, publicKey, counter } = passkey;
  const { verified, authenticationInfo } = await refusing(async () =>
    (await webAuthn()).verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: publicAddress.origin,
      expectedRPID: publicAddress.hostname,
      credential: { id, publicKey, counter },
      requireUserVerification: false,
    }),
  );
  if (!verified) throw new Fault('signInRefused');
  return { id, counter: authenticationInfo.newCounter };
}

/** The library throws a plain error for a wrong answer, whatever is wrong with it. */
async function refusing<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw new Fault('signInRefused', {}, error);
  }
}

function credential({ id, transports }: KeptPasskey): { id: string; transports: string[] } {
  return { id, transports: [...transports] };
}

/** Never empty: a list of passkeys without names is of no use. */
function shortLabel(label: string): string {
  return (
    label
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, longestLabel) || '1'
  );
}
