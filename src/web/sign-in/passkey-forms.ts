import type { Passkey, PasskeyQuestion, Session } from '../../operations/ports/accounts.ts';
import { formatDate } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { formFields } from '../desk/form.ts';
import { type Html, html } from '../html.ts';
import { passkeyNameInput, passwordInput, submit } from './inputs.ts';

/** A passkey that is being added: what the device is asked, and how the person called it. */
export interface Adding {
  readonly question: PasskeyQuestion;
  readonly label: string;
}

/** On the account page: the passkeys, taking one away, and adding one. All but adding works without script. */
export function passkeyForms(t: Translate, session: Session, passkeys: readonly Passkey[]): Html {
  return html`<h3 id=passkeys>${t('passkey.title')}</h3><p>${t('passkey.why')}</p>${
    passkeys.length > 0 && removeForm(t, session, passkeys)
  }<div data-passkey hidden>${addForm(t, session)}</div>${withoutPasskeys(t)}`;
}

function removeForm(t: Translate, session: Session, passkeys: readonly Passkey[]): Html {
  const lines = passkeys.map(({ id, label, addedAt }, index) => {
    const added = t('passkey.addedOn', { date: formatDate(t.lang, addedAt.slice(0, 10)) });
    return html`<div class=tick><input type=radio required id="passkey-${index}" name=passkey value="${id}"><label for="passkey-${index}"><bdi>${label}</bdi> <small>(${added})</small></label></div>`;
  });
  return html`<form method=post action="${pageAddress(t.lang, '/account/passkey/remove')}">${formFields(session.formToken)}<fieldset class=f><legend>${t('passkey.list')}</legend>${lines}</fieldset>${password(t, session, 'passkey-remove-password')}<p class=acts><button class=quiet>${t('passkey.remove')}</button></p></form>`;
}

function addForm(t: Translate, session: Session): Html {
  return html`<form method=post action="${pageAddress(t.lang, '/account/passkey')}">${formFields(session.formToken)}${passkeyNameInput(t)}${password(t, session, 'passkey-password')}${submit(t('passkey.add'))}</form>`;
}

function password(t: Translate, { justProven }: Session, id: string): Html {
  return justProven
    ? html``
    : passwordInput(t, { name: 'password', label: 'signIn.password', id }, 'current');
}

/** The second step of adding: the device is asked once the person presses the button, as some browsers demand. */
export function addingForm(t: Translate, { formToken }: Session, { question, label }: Adding): Html {
  return html`<div class=summary><h2>${t('passkey.add')}</h2><form data-passkey hidden method=post action="${pageAddress(t.lang, '/account/passkey/finish')}">${formFields(formToken, { label })}${answerField()}<p>${t('passkey.addText')}</p>${noAnswer(t)}<p class=acts><button autofocus data-question="${JSON.stringify(question)}">${t('passkey.finish')}</button></p></form>${withoutPasskeys(t)}</div>`;
}

/** Beside the button of the form with the code, which it sends elsewhere, with the answer of the device. */
export function showButton(t: Translate, question: PasskeyQuestion): Html {
  return html` <span data-passkey hidden><button class=quiet formnovalidate formaction="${pageAddress(t.lang, '/sign-in/passkey')}" data-question="${JSON.stringify(question)}">${t('passkey.show')}</button></span>`;
}

/** Where the script puts the answer of the device; no browser may fill in an old one. */
export function answerField(): Html {
  return html`<input type=hidden name=answer autocomplete=off value="">`;
}

/** Said by the script, where the device gives no answer. */
export function noAnswer(t: Translate): Html {
  return html`<p class=error role=alert data-failed hidden>${t('passkey.noAnswer')}</p>`;
}

/** What stands there until the script shows the rest. */
export function withoutPasskeys(t: Translate): Html {
  return html`<p class=help data-passkey>${t('passkey.needsScript')}</p>`;
}
