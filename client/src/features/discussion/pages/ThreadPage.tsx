import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { useApi } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { makePart, Nothing } from '../../../ui/part.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type AnswerAct, useAnswerAct, useAnswers } from '../answers-api.ts';
import { findUnread, type Post, useDiscussion, useThread } from '../api.ts';
import { AnswerOrder, type Order } from '../components/AnswerOrder.tsx';
import styles from '../components/Discussion.module.css';
import { HideDialog } from '../components/HideDialog.tsx';
import { FollowButton } from '../components/FollowButton.tsx';
import { HistoryDialog } from '../components/HistoryDialog.tsx';
import { isAnswerAct, type PostCommand, PostItem } from '../components/PostItem.tsx';
import { ReportDialog } from '../components/ReportDialog.tsx';
import { TagBadges } from '../components/ThreadTags.tsx';
import { ThreadModeration } from '../components/ThreadModeration.tsx';
import { PostList } from '../components/PostList.tsx';
import { movedTo, useUndoModeration } from '../moderation-api.ts';
import { useArrivals } from '../components/use-arrivals.ts';
import { namesIn } from '../mentions.ts';
import { asQuoted } from '../quote.ts';
import { useReadMarks } from '../components/use-read-marks.ts';
import { useWriting } from '../components/use-writing.ts';

const DeleteDialog = makePart(() => import('../components/DeleteDialog.tsx'), Nothing);
const LinkDialog = makePart(() => import('../components/LinkDialog.tsx'), Nothing);
const MoveDialog = makePart(() => import('../components/MoveDialog.tsx'), Nothing);
const ThreadSynthesis = makePart(() => import('../components/ThreadSynthesis.tsx'), Nothing);

export default function ThreadPage() {
  const { activityId = '', threadId = '' } = useParams();
  const [search] = useSearchParams();
  const post = Number(search.get('post')) || undefined;
  return (
    <ThreadFrom key={`${threadId}/${post ?? 1}`} activityId={activityId} threadId={threadId} post={post} />
  );
}

const NONE: readonly Post[] = [];

/** The page that the LMS shows has no address of its own for a post: where this one is opened, the next launch leads to it. */
const linkTo = (n: number): string => `${window.location.origin}${window.location.pathname}?post=${n}`;

interface ThreadFromProps {
  readonly activityId: string;
  readonly threadId: string;
  /** Where one begins to read. */
  readonly post: number | undefined;
}

