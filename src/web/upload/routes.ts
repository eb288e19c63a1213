import { Hono } from 'hono';
import { languages } from '../desk/desk-page.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { choosePage } from './choose-page.ts';
import { decide } from './decide.ts';
import { markedFile } from './marked-file.ts';
import { takeFile } from './take-file.ts';
import { uploadPage } from './upload-page.ts';

/** Files that people send for their posts. */
export const uploadRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}/upload`, (c) => choosePage(office, c));
  app.post(`${languages}/upload`, (c) => takeFile(office, c));
  app.get(`${languages}/upload/:id`, (c) => uploadPage(office, c));
  app.post(`${languages}/upload/:id`, (c) => decide(office, c));
  app.get(`${languages}/upload/:id/file`, (c) => markedFile(office, c));
  return app;
};
