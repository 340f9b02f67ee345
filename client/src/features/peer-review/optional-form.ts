import { EXAMPLE_ATTEMPTS_MAX, EXAMPLES_MAX } from '../../../../server/src/contracts/limits.ts';
import { toLocalField } from '../../ui/local-time.ts';
import type { Settings } from './api.ts';

/** What can be wrong here; some of what the form of the settings knows. */
type Fault =
  | { readonly because: 'count'; readonly max: number }
  | { readonly because: 'date' | 'afterSubmissions' | 'afterReviews' };

/** The optional steps as the settings' form holds them, with what stands in fields that are not shown right now. */
export interface OptionalForm {
  calibration: Settings['calibration'];
  assessesSelf: boolean;
  selfOpens: NonNullable<Settings['selfAssessment']>['opens'];
  selfClosesAt: string;
  hasRevision: boolean;
  revisionClosesAt: string;
  hasBackEvaluation: boolean;
  backEvaluationClosesAt: string;
}

type OptionalSettings = Pick<Settings, 'calibration' | 'selfAssessment' | 'revision' | 'backEvaluation'>;

/** @param reviewsCloseAt as the form holds it: what the other dates are at first */
export function optionalFields(settings: OptionalSettings, reviewsCloseAt: string): OptionalForm {
  const { calibration, selfAssessment, revision, backEvaluation } = settings;
  return {
    calibration,
    assessesSelf: selfAssessment !== null,
    selfOpens: selfAssessment?.opens ?? 'withReviews',
    selfClosesAt: selfAssessment ? toLocalField(selfAssessment.closesAt) : reviewsCloseAt,
    hasRevision: revision !== null,
    revisionClosesAt: revision ? toLocalField(revision.closesAt) : weekAfter(reviewsCloseAt),
    hasBackEvaluation: backEvaluation !== null,
    backEvaluationClosesAt: backEvaluation
      ? toLocalField(backEvaluation.closesAt)
      : weekAfter(weekAfter(reviewsCloseAt)),
  };
}

/** A new activity has none of them. */
export const NO_OPTIONAL_STEPS: OptionalSettings = {
  calibration: null,
  selfAssessment: null,
  revision: null,
  backEvaluation: null,
};

export const optionalOf = (form: OptionalForm): OptionalSettings => ({
  calibration: form.calibration,
  selfAssessment: form.assessesSelf
    ? { opens: form.selfOpens, closesAt: new Date(form.selfClosesAt).toISOString() }
    : null,
  revision: form.hasRevision ? { closesAt: new Date(form.revisionClosesAt).toISOString() } : null,
  backEvaluation: form.hasBackEvaluation
    ? { closesAt: new Date(form.backEvaluationClosesAt).toISOString() }
    : null,
});

/** A local date and time a week later; what is no date stays as it is. */
export function weekAfter(local: string): string {
  const date = new Date(local);
  if (Number.isNaN(date.getTime())) return local;
  date.setDate(date.getDate() + 7);
  return toLocalField(date.toISOString());
}

const count = (value: number, max: number): Fault | null =>
  Number.isInteger(value) && value >= 1 && value <= max ? null : { because: 'count', max };

function after(value: string, earlier: string, because: 'afterSubmissions' | 'afterReviews'): Fault | null {
  if (Number.isNaN(Date.parse(value))) return { because: 'date' };
  return Date.parse(value) > Date.parse(earlier) ? null : { because };
}

/** What is wrong with what is in force. */
export function optionalChecks(
  form: OptionalForm & { readonly submissionsCloseAt: string; readonly reviewsCloseAt: string },
): [string, Fault | null][] {
  const pass = form.calibration?.pass ?? null;
  const attempts = form.calibration?.attempts ?? null;
  const selfClosesAt = after(form.selfClosesAt, form.submissionsCloseAt, 'afterSubmissions');
  return [
    ['calibrationExamples', pass && count(pass.examples, EXAMPLES_MAX)],
    ['calibrationAgreement', pass && count(pass.agreementPercent, 100)],
    ['calibrationAttempts', attempts === null ? null : count(attempts, EXAMPLE_ATTEMPTS_MAX)],
    ['selfClosesAt', form.assessesSelf ? selfClosesAt : null],
    [
      'revisionClosesAt',
      form.hasRevision ? after(form.revisionClosesAt, form.reviewsCloseAt, 'afterReviews') : null,
    ],
    [
      'backEvaluationClosesAt',
      form.hasBackEvaluation ? after(form.backEvaluationClosesAt, form.reviewsCloseAt, 'afterReviews') : null,
    ],
  ];
}
