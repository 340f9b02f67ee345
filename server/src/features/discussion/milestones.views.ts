import { ChecklistView } from '../../contracts/milestones.ts';
import type { MilestoneStanding } from './milestones.domain.ts';

/** For one learner about themselves. */
export const checklistView = (standings: readonly MilestoneStanding[], isOwn: boolean): ChecklistView =>
  ChecklistView.parse({
    items: standings.map(({ milestone, ...standing }) => ({
      ...milestone,
      ...standing,
      dueAt: milestone.dueAt?.toISOString() ?? null,
    })),
    isOwn,
  });
