import type { Finding } from '../../kernel/finding.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { erasureReasons } from '../../lifecycle/erasure.ts';
import { erasureExtents } from '../../operations/review/erase.ts';
import type { Actor } from '../../policy/actor.ts';
import { personalFields } from '../../registers/personal-fields.ts';
import { languageName, languages } from '../../vocabulary/languages.ts';
import { declineReasons } from '../../vocabulary/request-lists.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { recordForm } from '../forms/record-form.ts';
import { type Html, html } from '../html.ts';
import { plainValue } from '../pages/plain-value.ts';
import { codeLabel } from '../pieces/code-label.ts';
import { howMuchOf, meetsOwnNeed } from './how-much.ts';
import { type Choice, chosenOf, fieldChoices, pickedOf, reasonLines, textLines } from './inputs.ts';
import type { VisitorLook } from './look-at.ts';
import { onlyField, standing, typedValue } from './objection.ts';
import type { AskingStep } from './steps.ts';

/** What the page of a step shows. */
export interface AskedStep {
  readonly look: VisitorLook;
  readonly actor: Actor;
  /** What was typed, or what the address carries. */
  readonly form: URLSearchParams;
  /** It was typed and came back. */
  readonly cameBack: boolean;
  readonly findings: readonly Finding[];
  /** What is wrong with the one thing that the step needs. */
  readonly wrong?: string | undefined;
  /** At which input, where the step asks for several things. */
  readonly at?: string | undefined;
  /** Organisations to which the post can give the record. */
  readonly organisations?: readonly string[];
}

/** What each step asks for. */
export const askings: Readonly<Record<AskingStep, (t: Translate, asked: AskedStep) => Html>> = {
  confirm: (t, { look, actor, form, wrong }) =>
    meetsOwnNeed(look, actor) ? howMuchOf(t, look, form, wrong) : html``,
  return: remarkRows,
  entrust: entrusted,
  dispute: disputed,
  decline: declined,
  reject: reasoned,
  withdraw: reasoned,
  archive: reasoned,
  erase: erased,
  reserve: reservation,
  link: (t, { form, wrong }) =>
    textLines({
      name: 'other',
      label: t('pair.other'),
      help: t('pair.otherHelp'),
      text: form.get('other') ?? '',
      lines: 1,
      wrong,
    }),
};

/** A step that owes its reason says so before it is typed; where it is missing, what is wrong says the same. */
function reasoned(t: Translate, { form, wrong }: AskedStep): Html {
  return reasonLines(t, form, wrong, wrong === undefined ? t('review.reasonNeeded') : undefined);
}

/** Why, from the short list; in words of one's own besides, if one likes. */
function declined(t: Translate, { form, wrong }: AskedStep): Html {
  const choices = [...declineReasons.entries.keys()].map((code) => ({
    code,
    label: codeLabel(t, declineReasons, code),
  }));
  const chosen = form.get('because') ?? '';
  return html`${pickedOf(t, { name: 'because', label: t('decline.because'), choices, chosen, wrong })}${reasonLines(t, form)}`;
}

/** Which field, why, from where; and that it is known to be for good. */
function erased(t: Translate, { look, form, wrong, at }: AskedStep): Html {
  const { register } = look.facts;
  const fields = personalFields(register).map((code) => ({
    code,
    label: fieldLabel(t, register.name, code),
  }));
  const reasons = erasureReasons.map((code) => ({ code, label: t(`erase.because.${code}`) }));
  const extents = erasureExtents.map((code) => ({ code, label: t(`erase.extent.${code}`) }));
  const pick = (name: string, label: string, choices: readonly Choice[]): Html =>
    pickedOf(t, {
      name,
      label,
      choices,
      chosen: form.get(name) ?? '',
      ...(at === name ? { wrong } : {}),
    });
  return html`${pick('field', t('dispute.field'), fields)}${pick('because', t('record.reason'), reasons)}${pick('extent', t('erase.extent'), extents)}${
    at === 'sure' && html`<p class=error role=alert>${wrong}`
  }<p><label><input type=checkbox name=sure value=1> ${t('erase.sure')}</label>`;
}

/** Rows that are empty at first, and with every further page. */
const freeRows = 3;

