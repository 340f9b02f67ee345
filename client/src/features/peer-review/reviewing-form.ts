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
  /** Whether it counts how good staff find the reviews. */
  countsQuality: boolean;
  qualityPercent: number;
}

type ReviewingSettings = Pick<Settings, 'agreement' | 'helpfulness' | 'quality'>;

/** Whoever writes the reviews gets all of it. */
export const NOTHING_BUT_WRITTEN: ReviewingSettings = {
  agreement: null,
  helpfulness: null,
  quality: null,
};

export const reviewingFields = ({ agreement, helpfulness, quality }: ReviewingSettings): ReviewingForm => ({
  countsAgreement: agreement !== null,
  agreementPercent: agreement?.percent ?? 50,
  strictness: agreement?.strictness ?? 'fair',
  countsHelpfulness: helpfulness !== null,
  helpfulnessPercent: helpfulness?.percent ?? 20,
  countsQuality: quality !== null,
  qualityPercent: quality?.percent ?? 30,
});

/** @param isGraded whether there is a grade for reviewing at all */
export function reviewingOf(form: ReviewingForm, isGraded: boolean): ReviewingSettings {
  if (!isGraded) return NOTHING_BUT_WRITTEN;
  const { agreementPercent, strictness, helpfulnessPercent, qualityPercent } = form;
  return {
    agreement: form.countsAgreement ? { percent: agreementPercent, strictness } : null,
    helpfulness: form.countsHelpfulness ? { percent: helpfulnessPercent } : null,
    quality: form.countsQuality ? { percent: qualityPercent } : null,
  };
}

const isShare = (value: number): boolean => value > 0 && value <= 100;

/** What is wrong with the shares, by their fields: together they are at most the whole. */
export function reviewingChecks(form: ReviewingForm) {
  const points = (max: number) => ({ because: 'points', max }) as const;
  let left = 100;
  const shares = [
    ['agreementPercent', form.countsAgreement],
    ['helpfulnessPercent', form.countsHelpfulness],
    ['qualityPercent', form.countsQuality],
  ] as const;
  return shares.map(([field, counts]) => {
    const percent = form[field];
    if (!counts) return [field, null] as const;
    if (!(isShare(percent) && percent <= left)) return [field, points(left)] as const;
    left -= percent;
    return [field, null] as const;
  });
}
