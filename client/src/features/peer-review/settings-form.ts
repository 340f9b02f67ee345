import { asksTopicSet, whoOf } from './authors-form.ts';
import { toLocalField } from '../../ui/local-time.ts';
import { emptyRichText, plainTextOf, type RichText } from '../../../../server/src/contracts/plain-text.ts';
import * as limits from '../../../../server/src/contracts/limits.ts';
import type { Criterion, Settings } from './api.ts';
import { count, date, percent, points, text, whole } from './field-checks.ts';
import { asPresentation, type HandInForm, handInProblem } from './hand-in-form.ts';
import { isPresentation } from './hand-in-parts.ts';
import { criteriaChecks, toCriterion } from './criteria-form.ts';
import {
  comparativeChecks,
  comparativeFields,
  type ComparativeForm,
  comparativeOf,
} from './comparative-form.ts';
import type { Invalid } from './invalid.ts';
import {
  NO_OPTIONAL_STEPS,
  optionalChecks,
  optionalFields,
  type OptionalForm,
  optionalOf,
} from './optional-form.ts';
import {
  NOTHING_BUT_WRITTEN,
  reviewingChecks,
  reviewingFields,
  type ReviewingForm,
  reviewingOf,
} from './reviewing-form.ts';

/** The settings as the form holds them: dates as the browser's local date-time fields, NaN for an empty number. */
export interface SettingsForm extends GradingForm, OptionalForm, HandInForm, ComparativeForm {
  title: string;
  instructions: RichText;
  points: number;
  submissionsCloseAt: string;
  reviewsCloseAt: string;
  reviewsPerLearner: number;
  reviewsWithin: Settings['reviewsWithin'];
  authors: Settings['authors'];
  reviewers: Settings['reviewers'];
  /** The group set whose groups are the topics; null while none is chosen. */
  topicSetId: string | null;
  givenOut: Settings['givenOut'];
  /** How many reviews every work is to get, where works are taken one at a time. */
  leastPerWork: number;
  anonymity: Settings['anonymity'];
  criteria: Criterion[];
  feedbackCoach: boolean;
  inlineComments: boolean;
  measuresTime: boolean;
}

/** How work is graded, with what stands in fields that are not shown right now. */
export interface GradingForm extends ReviewingForm {
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
  workMethod: Settings['workMethod'];
  /** Null: reviews may be as far apart as they like. */
  disagreementLimit: number | null;
  rules: Settings['rules'];
  releaseKind: Settings['releaseMode']['kind'];
  releaseAt: string;
}

/** Keyed by field; a criterion's fields as `<criterion id>.title`. */
export type InvalidFields = Readonly<Record<string, Invalid>>;

const DAYS_TO_HAND_IN = 7;
const DAYS_TO_REVIEW = 7;
/** Reviews this far apart, in percent of the points, are no difference of taste any more. */
export const DISAGREEMENT_LIMIT = 40;

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
    reviewsWithin: 'course',
    authors: { kind: 'learners' },
    reviewers: { kind: 'learners' },
    topicSetId: null,
    givenOut: 'atOnce',
    leastPerWork: 3,
    anonymity: 'nobodyKnows',
    handIn: { ...limits.DEFAULT_HAND_IN, fileGroups: [...limits.FILE_GROUPS] },
    isLive: false,
    criteria,
    feedbackCoach: true,
    ...comparativeFields(null),
    inlineComments: true,
    measuresTime: false,
    ...optionalFields(NO_OPTIONAL_STEPS, reviewsCloseAt),
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
  workMethod: 'median',
  ...reviewingFields(NOTHING_BUT_WRITTEN),
  disagreementLimit: DISAGREEMENT_LIMIT,
  rules: limits.DEFAULT_GRADE_RULES,
  releaseKind: 'manual',
  releaseAt: reviewsCloseAt,
});

/** The end of a day, as a date field has it. */
export const endOfDay = (now: Date, daysLater: number): string =>
  toLocalField(new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysLater, 23, 59).toISOString());

