import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { FileList } from '../../../ui/files/FileList.tsx';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import { showToast } from '../../../ui/toasts.ts';
import { namesIn } from '../mentions.ts';
import { type HeldPost, useHeldPosts, useHoldMember, useModerate } from '../moderation-api.ts';
import { AuthorName } from './AuthorName.tsx';
import styles from './Discussion.module.css';
import { ApproveAll } from './ApproveAll.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';

/** For staff: posts that wait until they approve them, one after the other also by keys, and whose posts do. */
export function HeldPosts({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const query = useHeldPosts(activityId);
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return null;
  const { items, goesOn, everybody, people } = query.data;
  return (
    <>
      {items.length > 0 && <Waiting {...{ activityId, items, goesOn }} />}
      {everybody && <p className={cx(layout['muted'])}>{t('discussionModeration.approval.everybody')}</p>}
      {people.length > 0 && <People {...{ activityId, people }} />}
    </>
  );
}

interface WaitingProps {
  readonly activityId: string;
  readonly items: readonly HeldPost[];
  readonly goesOn: boolean;
}

function Waiting({ activityId, items, goesOn }: WaitingProps) {
  const { t } = useTranslation();
  const moderate = useModerate(activityId);
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const [isRefusing, setIsRefusing] = useState(false);
  const current = items[Math.min(at, items.length - 1)];
  const go = (index: number) => {
    setAt(index);
    list.current?.querySelectorAll<HTMLElement>('article').item(index).focus();
  };
  // What was dealt with leaves the list: the one that takes its place is next.
  const [settled, setSettled] = useState(0);
  useEffect(() => {
    if (settled === 0) return;
    const articles = list.current?.querySelectorAll<HTMLElement>('article');
    articles?.item(Math.min(at, articles.length - 1)).focus();
    // oxlint-disable-next-line react/exhaustive-deps
  }, [settled]);
  const next = () => setSettled((count) => count + 1);
  const approve = ({ threadId, n, revision }: HeldPost): void =>
    moderate.mutate(
      { kind: 'approve', threadId, n, revision },
      {
        onSuccess: () => {
          showToast({ text: t('discussionModeration.approval.approved') });
          next();
        },
      },
    );
  const here = Math.min(at, items.length - 1);
  useShortcut(
    'j',
    t('discussionModeration.approval.next'),
    here + 1 < items.length ? () => go(here + 1) : null,
  );
  useShortcut('k', t('discussionModeration.approval.previous'), here > 0 ? () => go(here - 1) : null);
  useShortcut('a', t('discussionModeration.approval.approve'), current ? () => approve(current) : null);
  useShortcut('r', t('discussionModeration.approval.refuse'), current ? () => setIsRefusing(true) : null);
  return (
    <section aria-labelledby="held" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="held">{t('discussionModeration.approval.listed', { count: items.length })}</h2>
      {goesOn && (
        <p className={cx(layout['muted'])}>
          {t('discussionModeration.approval.more', { count: items.length })}
        </p>
      )}
      {moderate.error !== null && <Problem error={moderate.error} />}
      {items.length > 1 && <ApproveAll {...{ activityId, items }} onDone={next} />}
      <ul ref={list} className={cx(lines['list'])}>
        {items.map((post, index) => (
          <Line
            key={`${post.threadId}/${post.n}`}
            activityId={activityId}
            post={post}
            onFocus={() => setAt(index)}
            onApprove={() => approve(post)}
            onRefuse={() => {
              setAt(index);
              setIsRefusing(true);
            }}
          />
        ))}
      </ul>
      {isRefusing && current && (
        <RefuseDialog
          activityId={activityId}
          threadId={current.threadId}
          n={current.n}
          onDone={next}
          onClose={() => setIsRefusing(false)}
        />
      )}
    </section>
  );
}

interface LineProps {
  readonly activityId: string;
  readonly post: HeldPost;
  readonly onFocus: () => void;
  readonly onApprove: () => void;
  readonly onRefuse: () => void;
}

function Line({ activityId, post, onFocus, onApprove, onRefuse }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { threadId, n, title, author, at, text, files, isAgain } = post;
  const id = `held-${threadId}-${n}`;
  return (
    <li className={cx(lines['line'])}>
      {/* Its keys lead from one to the next. */}
      <article tabIndex={-1} aria-labelledby={id} className={cx(lines['about'])} onFocus={onFocus}>
        <h3 id={id} className={cx(styles['title'])}>
          <Link to={`/discussions/${activityId}/threads/${threadId}?post=${n}`}>
            {t('discussionModeration.report.post', { n })}
            {' · '}
            <bdi>{title}</bdi>
          </Link>
        </h3>
        <p className={cx(layout['row'], layout['snug'], layout['muted'], layout['small'])}>
          <AuthorName author={author} />
          <time dateTime={at}>{format.moment(at)}</time>
          {isAgain && <Badge tone="neutral">{t('discussionModeration.approval.again')}</Badge>}
        </p>
        <RichTextView document={text} headingLevel={4} nameOf={namesIn(post)} />
        <FileList files={files} />
        <div className={cx(layout['row'])}>
          <Button
            variant="primary"
            aria-label={t('discussionModeration.approval.approveOf', { n, title })}
            onPress={onApprove}
          >
            {t('discussionModeration.approval.approve')}
          </Button>
          <Button aria-label={t('discussionModeration.approval.refuseOf', { n, title })} onPress={onRefuse}>
            {t('discussionModeration.approval.refuse')}
          </Button>
        </div>
      </article>
    </li>
  );
}

interface PeopleProps {
  readonly activityId: string;
  readonly people: readonly { readonly memberId: string; readonly name: string | null }[];
}

/** Whose posts wait, beside those of all. */
function People({ activityId, people }: PeopleProps) {
  const { t } = useTranslation();
  const hold = useHoldMember(activityId);
  return (
    <section aria-labelledby="held-people" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="held-people">{t('discussionModeration.approval.people')}</h2>
      {hold.error !== null && <Problem error={hold.error} />}
      <ul className={cx(lines['list'])}>
        {people.map(({ memberId, name }) => (
          <li key={memberId} className={cx(lines['line'])}>
            <bdi>{name ?? t('discussion.somebody')}</bdi>
            <Button
              aria-label={t('discussionModeration.approval.releaseOf', {
                name: name ?? t('discussion.somebody'),
              })}
              onPress={() => hold.mutate({ memberId, waits: false })}
            >
              {t('discussionModeration.approval.release')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
