import { showCode, signIn, signOut } from '../handlers/sign-in.ts';
import type { ApiRoute } from '../route.ts';

export const signingInRoutes: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/api/sign-in',
    twin: '/{lang}/sign-in.json',
    name: 'signIn',
    handle: signIn,
    summary:
      'A token for `Authorization: Bearer …`, good for 30 minutes without use and 12 hours at most; or a ticket where a second factor is set up.',
    who: 'everybody',
    body: 'SignIn',
    answer: 'Session',
  },
  {
    method: 'post',
    path: '/api/sign-in/code',
    twin: '/{lang}/sign-in/code.json',
    name: 'showCode',
    handle: showCode,
    summary: 'A token for a ticket and the code of an authenticator, or a recovery code.',
    who: 'everybody',
    body: 'SignInCode',
    answer: 'Session',
  },
  {
    method: 'post',
    path: '/api/sign-out',
    twin: '/{lang}/sign-out.json',
    name: 'signOut',
    handle: signOut,
    summary: 'Ends the session of the token.',
    who: 'session',
    done: 204,
  },
];
