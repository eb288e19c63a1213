import * as oidc from 'openid-client';
import { Fault } from '../kernel/fault.ts';
import { isOwnMachine } from '../kernel/own-machine.ts';
import type { SignOn } from '../operations/ports/accounts.ts';
import { emailKey } from './internal/email-address.ts';
import { type House, minute, nowOf } from './internal/house.ts';
import { newSecret, secretHash } from './internal/secret.ts';
import { pastFirstFactor, tidy } from './sessions.ts';

/** How this node is known to the government's sign-on. */
export interface SignOnSettings {
  /** Address of the OpenID provider; `/.well-known/openid-configuration` below it says the rest. `http:` only on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whole address of the page to which the browser comes back, as registered with the provider. */
  readonly returnTo: string;
}

const awayMinutes = 10;
const patienceSeconds = 10;

/** Signing in with the government's own sign-on: code flow with state, nonce and PKCE, the signature of the ID token checked. */
export function signOn(house: House, settings: SignOnSettings): SignOn {
  const { store } = house;
  const { issuer } = settings;
  const provider = providerOf(settings);
  return {
    async begin() {
      const config = await answering(issuer, provider);
      const [state, nonce, verifier, browserSecret] = [newSecret(), newSecret(), newSecret(), newSecret()];
      await tidy(house);
      await store.signOns.add({
        stateHash: secretHash(state),
        browserHash: secretHash(browserSecret),
        nonce,
        verifier,
        expiresAt: nowOf(house) + awayMinutes * minute,
      });
      const address = oidc.buildAuthorizationUrl(config, {
        redirect_uri: settings.returnTo,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, browserSecret };
    },
    async finish(cameBackAt, browserSecret) {
      const came = new URL(settings.returnTo);
      came.search = new URL(cameBackAt, came).search;
      const state = came.searchParams.get('state') ?? '';
      const begun = await store.signOns.use(secretHash(state), secretHash(browserSecret), nowOf(house));
      if (begun === undefined) throw new Fault('linkExpired');
      const config = await answering(issuer, provider);
      const email = await answering(issuer, () => verifiedEmail(config, came, state, begun));
      const found = email === undefined ? undefined : await store.accounts.findByEmail(emailKey(email));
      if (found === undefined) throw new Fault('signInRefused');
      return pastFirstFactor(house, found.account, true);
    },
  };
}

/** What the provider says about itself, asked once; asked again as long as it did not answer. */
function providerOf({ issuer, clientId, clientSecret }: SignOnSettings): () => Promise<oidc.Configuration> {
  const server = new URL(issuer);
  const isHere = server.protocol === 'http:' && isOwnMachine(server.hostname);
  const execute = isHere
    ? [oidc.enableNonRepudiationChecks, oidc.allowInsecureRequests]
    : [oidc.enableNonRepudiationChecks];
  let known: Promise<oidc.Configuration> | undefined;
  return () => {
    known ??= oidc
      .discovery(server, clientId, clientSecret, undefined, { execute, timeout: patienceSeconds })
      .catch((error: unknown) => {
        known = undefined;
        throw error;
      });
    return known;
  };
}

/** The address that the provider has verified to be the person's, undefined where it has not. */
async function verifiedEmail(
  config: oidc.Configuration,
  came: URL,
  state: string,
  { nonce, verifier }: { readonly nonce: string; readonly verifier: string },
): Promise<string | undefined> {
  const tokens = await oidc.authorizationCodeGrant(config, came, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
  });
  const claims = tokens.claims();
  if (claims === undefined) return undefined;
  // Some providers keep the ID token small and say more when asked (OpenID Connect Core 1.0, 5.4).
  const told =
    claims['email'] === undefined && config.serverMetadata().userinfo_endpoint !== undefined
      ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
      : claims;
  const { email, email_verified: isVerified } = told;
  return typeof email === 'string' && isVerified === true ? email : undefined;
}

/** @throws Fault `signInRefused` where the provider says no to the person, `signOnFailed` for everything else. */
async function answering<Answer>(issuer: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof oidc.AuthorizationResponseError) throw new Fault('signInRefused', {}, error);
    throw new Fault('signOnFailed', { got: issuer }, error);
  }
}
