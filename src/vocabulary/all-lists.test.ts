import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { activityStatuses, activityStatusFromIati, activityStatusToIati } from './activity-status.ts';
import type { CodeList } from './code-list.ts';
import { countries } from './countries.ts';
import { countryGroups } from './country-groups.ts';
import { eventKinds } from './event-kinds.ts';
import * as iati from './iati-codes.ts';
import { languages } from './languages.ts';
import { modalities } from './modalities.ts';
import { organisationTypeFromIati, organisationTypes, organisationTypeToIati } from './organisation-types.ts';
import { adopterRoles, oecdRole, participantRoles, roleFromIati, roleToIati } from './roles.ts';
import { sdgs } from './sdg.ts';
import { sectors } from './sectors.ts';
import { sourceKinds } from './source-kinds.ts';

const inSevenLanguages: readonly CodeList[] = [
  activityStatuses,
  adopterRoles,
  countries,
  countryGroups,
  eventKinds,
  modalities,
  organisationTypes,
  participantRoles,
  sdgs,
  sectors,
  sourceKinds,
];

describe('every list', () => {
  for (const list of inSevenLanguages) {
    it(`${list.name} has a name in each of the seven languages, trimmed and not empty`, () => {
      for (const { code, names } of list.entries.values()) {
        for (const lang of interfaceLanguages) {
          const name = names[lang] ?? '';
          assert.ok(name !== '' && name === name.trim(), `${list.name} ${code} ${lang}: "${name}"`);
        }
      }
    });

    it(`${list.name} writes Arabic, Russian and Chinese in their own scripts`, () => {
      const scripts = { ar: /\p{Script=Arabic}/u, ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u };
      for (const { code, names } of list.entries.values()) {
        for (const [lang, script] of Object.entries(scripts)) {
          if (code !== 'BRICS' || lang !== 'ar') assert.match(names[lang] ?? '', script, `${code} ${lang}`);
        }
      }
    });

    // The OECD itself has two codes of one name (43040 and 43042, rural development).
    if (list === sectors) continue;
    it(`${list.name} calls no two codes the same`, () => {
      for (const lang of interfaceLanguages) {
        const seen = new Map<string, string>();
        for (const { code, names, validTo, parent } of list.entries.values()) {
          if (validTo !== undefined) continue;
          const key = `${parent ?? ''}/${names[lang]}`;
          assert.equal(
            seen.get(key),
            undefined,
            `${list.name} ${lang}: ${code} and ${seen.get(key)}: ${key}`,
          );
          seen.set(key, code);
        }
      }
    });
  }

  it('has parents that stand in the same list', () => {
    for (const list of [sectors, sdgs]) {
      for (const { code, parent } of list.entries.values()) {
        assert.ok(parent === undefined || list.entries.has(parent), `${list.name} ${code}`);
      }
    }
  });

  it('names who keeps it, with an address, unless it is our own', () => {
    for (const list of [...inSevenLanguages, languages, ...Object.values(iati)]) {
      assert.match(list.source, /https:\/\/|^Own list/, list.name);
    }
  });
});

describe('words of IATI', () => {
  it('become ours and go back to a code that means the same', () => {
    for (const code of ['1', '2', '4', '5', '6']) {
      assert.equal(activityStatusToIati(activityStatusFromIati(code) ?? ''), code);
    }
    assert.equal(activityStatusFromIati('3'), 'completed');
    assert.equal(activityStatusFromIati('7'), undefined);
    assert.equal(activityStatusToIati('reported'), undefined);
    for (const code of ['1', '2', '3', '4']) assert.equal(roleToIati(roleFromIati(code) ?? ''), code);
    assert.equal(roleToIati('recipient'), undefined);
  });

  it('are mapped to and from codes that stand in our lists', () => {
    for (const type of organisationTypes.entries.keys()) {
      const back = organisationTypeFromIati(organisationTypeToIati(type) ?? '');
      assert.ok(back !== undefined && organisationTypes.entries.has(back), type);
    }
    for (const role of Object.values(oecdRole)) assert.ok(participantRoles.entries.has(role));
    for (let code = 1; code <= 6; code += 1) {
      assert.ok(activityStatuses.entries.has(activityStatusFromIati(String(code)) ?? ''));
    }
  });

  it('that only IATI uses can be checked', () => {
    assert.equal(iati.iatiTransactionType.entries.size, 13);
    assert.ok(iati.iatiCollaborationType.entries.has('8'));
    assert.ok(iati.iatiRegion.entries.has('298') && !iati.iatiRegion.entries.has('BR'));
    assert.ok(iati.iatiAidType.entries.has('B03') && iati.iatiFinanceType.entries.has('110'));
    assert.ok(iati.iatiFlowType.entries.has('10') && iati.iatiBudgetType.entries.has('2'));
  });
});