/** The fields of the draft, each row a remark on one of them. */
function remarkRows(t: Translate, { look, form, wrong }: AskedStep): Html {
  const { register } = look.shown.record;
  const choices = fieldChoices(t, register, Object.keys(register.fields));
  const filled = [...form.keys()].filter((name) => /^remark\.\d+\.text$/.test(name) && form.get(name) !== '');
  const rows = Array.from({ length: filled.length + freeRows }, (_, i) => {
    const name = `remark.${i}`;
    const label = t('review.remark', { n: i + 1 });
    return html`<fieldset class=row><legend>${label}</legend><div class=parts>${chosenOf(`${name}.field`, t('dispute.field'), choices, form.get(`${name}.field`) ?? '')}${textLines(
      {
        name: `${name}.text`,
        label: t('review.whatToChange'),
        text: form.get(`${name}.text`) ?? '',
        lines: 2,
        wrong: i === 0 ? wrong : undefined,
      },
    )}</div></fieldset>`;
  });
  return html`${rows}<button class=add name=more value=1>${t('review.moreRemarks')}</button>`;
}

/** The organisations of the country, the one whose record it is chosen. */
function entrusted(t: Translate, { look, form, wrong, organisations = [] }: AskedStep): Html {
  if (organisations.length === 0) return html`<p class=note>${t('entrust.none')}`;
  const chosen = form.get('organisation') ?? look.facts.state.organisation ?? '';
  const choices = organisations.map((name) => ({ code: name, label: name }));
  return html`${pickedOf(t, { name: 'organisation', label: t('facet.organisation'), choices, chosen, wrong })}${reasonLines(t, form)}`;
}

/** First which field; then what it should be, prefilled with what is in force, and a note. */
function disputed(t: Translate, { look, actor, form, cameBack, findings, wrong }: AskedStep): Html {
  const { register, values } = look.shown.record;
  const name = form.get('field') ?? '';
  const field = Object.hasOwn(register.fields, name) ? register.fields[name] : undefined;
  if (field === undefined) return html``;
  const before = standing(look.shown.state, actor.post.country).find((one) => one.field === name);
  const value = before === undefined ? values[name] : before.says;
  const single = onlyField(register, name);
  const typed = cameBack ? typedValue(register, form) : undefined;
  return html`<input type=hidden name=field value="${name}"><dl><dt>${t('dispute.inForce')}${colon(t)}${fieldLabel(t, register.name, name)}<dd>${plainValue(t, field.control, values[name])}</dl><h2>${t('dispute.shouldBe')}</h2><p class=help>${t('dispute.shouldBeHelp')}</p>${
    wrong !== undefined && html`<p class=error role=alert>${wrong}`
  }${recordForm(t, {
    register: single,
    values: value === undefined ? {} : { [name]: value },
    findings,
    ...(typed === undefined ? {} : { typed }),
  })}${textLines({ name: 'note', label: t('dispute.why'), text: form.get('note') ?? before?.note ?? '', wrong: undefined })}`;
}

/** The fields that can be disputed: those that have a value or could have one, as far as the visitor may see them. */
export function fieldsToDispute(t: Translate, { shown, facts }: VisitorLook): readonly Choice[] {
  const { register, values } = shown.record;
  const seen = Object.keys(register.fields).filter(
    (name) => values[name] !== undefined || register.fields[name]?.seenBy === 'everybody',
  );
  return fieldChoices(t, facts.register, seen).slice(1);
}

/** The record or one of its fields, and the text in the country's own words. */
function reservation(t: Translate, { look, form, wrong }: AskedStep): Html {
  const { register, values } = look.shown.record;
  const shown = Object.keys(register.fields).filter((name) => values[name] !== undefined);
  const others = [...languages.entries.keys()].filter(
    (tag) => !interfaceLanguages.some((one) => one === tag),
  );
  const tongues = [t.lang, ...interfaceLanguages.filter((one) => one !== t.lang), ...others];
  const named = tongues.map((code) => ({ code, label: languageName(code, t.lang) }));
  const label = t('reservation.text');
  return html`${chosenOf('field', t('reservation.on'), fieldChoices(t, register, shown), form.get('field') ?? '')}${textLines(
    { name: 'text', label, help: t('reservation.textHelp'), text: form.get('text') ?? '', lines: 4, wrong },
  )}${chosenOf('language', t('form.part.language'), named, form.get('language') ?? t.lang)}`;
}
