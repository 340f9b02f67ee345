import type { TFunction } from 'i18next';
import type { Format } from '../../i18n/format.ts';
import type { Opening, Prerequisite } from './opening-api.ts';

/** What has to be done before, in words. */
export function prerequisiteText(
  one: Prerequisite,
  { activities, checks }: Pick<Opening, 'activities' | 'checks'>,
  t: TFunction,
  format: Format,
): string {
  const [id, among] = one.kind === 'activity' ? [one.activityId, activities] : [one.questionnaireId, checks];
  const title = among.find((known) => known.id === id)?.title ?? t('opening.gone');
  return one.kind === 'activity'
    ? t('opening.afterActivity', { title })
    : t('opening.afterCheck', { title, percent: format.percent(one.percent) });
}
