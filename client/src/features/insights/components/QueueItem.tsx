import { type KeyboardEvent, type Ref, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import type { ProblemKind } from '../../peer-review/problems-api.ts';
import type { ReadReason } from '../../course/api.ts';
import { isSnoozed, useNextAction, type WaitingItem } from '../api.ts';
import styles from '../pages/QueuePage.module.css';

export type ActKind = 'assign' | 'snooze' | 'done';

interface QueueItemProps {
  readonly item: WaitingItem;
  /** Why the last act on it was refused. */
  readonly problem: Error | null;
  readonly isActing: boolean;
  readonly onAct: (kind: ActKind) => void;
  readonly onFocus: () => void;
  readonly ref: Ref<HTMLElement>;
}

/** What the texts of a matter need. A matter of the whole course names nobody. */
function useTexts({ because: { code, params } }: WaitingItem) {
  const { t } = useTranslation();
  const isOfCourse = code === 'ROSTER_NOT_READ' || code === 'GROUPS_NOT_READ';
  const name = String(params['name'] ?? t('peerReview.staff.table.unnamed'));
  const marks = String(params['marks'] ?? '');
  const reason =
    code === 'REVIEW_PROBLEM' ? t(`staffView.problem.kind.${params['reason'] as ProblemKind}`) : '';
  const { group = '', title = '' } = params;
  const count = Number(params['count'] ?? 0);
  const why = t(`queue.because.${code}`, { name, count, marks, reason, group, title });
  return { isOfCourse, name, why, words: String(params['words'] ?? '') };
}

/** One matter that waits: why, since when, who looks after it, what to do next, and what staff can do with it. */
export function QueueItem({ item, problem, isActing, onAct, onFocus, ref }: QueueItemProps) {
  const { t } = useTranslation();
  const headingId = useId();
  const next = useRef<HTMLDivElement>(null);
  const { isOfCourse, why, words } = useTexts(item);
  const { code, params } = item.because;
  const action = useNextAction();

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    // Of a button in it Enter is the button's.
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    event.preventDefault();
    next.current?.querySelector<HTMLElement>('a, button')?.click();
  }

  return (
    <li>
      {/* Its keys are those of the list: the one step forward, for who has come to it by them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <article
        ref={ref}
        tabIndex={-1}
        aria-labelledby={headingId}
        className={cx(styles['item'], styles['matter'])}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      >
        <div className={cx(styles['text'])}>
          <h2 id={headingId}>{why}</h2>
          <Standing item={item} />
          {isOfCourse && <p>{t(`roster.reason.${params['reason'] as ReadReason}`)}</p>}
          {words !== '' && (
            <p className={cx(styles['detail'])}>
              {t(isOfCourse ? 'roster.words' : 'queue.words', { words })}
            </p>
          )}
          <p>
            {t(
              code === 'GRADE_INVALID' && params['place'] === 'questionnaire'
                ? 'queue.adviceQuestionnaire'
                : `queue.advice.${code}`,
            )}
          </p>
          <Since item={item} />
          {problem !== null && <Problem error={problem} />}
          {action.error !== null && <Problem error={action.error} />}
          {action.isSuccess && <p>{t(isOfCourse ? 'roster.retried' : 'queue.retried')}</p>}
        </div>
        <div className={cx(styles['steps'])}>
          <div ref={next}>
            <NextStep item={item} action={action} />
          </div>
          <Acts item={item} isActing={isActing} onAct={onAct} />
        </div>
      </article>
    </li>
  );
}

/** The one thing that leads on: a call, or the page where it is dealt with. */
function NextStep(props: { readonly item: WaitingItem; readonly action: ReturnType<typeof useNextAction> }) {
  const { item, action } = props;
  const { t } = useTranslation();
  const { isOfCourse, name, why } = useTexts(item);
  const { nextAction, activityId } = item;
  if (action.isSuccess) return <Badge tone="info">{t('queue.done')}</Badge>;
  if (nextAction !== null) {
    const label = t(`queue.action.${nextAction.code}`);
    const retried = t(isOfCourse ? 'roster.retried' : 'queue.retried');
    return (
      <Button
        isPending={action.isPending}
        aria-label={t('queue.actionFor', { action: label, name: isOfCourse ? why : name })}
        onPress={() => action.mutate(nextAction, { onSuccess: () => announce(retried) })}
      >
        {action.isPending ? t('queue.busy') : label}
      </Button>
    );
  }
  if (activityId === null) return null;
  const { root, page, label: text } = placeOf(item.because);
  const label = t(text);
  return (
    <ButtonLink
      to={`${root}/${activityId}${page}`}
      aria-label={t('queue.actionFor', { action: label, name })}
    >
      {label}
    </ButtonLink>
  );
}

/** Where a matter is dealt with: in its activity, or in the questionnaire that it is about. */
function placeOf({ code, params }: WaitingItem['because']) {
  if (code === 'MEMBER_DID_LESS' || code === 'MEMBERS_RAISE_EACH_OTHER' || code === 'MEMBERS_AT_ODDS')
    return { root: '/questionnaires', page: '/evaluation', label: 'queue.openEvaluation' } as const;
  if (params['place'] === 'questionnaire')
    return { root: '/questionnaires', page: '', label: 'queue.openQuestionnaire' } as const;
  const root = '/activities';
  if (code === 'DISPUTE_WAITS') return { root, page: '/disputes', label: 'queue.openDisputes' } as const;
  if (code === 'REVIEW_PROBLEM' || code === 'REVIEWS_DISAGREE')
    return { root, page: '/problems', label: 'queue.openProblems' } as const;
  if (code === 'POST_REPORTED' || code === 'POSTS_HELD')
    return { root: '/discussions', page: '/moderation', label: 'queue.openModeration' } as const;
  if (code === 'THREADS_UNANSWERED' || code === 'MEMBERS_QUIET' || code === 'THREADS_ONE_SIDED')
    return { root: '/discussions', page: '', label: 'queue.openDiscussion' } as const;
  if (code === 'MARKS_DIFFER' && 'participantId' in params)
    return {
      root: '/discussions',
      page: `/participants/${params['participantId']}?hidden=1`,
      label: 'queue.openWork',
    } as const;
  if (code === 'MARKS_DIFFER' && 'hiddenGroupId' in params)
    return {
      root: '/group-work',
      page: `/groups/${params['hiddenGroupId']}/milestones/${params['n']}?hidden=1`,
      label: 'queue.openWork',
    } as const;
  if (code === 'MARKS_DIFFER')
    return { root, page: `/marking/${params['workId']}`, label: 'queue.openWork' } as const;
  if (code === 'DYNAMICS_LOW')
    return {
      root: '/group-work',
      page: `/groups/${params['groupId']}/dynamics`,
      label: 'queue.openActivity',
    } as const;
  if (code === 'LESSONS_OFFERED')
    return { root: '/group-work', page: '/lessons', label: 'queue.openActivity' } as const;
  if (code === 'DELIVERABLES_UNMARKED')
    return { root: '/group-work', page: '/works', label: 'marking.link' } as const;
  if (code === 'DELIVERABLES_MISSING')
    return { root: '/group-work', page: '', label: 'queue.openActivity' } as const;
  if (code === 'CHARTERS_MISSING')
    return { root: '/group-work', page: '/charters', label: 'queue.openActivity' } as const;
  return { root, page: '', label: 'queue.openActivity' } as const;
}

function Acts({ item, isActing, onAct }: Pick<QueueItemProps, 'item' | 'isActing' | 'onAct'>) {
  const { t } = useTranslation();
  const { why } = useTexts(item);
  const isDone = item.done !== null;
  const now = useNow();
  const button = (kind: ActKind, text: string) => (
    <Button
      variant="quiet"
      isPending={isActing}
      aria-label={t('queue.actionFor', { action: text, name: why })}
      onPress={() => onAct(kind)}
    >
      {text}
    </Button>
  );
  return (
    <div className={cx(layout['row'], layout['snug'])}>
      {button('assign', t('queue.acts.assign'))}
      {!isDone && button('snooze', t(isSnoozed(item, now) ? 'queue.acts.unsnooze' : 'queue.acts.snooze'))}
      {button('done', t(isDone ? 'queue.acts.reopen' : 'queue.acts.done'))}
    </div>
  );
}

/** Who looks after it, and why it is not among the open ones. */
function Standing({ item }: { readonly item: WaitingItem }) {
  const { assignee, snoozedUntil, done } = item;
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const waitsUntil = done === null && isSnoozed(item, now) ? snoozedUntil : null;
  if (assignee === null && done === null && waitsUntil === null) return null;
  return (
    <p className={cx(layout['row'], layout['snug'])}>
      {assignee !== null && (
        <Badge tone="info">
          {t('queue.standing.assigned', { name: assignee.name ?? t('queue.assign.unnamed') })}
        </Badge>
      )}
      {waitsUntil !== null && (
        <Badge tone="neutral">{t('queue.standing.snoozed', { when: format.moment(waitsUntil) })}</Badge>
      )}
      {done !== null && (
        <Badge tone="good">
          {t('queue.standing.done', {
            name: done.byName ?? t('queue.assign.unnamed'),
            when: format.moment(done.at),
          })}
        </Badge>
      )}
    </p>
  );
}

function Since({ item }: { readonly item: WaitingItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const absolute = format.moment(item.since);
  const when = t('moment.withRelative', { absolute, relative: format.relative(item.since, now) });
  return (
    <p className={cx(layout['muted'], layout['small'])}>
      {t('queue.since', { when })}
      {item.until !== null && ` · ${t('queue.until', { when: format.moment(item.until) })}`}
    </p>
  );
}
