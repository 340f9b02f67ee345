import { ChecklistView, MilestoneView } from '../../contracts/milestones.ts';
import type { MilestoneStanding } from './milestones.domain.ts';

/** As it stands for one member. */
export const milestoneView = ({ milestone, ...standing }: MilestoneStanding): MilestoneView =>
  MilestoneView.parse({ ...milestone, ...standing, dueAt: milestone.dueAt?.toISOString() ?? null });

/** For one learner about themselves. */
export const checklistView = (standings: readonly MilestoneStanding[], isOwn: boolean): ChecklistView =>
  ChecklistView.parse({
    items: standings.map(milestoneView),
    isOwn,
  });
