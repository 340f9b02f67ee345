import type { DiscussionEffect, DiscussionSettings } from '../../contracts/discussion-settings.ts';

/** What is there already, in numbers. */
export interface EffectFacts {
  readonly learners: number;
  /** Learners who have written nothing. */
  readonly silent: number;
  readonly posts: number;
  /** Grades that learners see. */
  readonly grades: number;
}

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** What changed settings do to a discussion that is open to people; nothing for what touches nobody. */
export function effectsOf(
  before: DiscussionSettings,
  wanted: DiscussionSettings,
  { learners, silent, posts, grades }: EffectFacts,
  now: Date,
): DiscussionEffect[] {
  const effects: DiscussionEffect[] = [];
  const { mode, anonymity, groupSetId, submissionsCloseAt: at, milestones, points, grading } = wanted;
  if (before.mode !== mode) effects.push({ code: 'modeChanged', to: mode, learners, silent });
  if (before.anonymity !== anonymity) effects.push({ code: 'anonymityChanged', to: anonymity, kept: posts });
  if (before.groupSetId !== groupSetId)
    effects.push({ code: 'groupsChanged', perGroup: groupSetId !== null, learners });
  if (timeOf(before.submissionsCloseAt) !== timeOf(at))
    effects.push({ code: 'endChanged', at, isOver: at !== null && new Date(at) <= now, learners });
  if (differ(before.milestones, milestones)) effects.push({ code: 'milestonesChanged', learners });
  if (before.points !== points) effects.push({ code: 'pointsChanged', from: before.points, to: points });
  if (differ(before.grading, grading)) effects.push({ code: 'gradingChanged' });
  const isGrading = effects.some(({ code }) => GRADING.has(code));
  return isGrading && grades > 0 ? [...effects, { code: 'gradesStay', grades }] : effects;
}

/** What grades are computed from. */
const GRADING: ReadonlySet<string> = new Set(['milestonesChanged', 'pointsChanged', 'gradingChanged']);

const timeOf = (moment: string | null): number | null => (moment === null ? null : Date.parse(moment));
