import type { TFunction } from 'i18next';
import { richTextOf } from '../../../../server/src/contracts/plain-text.ts';
import type { Criterion } from './api.ts';
import { endOfDay, type SettingsForm } from './settings-form.ts';

/** What a new peer review can start from (spec/peer-review.md item 1). */
export const STARTERS = [
  'general',
  'essay',
  'presentation',
  'code',
  'design',
  'clinical',
  'product',
] as const;
export type Starter = (typeof STARTERS)[number];

type Judged = Omit<Criterion, 'id' | 'title' | 'description'>;

interface Plan {
  /** From now until submissions close, and from then until reviews do. */
  readonly days: readonly [handIn: number, review: number];
  readonly reviewsPerLearner: number;
  /** By the ids of its criteria, in their order. */
  readonly criteria: Readonly<Record<string, Judged>>;
  readonly grading?: Partial<SettingsForm>;
}

/** Shares of a criterion's points, from the best level to the least. */
const LEVELS = { excellent: 1, good: 0.75, partly: 0.4, missing: 0 } as const;

const comment = (minimum: number): Pick<Judged, 'comment'> => ({
  comment: { need: 'required', minimum, prompts: true },
});
const OPTIONAL: Pick<Judged, 'comment'> = { comment: { need: 'optional', minimum: 0, prompts: false } };
const WORDS: Judged = { points: 0, kind: { type: 'comment' }, ...comment(50) };
const yesNo = (points: number): Judged => ({ points, kind: { type: 'yesNo' } });
const scale = (points: number): Judged => ({
  points,
  kind: { type: 'scale', min: 1, max: 5, step: 1, lowLabel: '', highLabel: '' },
});

/** Work and reviewing in one grade: where reviewing is a large part of what is learned. */
const BOTH: Partial<SettingsForm> = { columnsKind: 'total', workPercent: 80, reviewingPercent: 20 };

function plansOf(t: TFunction): Record<Exclude<Starter, 'general'>, Plan> {
  const levels = (points: number): Judged => ({
    points,
    kind: {
      type: 'levels',
      levels: Object.entries(LEVELS).map(([id, share]) => ({
        id,
        name: t(`rubric.setUp.usualLevels.${id as keyof typeof LEVELS}`),
        description: '',
        points: Math.round(points * share),
      })),
    },
  });
  return {
    essay: {
      days: [7, 7],
      reviewsPerLearner: 3,
      criteria: {
        thesis: { ...levels(12), ...comment(50) },
        evidence: { ...levels(10), ...OPTIONAL },
        structure: levels(8),
        language: scale(5),
      },
    },
    presentation: {
      days: [7, 3],
      reviewsPerLearner: 4,
      criteria: {
        message: scale(10),
        delivery: { ...scale(10), mayNotApply: true },
        visuals: scale(5),
        advice: WORDS,
      },
    },
    code: {
      days: [7, 5],
      reviewsPerLearner: 2,
      criteria: {
        works: { ...yesNo(10), ...comment(20) },
        readability: { ...levels(8), ...OPTIONAL },
        tests: { ...levels(8), mayNotApply: true },
        design: { points: 5, ...comment(50) },
      },
      grading: BOTH,
    },
    design: {
      days: [5, 4],
      reviewsPerLearner: 3,
      criteria: { goal: levels(10), use: { ...levels(10), ...OPTIONAL }, craft: scale(5), critique: WORDS },
    },
    clinical: {
      days: [10, 5],
      reviewsPerLearner: 2,
      criteria: {
        safety: { ...yesNo(10), weight: 20, ...comment(50) },
        evidence: { ...levels(10), ...comment(30) },
        completeness: levels(10),
        clarity: scale(5),
      },
    },
    product: {
      days: [14, 7],
      reviewsPerLearner: 3,
      criteria: {
        result: { points: 20, ...comment(50) },
        usefulness: levels(10),
        documentation: scale(5),
        process: { ...scale(5), mayNotApply: true },
      },
      grading: BOTH,
    },
  };
}

/**
 * What a starter fills into the form of a new activity; title and points are the course's own.
 *
 * @param general the form as it is without any
 */
export function fromStarter(
  starter: Starter,
  general: SettingsForm,
  t: TFunction,
  now: Date,
): Omit<SettingsForm, 'title' | 'points'> {
  const { title: _title, points: _points, ...form } = general;
  if (starter === 'general') return form;
  const { days, reviewsPerLearner, criteria, grading = {} } = plansOf(t)[starter];
  const [handIn, review] = days;
  const submissionsCloseAt = endOfDay(now, handIn);
  const reviewsCloseAt = endOfDay(now, handIn + review);
  return {
    ...form,
    submissionsCloseAt,
    reviewsCloseAt,
    dueAt: submissionsCloseAt,
    releaseAt: reviewsCloseAt,
    reviewsPerLearner,
    instructions: richTextOf(t(`starters.${starter}.instructions`)),
    criteria: Object.entries(criteria).map(([id, judged]) => ({
      id,
      title: textOf(t, `starters.${starter}.criteria.${id}.title`),
      description: textOf(t, `starters.${starter}.criteria.${id}.description`),
      ...judged,
    })),
    ...grading,
  };
}

/** The ids of criteria differ by starter; a test asks for each text. */
const textOf = (t: TFunction, key: string): string => (t as unknown as (key: string) => string)(key);
