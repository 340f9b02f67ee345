import { emptyRichText } from '../../../../server/src/contracts/plain-text.ts';
import type { Settings } from './settings-api.ts';

const DEPTH = 3;

/** A discussion as it is before anybody has set anything. */
export const newSettings = (title: string): Settings => ({
  title,
  prompt: emptyRichText(),
  points: 0,
  mode: 'open',
  anonymity: 'none',
  groupSetId: null,
  depth: DEPTH,
  submissionsCloseAt: null,
  milestones: [],
  tags: [],
  history: 'staff',
  slowMinutes: 0,
  blockedWords: [],
  promptFiles: [],
  approval: { everybody: false, memberIds: [] },
  facilitation: { unansweredHours: 48, quietDays: 7 },
  grading: { by: 'staff', milestonesPercent: 50, criteria: [] },
});