/** A thread from one of its posts on; what comes before is a button away. */
function ThreadFrom({ activityId, threadId, post }: ThreadFromProps) {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const thread = useThread(activityId, threadId, post);
  const discussion = useDiscussion(activityId);
  const answering = useAnswerAct(activityId, threadId);
  const undoing = useUndoModeration(activityId);
  const order: Order = search.get('order') === 'votes' ? 'votes' : 'talk';
  const answers = useAnswers(activityId, threadId, order === 'votes');
  const { watch, flush, settle, count } = useReadMarks(activityId, threadId);
  const { arrived: newPosts, seen } = useArrivals(activityId, threadId, settle);
  const { writing, reply, edit, close } = useWriting(threadId);
  const [wanted, setWanted] = useState<number | null>(post ?? null);
  const [asked, setAsked] = useState<{
    readonly about: 'delete' | 'history' | 'hide' | 'link' | 'move' | 'report';
    readonly n: number;
  } | null>(null);
  const last = useRef<string | undefined>(undefined);
  const { hasNextPage, isFetching, fetchNextPage } = thread;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const { hasNextPage: hasAnswers, isFetching: isAnswering, fetchNextPage: fetchAnswers } = answers;
  const loadAnswers = useCallback(() => {
    if (hasAnswers && !isAnswering) void fetchAnswers();
  }, [hasAnswers, isAnswering, fetchAnswers]);
  const arrived = useCallback(() => setWanted(null), []);
  const posts = useMemo(() => thread.data?.pages.flatMap(({ items }) => items) ?? NONE, [thread.data]);
  if (thread.isPending) return <PageSkeleton />;
  const moved = movedTo(activityId, thread.error);
  if (moved !== null) return <Navigate to={moved} replace />;
  if (thread.isError && thread.data === undefined)
    return <ProblemPage error={thread.error} retry={() => void thread.refetch()} />;
  const { pages } = thread.data;
  const newest = pages.at(-1);
  if (newest === undefined) return <PageSkeleton />;

  /** To a post that is there already, or to where it is. */
  function goTo(n: number): void {
    const found = queries
      .getQueryData<typeof thread.data>(['thread', activityId, threadId, post ?? 1])
      ?.pages.some(({ items }) => items.some((one) => one.n === n));
    if (found === true) setWanted(n);
    else setSearch({ post: String(n) });
  }

  async function goToUnread(): Promise<void> {
    await flush();
    const { n } = await findUnread(api, activityId, threadId, last.current);
    if (n === null) return announce(t('discussion.thread.nothingNew'));
    last.current = posts.find((one) => one.n === n)?.path;
    goTo(n);
  }

  function command(one: Post, what: PostCommand): void {
    if (what === 'quote') reply(one, one.text && asQuoted(one.text, namesIn(one)));
    else if (what === 'edit') edit(one);
    else if (isAnswerAct(what)) answer(one.n, what);
    else if (what === 'link') void copyLink(one.n);
    else if (what === 'unhide') show(one);
    else if (what === 'ask') void navigate(`/discussions/${activityId}/new?thread=${threadId}&post=${one.n}`);
    else setAsked({ about: what, n: one.n });
  }

  function show({ hidden }: Post): void {
    if (hidden !== null && hidden.act !== null)
      undoing.mutate(hidden.act, {
        onSuccess: () => showToast({ text: t('discussionModeration.done.undo') }),
      });
  }

  const answer = (n: number, act: AnswerAct): void =>
    answering.mutate(
      { n, act },
      { onSuccess: () => showToast({ text: t(`discussion.question.done.${act}`) }) },
    );

  async function copyLink(n: number): Promise<void> {
    try {
      await navigator.clipboard.writeText(linkTo(n));
      showToast({ text: t('discussion.post.linkCopied') });
    } catch {
      // A frame of an LMS may not write to the clipboard: people may.
      setAsked({ about: 'link', n });
    }
  }

  const title = newest.title === '' ? t('discussionModeration.hiddenTitle') : newest.title;
  const best = answers.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = order === 'talk' ? posts : [...posts.filter(({ n }) => n === 1), ...best];
  const askedPost = asked ? posts.find(({ n }) => n === asked.n) : undefined;
  const unread = Math.max(0, newest.unread - count);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={title}
        trail={[{ title: discussion.data?.title ?? t('discussion.kind'), to: `/discussions/${activityId}` }]}
      />
      <div className={cx(styles['tools'])}>
        <p className={cx(layout['muted'])}>
          {t('discussion.threads.posts', { count: newest.posts })}
          {unread > 0 && ` · ${t('discussion.threads.unread', { count: unread })}`}
        </p>
        <div className={cx(layout['row'])}>
          <FollowButton {...{ activityId, threadId }} isFollowed={newest.isFollowed} />
          {newest.unread > 0 && (
            <Button onPress={() => void goToUnread()}>{t('discussion.thread.nextUnread')}</Button>
          )}
        </div>
      </div>
      {newest.tags.length > 0 && (
        <p className={cx(layout['row'], layout['snug'])}>
          <TagBadges ids={newest.tags} tags={discussion.data?.tags ?? []} />
        </p>
      )}
      <ThreadModeration activityId={activityId} thread={newest} />
      {newest.about !== null && (
        <p>
          <Link to={`/discussions/${activityId}/threads/${newest.about.threadId}?post=${newest.about.n}`}>
            {t('facilitation.ask.source')}
          </Link>
        </p>
      )}
      <ThreadSynthesis activityId={activityId} threadId={threadId} />
      {newest.isAnswered !== null && (
        <div className={cx(styles['choices'])}>
          <AnswerOrder
            order={order}
            onChange={(wanted) => setSearch(wanted === 'votes' ? { order: wanted } : {}, { replace: true })}
          />
        </div>
      )}
      {thread.hasPreviousPage && order === 'talk' && (
        <div>
          <Button isPending={thread.isFetchingPreviousPage} onPress={() => void thread.fetchPreviousPage()}>
            {t('discussion.thread.earlier')}
          </Button>
        </div>
      )}
      {thread.isError && <Problem error={thread.error} retry={() => void thread.refetch()} />}
      {answering.error !== null && <Problem error={answering.error} />}
      {undoing.error !== null && <Problem error={undoing.error} />}
      <PostList
        title={title}
        posts={shown}
        total={order === 'talk' ? newest.posts : shown.length}
        wanted={wanted}
        onArrived={arrived}
        onEnd={order === 'talk' ? loadMore : loadAnswers}
        watch={watch}
        // By votes posts do not stand where they come in.
        arrived={order === 'talk' ? newPosts : NONE}
        onSeen={seen}
        onGoTo={goTo}
      >
        {(one) => (
          <PostItem
            activityId={activityId}
            threadId={threadId}
            post={one}
            mode={discussion.data?.mode}
            seesHistory={newest.can.seeHistory}
            asksAll={newest.can.facilitate}
            called={{ title: newest.title, tags: newest.tags }}
            writing={writing?.n === one.n ? writing : null}
            onReply={() => reply(one)}
            onCommand={(what) => command(one, what)}
            onWritten={(id, n) => {
              close();
              if (id === threadId) goTo(n);
              else void navigate(`/discussions/${activityId}/threads/${id}?post=${n}`);
            }}
            onCancel={close}
          />
        )}
      </PostList>
      {asked?.about === 'history' && (
        <HistoryDialog
          {...{ activityId, threadId }}
          n={asked.n}
          nameOf={askedPost && namesIn(askedPost)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.about === 'report' && (
        <ReportDialog {...{ activityId, threadId }} n={asked.n} onClose={() => setAsked(null)} />
      )}
      {asked?.about === 'move' && (
        <MoveDialog
          {...{ activityId, threadId }}
          groupId={newest.groupId}
          n={asked.n}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.about === 'hide' && (
        <HideDialog {...{ activityId, threadId }} n={asked.n} onClose={() => setAsked(null)} />
      )}
      {asked?.about === 'link' && <LinkDialog url={linkTo(asked.n)} onClose={() => setAsked(null)} />}
      {asked?.about === 'delete' && (
        <DeleteDialog {...{ activityId, threadId }} n={asked.n} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}
