import type { TFunction } from 'i18next';
import type { Format } from '../../i18n/format.ts';
import type { GradeStep } from './api.ts';
import { tellDiscussion } from './explain-discussion.ts';
import type { TellFurther, Whose } from './explain.ts';
import { tellGroupMilestones } from './explain-group-work.ts';

type Compared = Extract<GradeStep, { type: 'compared' }>;

/** In tenths: by several criteria a work may be chosen in part. */
const tenths = (value: number): number => Math.round(value * 10) / 10;

/** How often a work was chosen over others, and where that puts it. */
function tellCompared(
  { chosen, made, percent, interval, lowest, highest, criteria }: Compared,
  whose: Whose,
  t: TFunction,
  format: Format,
): string {
  const told = t('comparative.explain', {
    whose: t(`gradebook.explain.workOf.${whose}`),
    chosen: format.number(tenths(chosen)),
    made: format.number(made),
    lowest: format.percent(lowest),
    highest: format.percent(highest),
    percent: format.percent(tenths(percent)),
    low: format.percent(Math.round(interval.low)),
    high: format.percent(Math.round(interval.high)),
  });
  if (criteria.length < 2) return told;
  const each = criteria.map(({ title, chosen: times, of }) =>
    t('comparative.criterion', { title, chosen: format.number(times), of: format.number(of) }),
  );
  return `${told} ${t('comparative.explainCriteria', { criteria: format.list(each) })}`;
}

/** Steps of grades that compare reviews with each other (the method, how certain it is, agreement), and of a group's answers. */
export const tellFurther: TellFurther = (step, whose, t, format) => {
  if (step.type === 'agreement') {
    return t('gradebook.explainFurther.agreement', {
      agreement: format.percent(step.agreement),
      counts: format.percent(step.counts),
      percent: format.percent(step.percent),
    });
  }
  if (step.type === 'helpfulness') {
    const counts = format.percent(step.counts);
    if (step.helpfulness === null) return t('gradebook.explainFurther.notRated', { counts });
    return t('gradebook.explainFurther.helpfulness', {
      helpfulness: format.percent(step.helpfulness),
      counts,
      percent: format.percent(step.percent),
    });
  }
  if (step.type === 'quality') {
    const counts = format.percent(step.counts);
    if (step.quality === null) return t('gradebook.explainFurther.notJudged', { counts });
    return t('gradebook.explainFurther.quality', {
      quality: format.percent(step.quality),
      counts,
      percent: format.percent(step.percent),
    });
  }
  if (step.type === 'decided') {
    const { setAside, lessened } = step;
    const told: string[] = [];
    if (setAside > 0) told.push(t('staffView.explain.setAside', { count: setAside }));
    if (lessened > 0) told.push(t('staffView.explain.lessened', { count: lessened }));
    return told.join(' ');
  }
  if (step.type === 'criteria') {
    const told = step.criteria.map(({ title, points, maximum }) =>
      t('exclusions.criterion.one', {
        title,
        points: format.number(points),
        maximum: format.number(maximum),
      }),
    );
    return t('exclusions.criterion.told', { criteria: told.join('; ') });
  }
  if (step.type === 'team') {
    return t('team.explain', {
      points: format.number(step.points),
      possible: format.number(step.possible),
      weight: format.percent(step.weight),
      percent: format.percent(step.percent),
    });
  }
  if (step.type === 'milestones' || step.type === 'marked' || step.type === 'together')
    return tellDiscussion(step, t, format);
  if (step.type === 'groupMilestones') return tellGroupMilestones(step, whose, t, format);
  if (step.type === 'compared') return tellCompared(step, whose, t, format);
  const { method, percent, scores, interval } = step;
  const told = t(`gradebook.explainFurther.${scores.length === 1 ? 'single' : method}`, {
    whose: t(`gradebook.explain.workOf.${whose}`),
    percent: format.percent(percent),
    scores: format.list(scores.map((score) => format.percent(score))),
  });
  if (interval === null) return told;
  const range = {
    low: format.percent(Math.round(interval.low)),
    high: format.percent(Math.round(interval.high)),
  };
  return `${told} ${t('gradebook.explainFurther.interval', range)}`;
};
