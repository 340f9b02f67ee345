import type { TFunction } from 'i18next';
import type { Format } from '../../i18n/format.ts';
import type { Opening, Prerequisite } from './opening-api.ts';

/** What has to be done before, in words. */
export function prerequisiteText(
  one: Prerequisite,
  { activities, checks, sessions }: Pick<Opening, 'activities' | 'checks' | 'sessions'>,
  t: TFunction,
  format: Format,
): string {
  const titleOf = (id: string): string =>
    [...activities, ...checks, ...sessions].find((known) => known.id === id)?.title ?? t('opening.gone');
  switch (one.kind) {
    case 'activity':
      return t('opening.afterActivity', { title: titleOf(one.activityId) });
    case 'check': {
      const percent = format.percent(one.percent);
      return t('opening.afterCheck', { title: titleOf(one.questionnaireId), percent });
    }
    case 'session':
      return t('opening.afterSession', { title: titleOf(one.sessionId) });
  }
}
