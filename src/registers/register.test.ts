import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes } from '../fields/code.ts';
import { text } from '../fields/text.ts';
import { word } from '../fields/word.ts';
import { Fault } from '../kernel/fault.ts';
import { langText } from '../kernel/lang-text.ts';
import { focalPointReview } from '../lifecycle/workflow.ts';
import { sdgs } from '../vocabulary/sdg.ts';
import type { Activity } from './activity.ts';
import { allRegisters, findRegister, getRegister } from './all-registers.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** A tennis club's members: a register that no country has. */
const declaration = {
  name: 'member',
  version: 1,
  means: ['schema:Person'],
  fields: {
    title: text({ needed: true }),
    motto: text(),
    racket: word({ needed: true }),
    goals: codes(sdgs),
  },
  title: 'title',
  summary: 'motto',
  expected: ['racket'],
  confirmEveryMonths: 12,
  workflow: focalPointReview,
  crossCheck: true,
} as const;

test('a register is what it declares', () => {
  assert.equal(defineRegister(declaration), declaration);
});

test('a wrong declaration stops the start and names the register and the place', () => {
  const { fields } = declaration;
  const wrong = (change: object, words: RegExp) =>
    assert.throws(
      // The type system would refuse most of these already: a declaration may come from a program without types.
      () => defineRegister({ ...declaration, ...change } as typeof declaration),
      (error) => error instanceof TypeError && words.test(error.message),
    );
  wrong({ name: 'tennis-club' }, /"tennis-club".*camelCase/);
  wrong({ fields: { ...fields, 'shoe size': word() } }, /"member".*"shoe size".*camelCase/);
  for (const name of ['id', 'register', 'revision', 'standing', 'more'])
    wrong({ fields: { ...fields, [name]: word() } }, new RegExp(`"${name}".*every record`));
  wrong({ title: 'name' }, /"name" is not one of its fields/);
  wrong({ summary: 'about' }, /"about" is not one of its fields/);
  wrong({ expected: ['racket', 'shoes'] }, /"shoes" is not one of its fields/);
  wrong({ title: 'motto' }, /title "motto" must be needed/);
});

test('the types of a record follow from the declaration', () => {
  type Member = ValuesOf<ReturnType<typeof defineRegister<typeof declaration.fields>>>;
  const member: Member = { title: langText('en', 'Serena'), racket: 'Wilson', goals: ['3', '5'] };
  const poor: Member = { title: langText('en', 'Arthur'), racket: 'Head' };
  // @ts-expect-error: the racket is needed.
  const without: Member = { title: langText('en', 'Nobody') };
  // @ts-expect-error: a title is a text in languages.
  const bare: Member = { title: 'Bare', racket: 'Head' };
  // @ts-expect-error: goals are a list of codes.
  const single: Member = { ...poor, goals: '3' };
  // @ts-expect-error: there is no such field.
  const strange: Member = { ...poor, shoes: '44' };
  const activity: Activity = {
    title: langText('en', 'A'),
    dates: { start: '2019' },
    quantities: [{ value: 1, unit: langText('en', 'l'), basis: 'counted' }],
  };
  // @ts-expect-error: a basis is one of a closed list.
  const guessed: NonNullable<Activity['quantities']>[number]['basis'] = 'guessed';
  assert.equal([member, without, bare, single, strange, activity, guessed].length, 7);
});

test('registers are found by name; a name that is none is refused with the names that are', () => {
  for (const register of allRegisters) assert.equal(getRegister(register.name), register);
  for (const name of ['', 'activities', 'constructor', '__proto__'])
    assert.equal(findRegister(name), undefined);
  assert.throws(
    () => getRegister('activities'),
    (error) =>
      error instanceof Fault &&
      error.code === 'unknownRegister' &&
      /activity/.test(String(error.params['right'])),
  );
});
