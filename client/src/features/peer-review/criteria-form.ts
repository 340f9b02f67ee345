import * as limits from '../../../../server/src/contracts/limits.ts';
import { type CriterionKind, kindOf, maximumOf } from '../../../../server/src/contracts/rubric-rules.ts';
import type { Criterion } from './api.ts';
import type { Invalid } from './invalid.ts';

/** Setting criteria up: what is wrong with them, and what becomes of them when their kind changes. */

type Kind = Criterion['kind'] & object;
export type Levels = Extract<CriterionKind, { type: 'levels' }>;
export type Scale = Extract<Kind, { type: 'scale' }>;
type Level = Levels['levels'][number];
type Check = [string, Invalid | null];

/** What keeps criteria from being saved, by field: `<criterion id>.title`, `<criterion id>.<level id>.name`. */
export function criteriaChecks(criteria: readonly Criterion[]): Check[] {
  const checks = criteria.flatMap(criterionChecks);
  const isFine = checks.every(([, invalid]) => invalid === null);
  return [['criteria', problemOfRubric(criteria, isFine)], ...checks];
}

/** @param isFine what a criterion counts is known where nothing is wrong with it */
function problemOfRubric(criteria: readonly Criterion[], isFine: boolean): Invalid | null {
  if (criteria.length === 0) return { because: 'noCriterion' };
  return !isFine || maximumOf(criteria) > 0 ? null : { because: 'nothingCounts' };
}

function criterionChecks(criterion: Criterion): Check[] {
  const { id, title, description, points, weight, comment } = criterion;
  const kind = kindOf(criterion);
  const worth = points > 0 && points <= limits.CRITERION_POINTS_MAX;
  return [
    [`${id}.title`, text(title, limits.TITLE_MAX, true)],
    [`${id}.description`, text(description, limits.INSTRUCTIONS_MAX, false)],
    [
      `${id}.points`,
      kind.type === 'comment' || worth ? null : { because: 'points', max: limits.CRITERION_POINTS_MAX },
    ],
    [`${id}.weight`, weight === undefined ? null : within(weight, limits.CRITERION_POINTS_MAX)],
    [
      `${id}.minimum`,
      comment?.need === 'required' ? whole(comment.minimum, limits.CRITERION_COMMENT_MINIMUM_MAX) : null,
    ],
    ...(kind.type === 'levels' ? kind.levels.flatMap((level) => levelChecks(id, level)) : []),
    ...(kind.type === 'scale' ? scaleChecks(id, kind) : []),
  ];
}

const levelChecks = (id: string, level: Level): Check[] => [
  [`${id}.${level.id}.name`, text(level.name, limits.LEVEL_NAME_MAX, true)],
  [`${id}.${level.id}.description`, text(level.description, limits.LEVEL_DESCRIPTION_MAX, false)],
  [`${id}.${level.id}.points`, within(level.points, limits.CRITERION_POINTS_MAX)],
];

function scaleChecks(id: string, { min, max, step, lowLabel, highLabel }: Scale): Check[] {
  const steps = (max - min) / step;
  const isEnd = (value: number) => Math.abs(value) <= limits.SCALE_END_MAX;
  const isWhole =
    isEnd(min) &&
    isEnd(max) &&
    max > min &&
    step > 0 &&
    steps <= limits.SCALE_STEPS_MAX &&
    Math.abs(steps - Math.round(steps)) < 1e-9;
  return [
    [`${id}.scale`, isWhole ? null : { because: 'scale', max: limits.SCALE_STEPS_MAX }],
    [`${id}.lowLabel`, text(lowLabel, limits.LEVEL_NAME_MAX, false)],
    [`${id}.highLabel`, text(highLabel, limits.LEVEL_NAME_MAX, false)],
  ];
}

function text(value: string, max: number, isRequired: boolean): Invalid | null {
  if (isRequired && value.trim() === '') return { because: 'required' };
  return value.length > max ? { because: 'tooLong', max } : null;
}

const within = (value: number, max: number): Invalid | null =>
  value >= 0 && value <= max ? null : { because: 'percent', max };

const whole = (value: number, max: number): Invalid | null =>
  Number.isInteger(value) && value >= 0 && value <= max ? null : { because: 'whole', max };

/** What to send of a criterion. */
export function toCriterion(criterion: Criterion): Criterion {
  const { kind, weight, ...rest } = criterion;
  return {
    ...rest,
    title: criterion.title.trim(),
    ...(kind && { kind: trimmed(kind) }),
    ...(weight !== undefined && { weight }),
  };
}

const trimmed = (kind: Kind): Kind =>
  kind.type === 'levels'
    ? { ...kind, levels: kind.levels.map((level) => ({ ...level, name: level.name.trim() })) }
    : kind;

/** The points of the best level: what a criterion with levels gives at most. NaN while one of them is no number. */
const bestOf = (levels: readonly Level[]): number => Math.max(...levels.map(({ points }) => points));

export const withLevels = (criterion: Criterion, levels: readonly Level[]): Criterion => ({
  ...criterion,
  kind: { type: 'levels', levels: [...levels] },
  points: bestOf(levels),
});

const USUAL_POINTS = 10;
const USUAL_SCALE = { min: 1, max: 5, step: 1, lowLabel: '', highLabel: '' } as const;
const ASKED = { need: 'required', minimum: 0, prompts: true } as const;

/** The criterion judged in another way, with what that begins with. @param levelNames from the best to the least */
export function withKind(
  criterion: Criterion,
  type: CriterionKind['type'],
  levelNames: readonly string[],
  newId: () => string,
): Criterion {
  const { kind: _kind, ...rest } = criterion;
  const points = criterion.points > 0 ? criterion.points : USUAL_POINTS;
  switch (type) {
    case 'points':
      return { ...rest, points };
    case 'yesNo':
      return { ...rest, points, kind: { type } };
    case 'scale':
      return { ...rest, points, kind: { type, ...USUAL_SCALE } };
    case 'levels': {
      const most = levelNames.length - 1;
      const levels = levelNames.map((name, index) => ({
        id: newId(),
        name,
        description: '',
        points: Math.round(((most - index) / most) * points),
      }));
      return withLevels(rest, levels);
    }
    case 'comment': {
      const { weight: _weight, ...plain } = rest;
      return { ...plain, points: 0, kind: { type }, comment: criterion.comment ?? ASKED };
    }
  }
}
