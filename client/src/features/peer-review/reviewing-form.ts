import type { Settings } from './api.ts';

/** What the grade for reviewing is made of, with what stands in fields that are not shown right now. */
export interface ReviewingForm {
  /** Whether agreement with the best review counts. */
  countsAgreement: boolean;
  agreementPercent: number;
  strictness: NonNullable<Settings['agreement']>['strictness'];
  /** Whether it counts how helpful authors find the reviews. */
  countsHelpfulness: boolean;
  helpfulnessPercent: number;
}

type ReviewingSettings = Pick<Settings, 'agreement' | 'helpfulness'>;

/** Whoever writes the reviews gets all of it. */
export const NOTHING_BUT_WRITTEN: ReviewingSettings = { agreement: null, helpfulness: null };

export const reviewingFields = ({ agreement, helpfulness }: ReviewingSettings): ReviewingForm => ({
  countsAgreement: agreement !== null,
  agreementPercent: agreement?.percent ?? 50,
  strictness: agreement?.strictness ?? 'fair',
  countsHelpfulness: helpfulness !== null,
  helpfulnessPercent: helpfulness?.percent ?? 20,
});

/** @param isGraded whether there is a grade for reviewing at all */
export function reviewingOf(form: ReviewingForm, isGraded: boolean): ReviewingSettings {
  if (!isGraded) return NOTHING_BUT_WRITTEN;
  const { agreementPercent, strictness, helpfulnessPercent } = form;
  return {
    agreement: form.countsAgreement ? { percent: agreementPercent, strictness } : null,
    helpfulness: form.countsHelpfulness ? { percent: helpfulnessPercent } : null,
  };
}

const isShare = (value: number): boolean => value > 0 && value <= 100;

/** What is wrong with the shares, by their fields: both together are at most the whole. */
export function reviewingChecks(form: ReviewingForm) {
  const { countsAgreement, agreementPercent, countsHelpfulness, helpfulnessPercent } = form;
  const most = countsAgreement && isShare(agreementPercent) ? 100 - agreementPercent : 100;
  const points = (max: number) => ({ because: 'points', max }) as const;
  return [
    ['agreementPercent', countsAgreement && !isShare(agreementPercent) ? points(100) : null],
    [
      'helpfulnessPercent',
      countsHelpfulness && !(isShare(helpfulnessPercent) && helpfulnessPercent <= most) ? points(most) : null,
    ],
  ] as const;
}
