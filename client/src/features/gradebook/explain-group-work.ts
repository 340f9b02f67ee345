import type { TFunction } from 'i18next';
import type { Format } from '../../i18n/format.ts';
import type { GradeStep } from './api.ts';
import type { Whose } from './explain.ts';

type Step = Extract<GradeStep, { type: 'groupMilestones' }>;

/** The milestones of a group project: what the group was given, and what became of it for one member. */
export function tellGroupMilestones(step: Step, whose: Whose, t: TFunction, format: Format): string {
  const told = step.milestones.map((one) => {
    const points = {
      title: one.title,
      points: format.number(one.points),
      possible: format.number(one.possible),
    };
    if (one.missed) return t('groupGrades.explain.missed', points);
    const parts: string[] = [t('groupGrades.explain.group', { points: format.number(one.given) })];
    if (one.factor)
      parts.push(
        t(`groupGrades.explain.factor.${whose}`, {
          factor: format.number(one.factor.value),
          percent: format.percent(one.factor.percent),
        }),
      );
    if (one.factor === null) parts.push(t('groupGrades.explain.noFactor'));
    if (one.taken > 0) parts.push(t('groupGrades.explain.late', { points: format.number(one.taken) }));
    if (one.adjustment !== 0)
      parts.push(
        t(`groupGrades.explain.${one.adjustment > 0 ? 'more' : 'less'}.${whose}`, {
          points: format.number(Math.abs(one.adjustment)),
        }),
      );
    return t('groupGrades.explain.milestone', { ...points, how: parts.join(', ') });
  });
  const sum = t('groupGrades.explain.sum', {
    points: format.number(step.points),
    possible: format.number(step.possible),
    percent: format.percent(step.percent),
  });
  return [...told, sum].join(' ');
}
