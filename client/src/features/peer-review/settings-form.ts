import { emptyRichText, plainTextOf, type RichText } from '../../../../server/src/contracts/plain-text.ts';
import * as limits from '../../../../server/src/contracts/limits.ts';
import type { Criterion, Settings } from './api.ts';

/** The settings as the form holds them: dates as the browser's local date-time fields, NaN for an empty number. */
export interface SettingsForm {
  title: string;
  instructions: RichText;
  points: number;
  submissionsCloseAt: string;
  reviewsCloseAt: string;
  reviewsPerLearner: number;
  criteria: Criterion[];
}

/** What is wrong with one field; the text is translated where it is shown. */
export type Invalid =
  | { readonly because: 'required' | 'date' | 'reviewsAfterSubmissions' | 'noCriterion' }
  | { readonly because: 'tooLong' | 'points' | 'count'; readonly max: number };

/** Keyed by field; a criterion's fields as `<criterion id>.title`. */
export type InvalidFields = Readonly<Record<string, Invalid>>;

const DAYS_TO_HAND_IN = 7;
const DAYS_TO_REVIEW = 7;

/** A new activity that could be used as it is: a week to hand in, a week for three reviews. */
export function defaultForm(title: string, criteria: Criterion[], now: Date): SettingsForm {
  return {
    title,
    instructions: emptyRichText(),
    points: 20,
    submissionsCloseAt: endOfDay(now, DAYS_TO_HAND_IN),
    reviewsCloseAt: endOfDay(now, DAYS_TO_HAND_IN + DAYS_TO_REVIEW),
    reviewsPerLearner: 3,
    criteria,
  };
}

function endOfDay(now: Date, daysLater: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysLater, 23, 59);
  return toLocalField(day.toISOString());
}

export const toForm = (settings: Settings): SettingsForm => ({
  ...settings,
  submissionsCloseAt: toLocalField(settings.submissionsCloseAt),
  reviewsCloseAt: toLocalField(settings.reviewsCloseAt),
});

/** The settings to send; only for a form in which nothing is invalid. */
export const toSettings = (form: SettingsForm): Settings => ({
  ...form,
  title: form.title.trim(),
  submissionsCloseAt: new Date(form.submissionsCloseAt).toISOString(),
  reviewsCloseAt: new Date(form.reviewsCloseAt).toISOString(),
  criteria: form.criteria.map((criterion) => ({ ...criterion, title: criterion.title.trim() })),
});

/** A moment as a `datetime-local` field shows it, in the browser's time zone: `2026-11-29T23:59`. */
export function toLocalField(iso: string): string {
  const date = new Date(iso);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What keeps the form from being sent, field by field: the same limits the server enforces. */
export function findInvalid(form: SettingsForm): InvalidFields {
  const checks: [string, Invalid | null][] = [
    ['title', text(form.title, limits.TITLE_MAX, true)],
    ['instructions', text(plainTextOf(form.instructions), limits.INSTRUCTIONS_MAX, false)],
    ['points', points(form.points, limits.ACTIVITY_POINTS_MAX)],
    ['submissionsCloseAt', date(form.submissionsCloseAt)],
    ['reviewsCloseAt', date(form.reviewsCloseAt) ?? inOrder(form)],
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
