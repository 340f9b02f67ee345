import { core } from './core.en.ts';
import { staff } from './staff.en.ts';

/** Every text of the client in English; other languages have the same keys. */
export const en = {
  ...core,
  ...staff,
  peerReview: { ...core.peerReview, ...staff.peerReview },
  ui: { ...core.ui, ...staff.ui },
} as const;
