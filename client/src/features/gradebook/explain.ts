import type { TFunction } from 'i18next';
import type { Format } from '../../i18n/format.ts';
import type { GradeExplanation, GradeStep } from './api.ts';

/** Whether one reads about oneself or about somebody else. */
export type Whose = 'own' | 'other';

/** Steps that are told by `explain-further.ts`, with texts that come when they are needed. */
type FurtherStep = Extract<
  GradeStep,
  {
    type:
      | 'compared'
      | 'reviews'
      | 'decided'
      | 'criteria'
      | 'agreement'
      | 'helpfulness'
      | 'quality'
      | 'team'
      | 'milestones'
      | 'marked'
      | 'together'
      | 'groupMilestones';
  }
>;

export type TellFurther = (step: FurtherStep, whose: Whose, t: TFunction, format: Format) => string;

const isFurther = (step: GradeStep): step is FurtherStep =>
  /^(compared|reviews|decided|criteria|agreement|helpfulness|quality|team|milestones|marked|together|groupMilestones)$/.test(
    step.type,
  );

export const needsFurther = ({ steps }: Pick<GradeExplanation, 'steps'>): boolean => steps.some(isFurther);

/** How a grade came about, in sentences with numbers. */
export function explain(
  { value, maximum, steps }: Pick<GradeExplanation, 'value' | 'maximum' | 'steps'>,
  whose: Whose,
  t: TFunction,
  format: Format,
  further: TellFurther = () => '',
): string {
  const sentences = steps.map((step) =>
    isFurther(step) ? further(step, whose, t, format) : sentenceOf(step, whose, t, format),
  );
  if (value !== null) {
    const points = { value: format.number(value), maximum: format.number(maximum) };
    sentences.push(t('gradebook.explain.grade', points));
  }
  return sentences.join(' ');
}

function sentenceOf(
  step: Exclude<GradeStep, FurtherStep>,
  whose: Whose,
  t: TFunction,
  format: Format,
): string {
  switch (step.type) {
    case 'work':
      return t('gradebook.explain.work', {
        whose: t(`gradebook.explain.workOf.${whose}`),
        count: step.scores.length,
        percent: format.percent(step.percent),
        scores: format.list(step.scores.map((score) => format.percent(score))),
      });
    case 'late':
      return step.taken === 0
        ? t('gradebook.explain.lateFree', { count: step.days })
        : t('gradebook.explain.late', { count: step.days, taken: format.percent(step.taken) });
    case 'lateWaived':
      return t('gradebook.explain.lateFree', { count: step.days });
    case 'reviewing':
      return t('gradebook.explain.reviewing', {
        whose: t(`gradebook.explain.reviewsOf.${whose}`),
        done: format.number(step.done),
        of: format.number(step.of),
        percent: format.percent(step.percent),
      });
    case 'weighted':
      return t('gradebook.explain.weighted', {
        work: format.percent(step.work),
        reviewing: format.percent(step.reviewing),
        percent: format.percent(step.percent),
      });
    case 'answers':
      return t('gradebook.explain.answers', {
        points: format.number(step.points),
        possible: format.number(step.possible),
        percent: format.percent(step.percent),
      });
    case 'raised':
    case 'capped':
      return t(`gradebook.explain.${step.type}`, { percent: format.percent(step.percent) });
    case 'workAlone':
    case 'set':
    case 'excused':
    case 'withdrawn':
      return t(`gradebook.explain.${step.type}`);
  }
}
