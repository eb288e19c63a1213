import { type CodeList, codeList } from './code-list.ts';
import rows from './data/iati-codes.json' with { type: 'json' };

const about = {
  source:
    'IATI code lists 2.03 (CC BY 4.0), several after the OECD DAC, https://iatistandard.org/en/iati-standard/203/codelists/',
  asOf: '2024-12-31',
};

/** Lists that only IATI uses, named in English: to check codes and to show what a code means. */
export const iatiCollaborationType: CodeList = listOf('CollaborationType', rows.CollaborationType);
export const iatiFlowType: CodeList = listOf('FlowType', rows.FlowType);
export const iatiFinanceType: CodeList = listOf('FinanceType', rows.FinanceType);
export const iatiAidType: CodeList = listOf('AidType', rows.AidType);
export const iatiTransactionType: CodeList = listOf('TransactionType', rows.TransactionType);
export const iatiBudgetType: CodeList = listOf('BudgetType', rows.BudgetType);
/** Regions that recipients can be; they are not countries (`298` Africa, regional). */
export const iatiRegion: CodeList = listOf('Region', rows.Region);

function listOf(name: string, names: Readonly<Record<string, string>>): CodeList {
  return codeList(
    `iati${name}`,
    about,
    Object.entries(names).map(([code, en]) => ({ code, names: { en } })),
  );
}
