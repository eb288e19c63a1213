import type { ApiRoute } from './route.ts';
import { deskRoutes } from './routes/desk.ts';
import { feedRoutes } from './routes/feeds.ts';
import { followUpRoutes } from './routes/follow-up.ts';
import { iatiRoutes } from './routes/iati.ts';
import { keyRoutes } from './routes/keys.ts';
import { linkedDataRoutes } from './routes/linked-data.ts';
import { listRoutes } from './routes/lists.ts';
import { logRoutes } from './routes/log.ts';
import { matchingRoutes } from './routes/matching.ts';
import { needRoutes } from './routes/needs.ts';
import { nodeRoutes } from './routes/node.ts';
import { oaiRoutes } from './routes/oai.ts';
import { postRoutes } from './routes/posts.ts';
import { recordRoutes } from './routes/records.ts';
import { reportRoutes } from './routes/reports.ts';
import { reservationRoutes } from './routes/reservations.ts';
import { roundRoutes } from './routes/rounds.ts';
import { searchRoutes } from './routes/searches.ts';
import { signingInRoutes } from './routes/signing-in.ts';
import { standardRoutes } from './routes/standard.ts';
import { stepRoutes } from './routes/steps.ts';
import { suggestionRoutes } from './routes/suggestions.ts';
import { vocabularyRoutes } from './routes/vocabulary.ts';
import { workbookRoutes } from './routes/workbooks.ts';

/** Every address of the API. Those with words of their own stand before those in which any register fits. */
export const routeTable: readonly ApiRoute[] = [
  ...nodeRoutes,
  ...logRoutes,
  ...linkedDataRoutes,
  ...oaiRoutes,
  ...iatiRoutes,
  ...roundRoutes,
  ...followUpRoutes,
  ...needRoutes,
  ...reportRoutes,
  ...searchRoutes,
  ...matchingRoutes,
  ...listRoutes,
  ...vocabularyRoutes,
  ...standardRoutes,
  ...suggestionRoutes,
  ...feedRoutes,
  ...signingInRoutes,
  ...deskRoutes,
  ...postRoutes,
  ...keyRoutes,
  ...reservationRoutes,
  ...workbookRoutes,
  ...recordRoutes,
  ...stepRoutes,
];
