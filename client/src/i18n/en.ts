import { core } from './core.en.ts';
import { further } from './further.en.ts';

/** Every text of the client in English; other languages have the same keys. */
export const en = {
  ...core,
  ...further,
  gradebook: {
    ...core.gradebook,
    ...further.gradebook,
    late: { ...core.gradebook.late, ...further.gradebook.late },
  },
  notices: { ...core.notices, ...further.notices },
  peerReview: { ...core.peerReview, ...further.peerReview },
  ui: { ...core.ui, ...further.ui },
} as const;
