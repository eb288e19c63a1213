import { Hono } from 'hono';
import { allRegisters } from '../../registers/all-registers.ts';
import { languages } from '../desk/desk-page.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { edit } from './edit.ts';
import { save } from './save.ts';
import { askStep, takeStep } from './step.ts';
import { askingSteps, formSteps } from './steps.ts';

const register = `:register{(?:${allRegisters.map(({ name }) => name).join('|')})}` as const;
const record = `${languages}/${register}/:id` as const;

/** Typing records, and every step that people take with them. */
export const reviewRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}/${register}/new`, (c) => edit(office, c));
  app.post(`${languages}/${register}/new`, (c) => save(office, c));
  app.get(`${record}/edit`, (c) => edit(office, c));
  app.post(`${record}/edit`, (c) => save(office, c));
  for (const step of askingSteps) app.get(`${record}/${step}`, (c) => askStep(office, c, step));
  for (const step of formSteps) app.post(`${record}/${step}`, (c) => takeStep(office, c, step));
  return app;
};
