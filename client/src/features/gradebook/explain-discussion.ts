import type { TFunction } from 'i18next';
import type { Format } from '../../i18n/format.ts';
import { milestoneText } from '../discussion/milestone-text.ts';
import type { GradeStep } from './api.ts';

/** Steps of the grades of discussions: what was met of what is expected, and what staff have given. */
export function tellDiscussion(
  step: Extract<GradeStep, { type: 'milestones' | 'marked' | 'together' }>,
  t: TFunction,
  format: Format,
): string {
  const percent = format.percent(step.percent);
  if (step.type === 'marked') {
    const points = { points: format.number(step.points), maximum: format.number(step.maximum) };
    return t('discussionGrades.explain.marked', { ...points, percent });
  }
  if (step.type === 'together') {
    const shares = { milestones: format.percent(step.milestones), rubric: format.percent(step.rubric) };
    return t('discussionGrades.explain.together', { ...shares, percent });
  }
  const met = step.milestones.filter((one) => one.met);
  const notMet = step.milestones.filter((one) => !one.met);
  const told: string[] = [
    t('discussionGrades.explain.milestones', {
      met: format.number(met.length),
      of: format.number(step.milestones.length),
      points: format.number(step.points),
      possible: format.number(step.possible),
      percent,
    }),
  ];
  const textOf = (all: typeof met) => all.map((one) => milestoneText(one, t, format)).join('; ');
  if (met.length > 0) told.push(t('discussionGrades.explain.met', { what: textOf(met) }));
  if (notMet.length > 0) told.push(t('discussionGrades.explain.notMet', { what: textOf(notMet) }));
  return told.join(' ');
}
