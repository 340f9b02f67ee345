import { toLocalField } from '../../ui/local-time.ts';
import { emptyRichText, plainTextOf, type RichText } from '../../../../server/src/contracts/plain-text.ts';
import * as limits from '../../../../server/src/contracts/limits.ts';
import type { Criterion, Settings } from './api.ts';

/** The settings as the form holds them: dates as the browser's local date-time fields, NaN for an empty number. */
export interface SettingsForm extends GradingForm {
  title: string;
  instructions: RichText;
  points: number;
  submissionsCloseAt: string;
  reviewsCloseAt: string;
  reviewsPerLearner: number;
  criteria: Criterion[];
}

/** How work is graded, with what stands in fields that are not shown right now. */
export interface GradingForm {
  /** Work is taken after the due date, until submissions close. */
  acceptsLate: boolean;
  dueAt: string;
  graceMinutes: number;
  percentPerDay: number;
  lowestPercent: number;
  columnsKind: Settings['columns']['kind'];
  reviewingPoints: number;
  reviewingLabel: string;
  workPercent: number;
  reviewingPercent: number;
  rules: Settings['rules'];
  releaseKind: Settings['releaseMode']['kind'];
  releaseAt: string;
}

/** What is wrong with one field; the text is translated where it is shown. */
export type Invalid =
  | {
      readonly because:
        | 'required'
        | 'date'
        | 'reviewsAfterSubmissions'
        | 'dueBeforeClose'
        | 'noCriterion'
        | 'weights'
        | 'weightsExtra'
        | 'bounds';
    }
  | { readonly because: 'tooLong' | 'points' | 'count' | 'percent' | 'whole'; readonly max: number };

/** Keyed by field; a criterion's fields as `<criterion id>.title`. */
export type InvalidFields = Readonly<Record<string, Invalid>>;

const DAYS_TO_HAND_IN = 7;
const DAYS_TO_REVIEW = 7;

/** A new activity that could be used as it is: a week to hand in, a week for three reviews. */
export function defaultForm(
  title: string,
  criteria: Criterion[],
  reviewingLabel: string,
  now: Date,
): SettingsForm {
  const submissionsCloseAt = endOfDay(now, DAYS_TO_HAND_IN);
  const reviewsCloseAt = endOfDay(now, DAYS_TO_HAND_IN + DAYS_TO_REVIEW);
  return {
    title,
    instructions: emptyRichText(),
    points: 20,
    submissionsCloseAt,
    reviewsCloseAt,
    reviewsPerLearner: 3,
    criteria,
    ...defaultGrading(submissionsCloseAt, reviewsCloseAt, reviewingLabel),
  };
}

/** No late work, one column, released by hand; behind that, what a first choice of each would be. */
const defaultGrading = (closeAt: string, reviewsCloseAt: string, reviewingLabel: string): GradingForm => ({
  acceptsLate: false,
  dueAt: closeAt,
  graceMinutes: 0,
  percentPerDay: 10,
  lowestPercent: 0,
  columnsKind: 'work',
  reviewingPoints: 10,
  reviewingLabel,
  workPercent: 80,
  reviewingPercent: 20,
  rules: limits.DEFAULT_GRADE_RULES,
  releaseKind: 'manual',
  releaseAt: reviewsCloseAt,
});

function endOfDay(now: Date, daysLater: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysLater, 23, 59);
  return toLocalField(day.toISOString());
}

/** @param reviewingLabel what a second column would be called, where there is none yet. */
export function toForm(settings: Settings, reviewingLabel: string): SettingsForm {
  const { late, columns, rules, releaseMode, ...rest } = settings;
  const submissionsCloseAt = toLocalField(settings.submissionsCloseAt);
  const reviewsCloseAt = toLocalField(settings.reviewsCloseAt);
  return {
    ...rest,
    submissionsCloseAt,
    reviewsCloseAt,
    ...defaultGrading(submissionsCloseAt, reviewsCloseAt, reviewingLabel),
    ...(late && { ...late, acceptsLate: true, dueAt: toLocalField(late.dueAt) }),
    ...fieldsOf(columns),
    rules,
    releaseKind: releaseMode.kind,
    ...(releaseMode.kind === 'date' && { releaseAt: toLocalField(releaseMode.releaseAt) }),
  };
}

function fieldsOf({ kind, ...columns }: Settings['columns']): Partial<GradingForm> {
  return { columnsKind: kind, ...columns };
}

/** The settings to send; only for a form in which nothing is invalid. */
export const toSettings = (form: SettingsForm): Settings => ({
  title: form.title.trim(),
  instructions: form.instructions,
  points: form.points,
  submissionsCloseAt: toIso(form.submissionsCloseAt),
  reviewsCloseAt: toIso(form.reviewsCloseAt),
  reviewsPerLearner: form.reviewsPerLearner,
  criteria: form.criteria.map((criterion) => ({ ...criterion, title: criterion.title.trim() })),
  late: form.acceptsLate
    ? {
        dueAt: toIso(form.dueAt),
        graceMinutes: form.graceMinutes,
        percentPerDay: form.percentPerDay,
        lowestPercent: form.lowestPercent,
      }
    : null,
  columns: columnsOf(form),
  rules: form.rules,
  releaseMode:
    form.releaseKind === 'date'
      ? { kind: 'date', releaseAt: toIso(form.releaseAt) }
      : { kind: form.releaseKind },
});

function columnsOf(form: SettingsForm): Settings['columns'] {
  const { columnsKind: kind, reviewingPoints, workPercent, reviewingPercent } = form;
  if (kind === 'total') return { kind, workPercent, reviewingPercent };
  if (kind === 'separate') return { kind, reviewingPoints, reviewingLabel: form.reviewingLabel.trim() };
  return { kind };
}

