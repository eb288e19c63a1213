import { Hono } from 'hono';
import { languages } from '../desk/desk-page.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { answerPage } from './answer-page.ts';
import { close } from './close.ts';
import { decidePage, takeDecision } from './decide-page.ts';
import { openPage, takeRound } from './open-page.ts';
import { giveWorkbook, takeAnswer, takeWorkbook } from './take-answer.ts';

const rounds = `${languages}/follow-up/rounds` as const;

/** Rounds of reporting for those who open, answer and decide; what everybody reads of them is a page like others. */
export const roundRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${rounds}/new`, (c) => openPage(office, c));
  app.post(`${rounds}/new`, (c) => takeRound(office, c));
  app.post(`${rounds}/:id/close`, (c) => close(office, c));
  app.get(`${rounds}/:id/answer`, (c) => answerPage(office, c));
  app.post(`${rounds}/:id/answer`, (c) => takeAnswer(office, c));
  app.get(`${rounds}/:id/workbook`, (c) => giveWorkbook(office, c));
  app.post(`${rounds}/:id/upload`, (c) => takeWorkbook(office, c));
  app.get(`${languages}/follow-up/decide/:id`, (c) => decidePage(office, c));
  app.post(`${languages}/follow-up/decide/:id`, (c) => takeDecision(office, c));
  return app;
};