/** @param reviewingLabel what a second column would be called, where there is none yet. */
export function toForm(settings: Settings, reviewingLabel: string): SettingsForm {
  const { late, columns, workMethod, disagreementLimit, rules, releaseMode, ...others } = settings;
  const { selfAssessment, revision, backEvaluation, agreement, helpfulness, quality, comparison, ...rest } =
    others;
  const submissionsCloseAt = toLocalField(settings.submissionsCloseAt);
  const reviewsCloseAt = toLocalField(settings.reviewsCloseAt);
  return {
    ...rest,
    isLive: isPresentation(rest.handIn),
    leastPerWork: settings.leastPerWork ?? settings.reviewsPerLearner,
    submissionsCloseAt,
    reviewsCloseAt,
    ...comparativeFields(comparison),
    ...optionalFields({ selfAssessment, revision, backEvaluation, ...rest }, reviewsCloseAt),
    ...defaultGrading(submissionsCloseAt, reviewsCloseAt, reviewingLabel),
    ...(late && { ...late, acceptsLate: true, dueAt: toLocalField(late.dueAt) }),
    ...fieldsOf(columns),
    workMethod,
    ...reviewingFields({ agreement, helpfulness, quality }),
    disagreementLimit,
    rules,
    releaseKind: releaseMode.kind,
    ...(releaseMode.kind === 'date' && { releaseAt: toLocalField(releaseMode.releaseAt) }),
  };
}

function fieldsOf({ kind, ...columns }: Settings['columns']): Partial<GradingForm> {
  return { columnsKind: kind, ...columns };
}

/** The settings to send; only for a form in which nothing is invalid. */
export const toSettings = (form: SettingsForm): Settings => comparativeOf(form, settingsOf(form));

const settingsOf = (form: SettingsForm): Omit<Settings, 'comparison'> => ({
  title: form.title.trim(),
  instructions: form.instructions,
  points: form.points,
  submissionsCloseAt: toIso(form.submissionsCloseAt),
  reviewsCloseAt: toIso(form.reviewsCloseAt),
  reviewsPerLearner: form.reviewsPerLearner,
  ...whoOf(form),
  givenOut: form.givenOut,
  leastPerWork:
    form.givenOut === 'rolling' && form.leastPerWork !== form.reviewsPerLearner ? form.leastPerWork : null,
  anonymity: form.anonymity,
  handIn: form.isLive ? asPresentation(form.handIn) : form.handIn,
  criteria: form.criteria.map(toCriterion),
  feedbackCoach: form.feedbackCoach,
  inlineComments: form.inlineComments,
  measuresTime: form.measuresTime,
  late: form.acceptsLate
    ? {
        dueAt: toIso(form.dueAt),
        graceMinutes: form.graceMinutes,
        percentPerDay: form.percentPerDay,
        lowestPercent: form.lowestPercent,
      }
    : null,
  columns: columnsOf(form),
  workMethod: form.workMethod,
  ...reviewingOf(form, form.columnsKind !== 'work'),
  disagreementLimit: form.disagreementLimit,
  rules: form.rules,
  ...optionalOf(form),
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
  const checks: (readonly [string, Invalid | null])[] = [
    ['title', text(form.title, limits.TITLE_MAX, true)],
    ['instructions', text(plainTextOf(form.instructions), limits.INSTRUCTIONS_MAX, false)],
    ['points', points(form.points, limits.ACTIVITY_POINTS_MAX)],
    ['submissionsCloseAt', date(form.submissionsCloseAt)],
    ['reviewsCloseAt', date(form.reviewsCloseAt) ?? inOrder(form)],
    ...gradingChecks(form),
    ...(form.columnsKind === 'work' || form.compares ? [] : reviewingChecks(form)),
    ...(form.compares ? comparativeChecks(form) : optionalChecks(form)),
    ['reviewsPerLearner', count(form.reviewsPerLearner, limits.REVIEWS_PER_LEARNER_MAX)],
    [
      'topicSetId',
      !form.compares && asksTopicSet(form) && form.topicSetId === null ? { because: 'required' } : null,
    ],
    ['handIn', handInProblem(form)],
    ['leastPerWork', form.givenOut === 'rolling' ? count(form.leastPerWork, form.reviewsPerLearner) : null],
    ...criteriaChecks(form.criteria),
  ];
  return Object.fromEntries(checks.filter((check): check is readonly [string, Invalid] => check[1] !== null));
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
    [
      form.disagreementLimit !== null && !form.compares,
      'disagreementLimit',
      () => points(form.disagreementLimit ?? Number.NaN, 100),
    ],
    [true, 'minimumPercent', () => percent(rules.minimumPercent) ?? inBounds(rules)],
    [true, 'maximumPercent', () => points(rules.maximumPercent, highest)],
    [true, 'decimals', () => whole(rules.decimals, limits.GRADE_DECIMALS_MAX)],
    [releaseKind === 'date', 'releaseAt', () => date(form.releaseAt)],
  ];
  return checks.map(([isShown, field, check]) => [field, isShown ? check() : null]);
}

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

const inOrder = (form: SettingsForm): Invalid | null =>
  Date.parse(form.reviewsCloseAt) <= Date.parse(form.submissionsCloseAt)
    ? { because: 'reviewsAfterSubmissions' }
    : null;
