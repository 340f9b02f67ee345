import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import lines from '../../../ui/lines.module.css';
import { type Looked, useFacilitation, useNudge } from '../facilitation-api.ts';
import styles from './Discussion.module.css';

/** Lines of each list before one asks for all. */
const FIRST = 3;

interface PanelProps {
  readonly activityId: string;
}

/** For staff: what to look at in a discussion, each with the one step that does something about it. */
export default function FacilitationPanel({ activityId }: PanelProps) {
  const { t } = useTranslation();
  const query = useFacilitation(activityId);
  if (query.isPending) return <Skeleton />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { unanswered, quiet, oneSided } = query.data;
  const isCalm = unanswered.length + oneSided.length + (quiet?.length ?? 0) === 0;
  return (
    <section aria-labelledby="look" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="look">{t('facilitation.title')}</h2>
      <p className={cx(layout['muted'])}>{t(isCalm ? 'facilitation.nothing' : 'facilitation.intro')}</p>
      {unanswered.length > 0 && (
        <Some title={t('facilitation.unanswered')} items={unanswered}>
          {(one) => <Unanswered key={one.threadId} activityId={activityId} thread={one} />}
        </Some>
      )}
      {oneSided.length > 0 && (
        <Some title={t('facilitation.oneSided')} items={oneSided}>
          {(one) => <OneSided key={one.threadId} activityId={activityId} thread={one} />}
        </Some>
      )}
      {quiet !== null && quiet.length > 0 && <Quiet activityId={activityId} looked={query.data} />}
      {quiet === null && (
        <p className={cx(layout['muted'], layout['small'])}>{t('facilitation.quietHidden')}</p>
      )}
    </section>
  );
}

interface SomeProps<T> {
  readonly title: string;
  readonly items: readonly T[];
  readonly children: (item: T) => ReactNode;
}

/** The first of a list, and the others when one asks for them. */
function Some<T>({ title, items, children }: SomeProps<T>) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <h3 id={id}>{title}</h3>
      <ul className={cx(lines['list'])} aria-labelledby={id}>
        {(isWhole ? items : items.slice(0, FIRST)).map(children)}
      </ul>
      {!isWhole && items.length > FIRST && (
        <p>
          <Button variant="quiet" onPress={() => setIsWhole(true)}>
            {t('facilitation.all', { n: format.number(items.length) })}
          </Button>
        </p>
      )}
    </div>
  );
}

interface LineProps {
  readonly activityId: string;
  readonly thread: Looked['unanswered'][number] | Looked['oneSided'][number];
  readonly children: ReactNode;
  readonly action: { readonly text: string; readonly label: string };
}

function ThreadLine({ activityId, thread, children, action }: LineProps) {
  const place = `/discussions/${activityId}/threads/${thread.threadId}`;
  return (
    <li className={cx(lines['line'])}>
      <div className={cx(lines['about'])}>
        <Link to={place} className={cx(styles['title'])}>
          <bdi>{thread.title}</bdi>
        </Link>
        <span className={cx(layout['muted'], layout['small'])}>{children}</span>
      </div>
      <ButtonLink to={place} aria-label={action.label}>
        {action.text}
      </ButtonLink>
    </li>
  );
}

function Unanswered(props: { readonly activityId: string; readonly thread: Looked['unanswered'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { title, since } = props.thread;
  const action = { text: t('facilitation.answer'), label: t('facilitation.answerOf', { title }) };
  return (
    <ThreadLine {...props} action={action}>
      {t('facilitation.since', {
        when: t('moment.withRelative', {
          absolute: format.shortMoment(since),
          relative: format.relative(since, now),
        }),
      })}
    </ThreadLine>
  );
}

function OneSided(props: { readonly activityId: string; readonly thread: Looked['oneSided'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, percent, most, posts } = props.thread;
  const action = { text: t('facilitation.join'), label: t('facilitation.joinOf', { title }) };
  const share = { percent: format.percent(percent) };
  return (
    <ThreadLine {...props} action={action}>
      {most.kind === 'side' ? (
        t(`facilitation.most.${most.side}`, share)
      ) : (
        <bdi>{t('facilitation.most.person', { ...share, name: most.name ?? t('discussion.somebody') })}</bdi>
      )}
      {` · ${t('discussion.threads.posts', { count: posts })}`}
    </ThreadLine>
  );
}

function Quiet({ activityId, looked }: PanelProps & { readonly looked: Looked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const nudge = useNudge(activityId);
  const people = looked.quiet ?? [];
  const more = looked.quietCount - people.length;
  const tell = (memberIds: string[]) =>
    nudge.mutate(memberIds, {
      onSuccess: ({ nudged }) =>
        showToast({
          text: nudged === 0 ? t('facilitation.nudgedNobody') : t('facilitation.nudged', { count: nudged }),
        }),
    });
  return (
    <>
      <Some title={t('facilitation.quiet')} items={people}>
        {({ memberId, name, lastPostAt, nudgedAt }) => {
          const called = name ?? t('discussion.somebody');
          return (
            <li key={memberId} className={cx(lines['line'])}>
              <div className={cx(lines['about'])}>
                <Link to={`/discussions/${activityId}/participants/${memberId}`}>
                  <bdi>{called}</bdi>
                </Link>
                <span className={cx(layout['muted'], layout['small'])}>
                  {lastPostAt === null
                    ? t('facilitation.quietNever')
                    : t('facilitation.quietLast', { when: format.relative(lastPostAt, now) })}
                  {nudgedAt !== null &&
                    ` · ${t('facilitation.nudgedAt', { when: format.relative(nudgedAt, now) })}`}
                </span>
              </div>
              <Button
                aria-label={t('facilitation.nudgeOf', { name: called })}
                isPending={nudge.isPending}
                onPress={() => tell([memberId])}
              >
                {t('facilitation.nudge')}
              </Button>
            </li>
          );
        }}
      </Some>
      {more > 0 && <p>{t('facilitation.quietMore', { count: more })}</p>}
      {nudge.error !== null && <Problem error={nudge.error} />}
      <p className={cx(layout['row'], layout['snug'])}>
        <Button isPending={nudge.isPending} onPress={() => tell(people.map(({ memberId }) => memberId))}>
          {t('facilitation.nudgeAll')}
        </Button>
        <span className={cx(layout['muted'], layout['small'])}>{t('facilitation.nudgeHint')}</span>
      </p>
    </>
  );
}