const toIso = (local: string): string => new Date(local).toISOString();

/** Whether nobody has chosen how grades are bounded and rounded. */
export const isDefaultRules = (rules: Settings['rules']): boolean =>
  Object.entries(limits.DEFAULT_GRADE_RULES).every(
    ([key, value]) => rules[key as keyof typeof rules] === value,
  );

/** What keeps the form from being sent, field by field: the same limits the server enforces. */
export function findInvalid(form: SettingsForm): InvalidFields {
  const checks: [string, Invalid | null][] = [
    ['title', text(form.title, limits.TITLE_MAX, true)],
    ['instructions', text(plainTextOf(form.instructions), limits.INSTRUCTIONS_MAX, false)],
    ['points', points(form.points, limits.ACTIVITY_POINTS_MAX)],
    ['submissionsCloseAt', date(form.submissionsCloseAt)],
    ['reviewsCloseAt', date(form.reviewsCloseAt) ?? inOrder(form)],
    ...gradingChecks(form),
    ['reviewsPerLearner', count(form.reviewsPerLearner, limits.REVIEWS_PER_LEARNER_MAX)],
    ['criteria', form.criteria.length === 0 ? { because: 'noCriterion' } : null],
    ...form.criteria.flatMap(({ id, title, description, points: worth }): [string, Invalid | null][] => [
      [`${id}.title`, text(title, limits.TITLE_MAX, true)],
      [`${id}.description`, text(description, limits.INSTRUCTIONS_MAX, false)],
      [`${id}.points`, points(worth, limits.CRITERION_POINTS_MAX)],
    ]),
  ];
  return Object.fromEntries(checks.filter((check): check is [string, Invalid] => check[1] !== null));
}

/** Only what is in force: a field that is not shown cannot be wrong. */
function gradingChecks(form: SettingsForm): [string, Invalid | null][] {
  const { acceptsLate, columnsKind, releaseKind, rules } = form;
  const highest = rules.extraCredit ? limits.EXTRA_CREDIT_PERCENT_MAX : 100;
  const checks: [isShown: boolean, string, () => Invalid | null][] = [
    [acceptsLate, 'dueAt', () => date(form.dueAt) ?? dueInOrder(form)],
    [acceptsLate, 'graceMinutes', () => whole(form.graceMinutes, limits.GRACE_MINUTES_MAX)],
    [acceptsLate, 'percentPerDay', () => percent(form.percentPerDay)],
    [acceptsLate, 'lowestPercent', () => percent(form.lowestPercent)],
    [
      columnsKind === 'separate',
      'reviewingPoints',
      () => points(form.reviewingPoints, limits.ACTIVITY_POINTS_MAX),
    ],
    [columnsKind === 'separate', 'reviewingLabel', () => text(form.reviewingLabel, limits.TITLE_MAX, true)],
    [columnsKind === 'total', 'workPercent', () => percent(form.workPercent)],
    [columnsKind === 'total', 'reviewingPercent', () => percent(form.reviewingPercent) ?? weights(form)],
    [true, 'minimumPercent', () => percent(rules.minimumPercent) ?? inBounds(rules)],
    [true, 'maximumPercent', () => points(rules.maximumPercent, highest)],
    [true, 'decimals', () => whole(rules.decimals, limits.GRADE_DECIMALS_MAX)],
    [releaseKind === 'date', 'releaseAt', () => date(form.releaseAt)],
  ];
  return checks.map(([isShown, field, check]) => [field, isShown ? check() : null]);
}

const percent = (value: number): Invalid | null =>
  value >= 0 && value <= 100 ? null : { because: 'percent', max: 100 };

const whole = (value: number, max: number): Invalid | null =>
  Number.isInteger(value) && value >= 0 && value <= max ? null : { because: 'whole', max };

const inBounds = ({ minimumPercent, maximumPercent }: Settings['rules']): Invalid | null =>
  minimumPercent < maximumPercent ? null : { because: 'bounds' };

function weights({ workPercent, reviewingPercent, rules }: SettingsForm): Invalid | null {
  const sum = workPercent + reviewingPercent;
  // 33.3 and 66.7 make a little more than 100 in binary.
  if (Math.abs(sum - 100) < 1e-9) return null;
  if (!rules.extraCredit) return { because: 'weights' };
  return sum > 100 ? null : { because: 'weightsExtra' };
}

const dueInOrder = (form: SettingsForm): Invalid | null =>
  Date.parse(form.dueAt) > Date.parse(form.submissionsCloseAt) ? { because: 'dueBeforeClose' } : null;

function text(value: string, max: number, isRequired: boolean): Invalid | null {
  if (isRequired && value.trim() === '') return { because: 'required' };
  return value.length > max ? { because: 'tooLong', max } : null;
}

const points = (value: number, max: number): Invalid | null =>
  value > 0 && value <= max ? null : { because: 'points', max };

const count = (value: number, max: number): Invalid | null =>
  Number.isInteger(value) && value >= 1 && value <= max ? null : { because: 'count', max };

const date = (value: string): Invalid | null =>
  Number.isNaN(Date.parse(value)) ? { because: 'date' } : null;

const inOrder = (form: SettingsForm): Invalid | null =>
  Date.parse(form.reviewsCloseAt) <= Date.parse(form.submissionsCloseAt)
    ? { because: 'reviewsAfterSubmissions' }
    : null;

/** The list with one item moved by one place; unchanged where there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
