import { suggestions } from '../handlers/suggestions.ts';
import type { ApiRoute } from '../route.ts';

export const suggestionRoutes: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/api/suggestions',
    name: 'suggestions',
    handle: suggestions,
    summary:
      'Goals, targets and DAC sectors that may fit a text, with calibrated shares and the words that led to each; none when not sure. Nothing is kept.',
    who: 'everybody',
    body: 'TextForSuggestions',
    answer: 'Suggestions',
  },
];
