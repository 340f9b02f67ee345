import type { TFunction } from 'i18next';
import { PRESENTATION_NOTICES } from '../../../../server/src/contracts/presentation-limits.ts';
import type { Notice } from './api.ts';

/** What a notice says, in one line. */
export function headlineOf({ content }: Pick<Notice, 'content'>, t: TFunction): string {
  switch (content.kind) {
    case 'workToReview':
      return t('notices.kinds.workToReview', { count: content.works });
    case 'opened':
      return t('notices.kinds.opened');
    case 'due':
      if (content.task === 'answer') return t('notices.kinds.due.answer');
      if (content.task === 'rate') return t('notices.kinds.due.rate');
      return content.task === 'handIn'
        ? t('notices.kinds.due.handIn')
        : t('notices.kinds.due.review', { count: content.open });
    case 'reminder':
      return content.task === 'handIn'
        ? t('notices.kinds.reminder.handIn')
        : t('notices.kinds.reminder.review', { count: content.open });
    case 'graded':
      return t('notices.kinds.graded');
    case 'evaluated':
      return t('notices.kinds.evaluated');
    case 'reviewReply':
      return t('notices.kinds.reviewReply');
    case 'postReply':
      return t('notices.kinds.postReply');
    case 'mentioned':
      return t('notices.kinds.mentioned');
    case 'postHidden':
      return t('notices.kinds.postHidden');
    case 'postApproved':
      return t('notices.kinds.postApproved');
    case 'postRefused':
      return t('notices.kinds.postRefused');
    case 'postShown':
      return t('notices.kinds.postShown');
    case 'postsMoved':
      return t('notices.kinds.postsMoved');
    case 'followed':
      return t('notices.kinds.followed');
    case 'nudged':
      return t('notices.kinds.nudged');
    case 'disputeAnswered':
      return t('notices.kinds.disputeAnswered');
    case 'groupSeat':
      return t('notices.kinds.groupSeat');
    case 'groupPlaced':
      return t('notices.kinds.groupPlaced');
    case 'groupLeft':
      return t('notices.kinds.groupLeft');
    case 'groupHandedIn':
      return t('notices.kinds.groupHandedIn');
    case 'groupConfirm':
      return t('notices.kinds.groupConfirm');
    case 'groupWithdrawn':
      return t('notices.kinds.groupWithdrawn');
    case 'groupObjected':
      return t('notices.kinds.groupObjected');
    case 'taskDue':
      return t('notices.kinds.taskDue');
    case 'groupNudged':
      return t('notices.kinds.groupNudged');
    case 'presentationSet':
      return t('notices.kinds.presentationSet');
    case 'presentationMoved':
      return t('notices.kinds.presentationMoved');
    case 'presentationFreed':
      return t('notices.kinds.presentationFreed');
    case 'presentationSoon':
      return t('notices.kinds.presentationSoon');
    case 'revisionOpen':
      return t('notices.kinds.revisionOpen');
  }
}

const PRESENTATIONS: ReadonlySet<Notice['content']['kind']> = new Set(PRESENTATION_NOTICES);

/** What group sets tell of. */
const MY_GROUPS: ReadonlySet<Notice['content']['kind']> = new Set(['groupSeat', 'groupPlaced', 'groupLeft']);

/** What only group projects tell of. */
const GROUP_WORK: ReadonlySet<Notice['content']['kind']> = new Set([
  'groupConfirm',
  'groupWithdrawn',
  'groupObjected',
  'groupNudged',
]);

/** Whether its date is when something takes place, rather than until when it is to be done. */
export const takesPlace = ({ content }: Pick<Notice, 'content'>): boolean => PRESENTATIONS.has(content.kind);

/** Where a notice leads. */
export function placeOf({ content, activityId }: Pick<Notice, 'content' | 'activityId'>): string {
  if (MY_GROUPS.has(content.kind)) return '/my-groups';
  if (content.kind === 'taskDue') return `/group-work/${activityId}/groups/${content.groupId}/tasks`;
  if (PRESENTATIONS.has(content.kind)) return `/group-work/${activityId}/presentations`;
  if (GROUP_WORK.has(content.kind)) return `/group-work/${activityId}`;
  if ('place' in content && content.place)
    return `/discussions/${activityId}/threads/${content.place.threadId}?post=${content.place.n}`;
  if (content.kind === 'followed') return `/discussions/${activityId}?filter=unread,followed`;
  if ('place' in content || content.kind === 'postReply' || content.kind === 'nudged')
    return `/discussions/${activityId}`;
  const isQuestionnaire =
    content.kind === 'opened' ||
    content.kind === 'evaluated' ||
    (content.kind === 'due' && content.task === 'answer');
  return isQuestionnaire ? `/questionnaires/${activityId}` : `/activities/${activityId}`;
}
