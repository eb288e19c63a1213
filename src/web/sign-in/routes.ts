import { Hono } from 'hono';
import type { DeskRoutes } from '../desk/routes.ts';
import { accountRoutes } from './account.ts';
import { authenticatorRoutes } from './authenticator.ts';
import { byGovernment } from './by-government.ts';
import { byLetter } from './by-letter.ts';
import { firstAdministratorRoutes } from './first-administrator.ts';
import { invitationRoutes } from './invitation.ts';
import { passkeyRoutes } from './passkeys.ts';
import { byPassword } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { unsubscribeRoutes } from './unsubscribe.ts';

const groups: readonly DeskRoutes[] = [
  byPassword,
  byLetter,
  byGovernment,
  signOut,
  accountRoutes,
  authenticatorRoutes,
  passkeyRoutes,
  invitationRoutes,
  firstAdministratorRoutes,
  unsubscribeRoutes,
];

/** How people get in, get out, and keep their account. */
export const signInRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  for (const group of groups) app.route('/', group(office));
  return app;
};
