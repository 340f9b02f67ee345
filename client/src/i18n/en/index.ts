import { core } from './core.ts';
import { further } from './further.ts';
import { groupWork } from './group-work.ts';
import { writing } from './writing.ts';

/** Every text of the client in English; other languages have the same keys. The client loads the parts one by one. */
export const en = {
  ...core,
  ...further,
  ...writing,
  ...groupWork,
  errors: { ...core.errors, ...further.errors },
  gradebook: {
    ...core.gradebook,
    ...further.gradebook,
    late: { ...core.gradebook.late, ...further.gradebook.late },
  },
  launch: { ...core.launch, ...further.launch },
  notices: { ...core.notices, ...further.notices },
  peerReview: { ...core.peerReview, ...further.peerReview },
  richText: {
    ...core.richText,
    ...writing.richText,
    formula: { ...core.richText.formula, ...writing.richText.formula },
  },
  ui: { ...core.ui, ...further.ui },
} as const;
