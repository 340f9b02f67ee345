import { z } from 'zod';
import * as limits from './limits.ts';

/** What reviewers judge by, and what they give (spec/peer-review.md item 6). */

const LocalId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const points = z.number().min(0).max(limits.CRITERION_POINTS_MAX);
const onScale = z.number().min(-limits.SCALE_END_MAX).max(limits.SCALE_END_MAX);
const label = z.string().trim().max(limits.LEVEL_NAME_MAX);

const Level = z.object({
  id: LocalId,
  name: z.string().trim().min(1).max(limits.LEVEL_NAME_MAX),
  description: z.string().max(limits.LEVEL_DESCRIPTION_MAX),
  points,
});

const CriterionKind = z.discriminatedUnion('type', [
  z.object({ type: z.literal('points') }),
  z.object({
    type: z.literal('scale'),
    min: onScale,
    max: onScale,
    step: z.number().positive().max(limits.SCALE_END_MAX),
    lowLabel: label,
    highLabel: label,
  }),
  z.object({ type: z.literal('levels'), levels: z.array(Level).min(2).max(limits.LEVELS_MAX) }),
  z.object({ type: z.literal('yesNo') }),
  z.object({ type: z.literal('comment') }),
]);

const CriterionComment = z.object({
  need: z.enum(['optional', 'required']),
  /** Characters, where it is required. */
  minimum: z.int().min(0).max(limits.CRITERION_COMMENT_MINIMUM_MAX),
  /** Whether reviewers are asked what went well, what did not, and what to try next. */
  prompts: z.boolean(),
});

type Kind = z.output<typeof CriterionKind>;

const highestOf = (levels: Extract<Kind, { type: 'levels' }>['levels']): number =>
  Math.max(...levels.map((level) => level.points));

const isWholeScale = ({ min, max, step }: Extract<Kind, { type: 'scale' }>): boolean => {
  const steps = (max - min) / step;
  return max > min && steps <= limits.SCALE_STEPS_MAX && Math.abs(steps - Math.round(steps)) < 1e-9;
};

export const Criterion = z
  .object({
    id: LocalId,
    title: z.string().trim().min(1).max(limits.TITLE_MAX),
    description: z.string().max(limits.INSTRUCTIONS_MAX),
    /** The most that it gives: of levels the best one's, of a scale its upper end's; 0 for a comment alone. */
    points,
    /** Absent: points from 0 to `points`, as all criteria were before there were kinds. */
    kind: CriterionKind.optional(),
    /** What it counts beside the others; absent: as much as its points. */
    weight: z.number().min(0).max(limits.CRITERION_POINTS_MAX).optional(),
    mayNotApply: z.boolean().optional(),
    /** Absent: reviewers write no comment of its own. */
    comment: CriterionComment.optional(),
  })
  .refine(({ kind, points: most }) => (kind?.type === 'comment' ? most === 0 : most > 0), {
    path: ['points'],
    error: 'above 0, and 0 for a comment alone',
  })
  .refine(({ kind, comment }) => kind?.type !== 'comment' || comment !== undefined, {
    path: ['comment'],
    error: 'a criterion of comments alone needs them',
  })
  .refine(({ kind, points: most }) => kind?.type !== 'levels' || highestOf(kind.levels) === most, {
    path: ['points'],
    error: 'the points of the best level',
  })
  .refine(
    ({ kind }) =>
      kind?.type !== 'levels' || new Set(kind.levels.map(({ id }) => id)).size === kind.levels.length,
    { path: ['kind', 'levels'], error: 'level ids must differ' },
  )
  .refine(({ kind }) => kind?.type !== 'scale' || isWholeScale(kind), {
    path: ['kind', 'step'],
    error: `the steps must lead from one end to the other, in at most ${limits.SCALE_STEPS_MAX}`,
  });

/** What a reviewer gives by one criterion. */
export const Rating = z.object({
  criterionId: z.string().max(40),
  /** In the criterion's points; null while undecided, where it does not apply, and of a comment alone. */
  points: z.number().min(0).nullable(),
  /** Id of the chosen level. */
  level: z.string().max(40).optional(),
  /** On a scale; the points follow from it. */
  value: z.number().optional(),
  notApplicable: z.boolean().optional(),
  comment: z.string().max(limits.CRITERION_COMMENT_MAX).optional(),
});

export type Criterion = z.output<typeof Criterion>;
export type Rating = z.output<typeof Rating>;
