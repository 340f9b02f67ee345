import type { DiscussionEffect, DiscussionSettings } from '../../contracts/discussion-settings.ts';
import { isOtherDate, moves, type OwnDates, parted } from '../../core/date-effects.ts';

/** What is there already. */
export interface EffectFacts {
  readonly learners: readonly OwnDates[];
  /** Learners who have written nothing. */
  readonly silent: number;
  readonly posts: number;
  /** Answers that are accepted, other posts that are endorsed, and posts that take a side. */
  readonly accepted: number;
  readonly endorsedTalk: number;
  readonly sides: number;
  /** Posts that wait until staff approve them. */
  readonly waiting: number;
  /** Grades that learners see. */
  readonly grades: number;
}

/** The end of writing among the steps of a timeline; the others are those of milestones. */
const WRITING = 'post';
const endMoves = moves((key) => key === WRITING);
const milestoneMoves = moves((key) => key !== WRITING);

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** What changed settings do to a discussion that is open to people; nothing for what touches nobody. */
export function effectsOf(
  before: DiscussionSettings,
  wanted: DiscussionSettings,
  facts: EffectFacts,
  now: Date,
): DiscussionEffect[] {
  const { learners: all, posts, waiting, grades } = facts;
  const effects: DiscussionEffect[] = [];
  const learners = all.length;
  const { mode, anonymity, groupSetId, submissionsCloseAt: at, milestones, points, grading } = wanted;
  const isOn = wanted.approval.everybody;
  if (before.mode !== mode) effects.push(modeEffect(before.mode, mode, facts));
  if (before.anonymity !== anonymity) effects.push({ code: 'anonymityChanged', to: anonymity, kept: posts });
  if (before.history !== wanted.history)
    effects.push({ code: 'historyChanged', to: wanted.history, kept: posts });
  if (before.approval.everybody !== isOn) effects.push({ code: 'approvalChanged', isOn, learners, waiting });
  if (before.groupSetId !== groupSetId)
    effects.push({ code: 'groupsChanged', perGroup: groupSetId !== null, learners });
  if (isOtherDate(before.submissionsCloseAt, at))
    effects.push({
      code: 'endChanged',
      at,
      isOver: at !== null && new Date(at) <= now,
      ...parted(all, endMoves),
    });
  const isOnlyDates = !differ(before.milestones.map(dateless), milestones.map(dateless));
  if (
    !isOnlyDates ||
    milestones.some(({ dueAt }, index) => isOtherDate(before.milestones[index]?.dueAt, dueAt))
  )
    effects.push({ code: 'milestonesChanged', ...parted(all, isOnlyDates ? milestoneMoves : () => true) });
  if (before.points !== points) effects.push({ code: 'pointsChanged', from: before.points, to: points });
  if (differ(before.grading, grading)) effects.push({ code: 'gradingChanged' });
  const isGrading = effects.some(({ code }) => GRADING.has(code));
  return isGrading && grades > 0 ? [...effects, { code: 'gradesStay', grades }] : effects;
}

/** What is shown in one mode alone is kept for it. */
function modeEffect(
  from: DiscussionSettings['mode'],
  to: DiscussionSettings['mode'],
  { learners, silent, posts, accepted, endorsedTalk, sides }: EffectFacts,
): DiscussionEffect {
  return {
    code: 'modeChanged',
    to,
    learners: learners.length,
    silent,
    accepted: from === 'question' ? accepted : 0,
    endorsed: to === 'question' ? endorsedTalk : 0,
    sides: from === 'debate' ? sides : 0,
    sideless: to === 'debate' ? posts - sides : 0,
  };
}

/** What grades are computed from. */
const GRADING: ReadonlySet<string> = new Set(['milestonesChanged', 'pointsChanged', 'gradingChanged']);

const dateless = ({ dueAt: _dueAt, ...rest }: DiscussionSettings['milestones'][number]) => rest;
