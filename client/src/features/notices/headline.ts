import type { TFunction } from 'i18next';
import type { Notice } from './api.ts';

/** What a notice says, in one line. */
export function headlineOf({ content }: Pick<Notice, 'content'>, t: TFunction): string {
  switch (content.kind) {
    case 'workToReview':
      return t('notices.kinds.workToReview', { count: content.works });
    case 'due':
      return content.task === 'handIn'
        ? t('notices.kinds.due.handIn')
        : t('notices.kinds.due.review', { count: content.open });
    case 'reminder':
      return content.task === 'handIn'
        ? t('notices.kinds.reminder.handIn')
        : t('notices.kinds.reminder.review', { count: content.open });
    case 'graded':
      return t('notices.kinds.graded');
    case 'disputeAnswered':
      return t('notices.kinds.disputeAnswered');
  }
}
