import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Document, Line } from '../../src/exchange/documents/document.ts';
import { writeDocument } from '../../src/exchange/documents/write-document.ts';
import { reportFigures } from '../../src/operations/follow-up/report/report-figures.ts';
import { reportDocument } from '../../src/reports/report-document.ts';
import { translator } from '../../src/wording/messages.ts';
import { framework, houseOfMarrakech } from '../fixtures/house-of-marrakech.ts';

const madeAt = '2026-11-28T12:00:00.000Z';

// Closing a round closes its report in all formats: one that is twice as long as any so far must not make that fail.
test('a report of 4,000 reports with two sources each comes as Word too, in Chinese', {
  timeout: 300_000,
}, async () => {
  const house = await houseOfMarrakech();
  const figures = await reportFigures(house, { instrument: framework, asOf: '2026-11-28' });
  const document = reportDocument(translator('zh'), figures, { madeAt });
  const words =
    '各部门及其伙伴在十七个省培训了数千人，建成了实验室的第二阶段，并向主席作了报告；第三阶段有待双方同意。';
  const notes: Line[] = Array.from({ length: 8_000 }, (_, n) => [
    { text: `声明 ${n}, ` },
    { text: `https://example.org/${n}`, href: `https://example.org/statements/${n}` },
  ]);
  const items: Line[] = Array.from({ length: 4_000 }, (_, n) => [
    { text: '2024年11月28日 ', strong: true },
    { text: '进行中', dot: '#3f6fd8' },
    { text: ' · 塞内加尔 · ' },
    { text: `${n}: ${words}`, notes: [2 * n + 1, 2 * n + 2] },
  ]);
  const long: Document = { ...document, notes, blocks: [...document.blocks, { kind: 'list', items }] };
  const bytes = await writeDocument(long, 'docx', madeAt);
  assert.equal(Buffer.from(bytes.subarray(0, 2)).toString(), 'PK');
});
