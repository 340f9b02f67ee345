import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import lines from '../../../ui/lines.module.css';
import {
  type Discussion,
  type Filter,
  FILTERS,
  type Narrow,
  type Sort,
  type ThreadLine,
  useThreads,
} from '../api.ts';
import { useLiveThreads } from '../live-threads.ts';
import { AuthorName } from './AuthorName.tsx';
import { Balance } from './Balance.tsx';
import styles from './Discussion.module.css';
import { SideMark } from './PostMarks.tsx';
import { SearchResults } from './SearchResults.tsx';
import { AuthorFilter } from './AuthorFilter.tsx';
import { TagBadges } from './ThreadTags.tsx';
import { ALL_SPACES, SpaceSelect } from './SpaceSelect.tsx';
import { SORTS, useThreadFilter } from '../use-thread-filter.ts';
import { useDebounced } from '../../../app/use-debounced.ts';

/** Stands for all tags. */
const ANY = 'any';

interface ThreadListProps {
  readonly activityId: string;
  readonly mode: Discussion['mode'];
  readonly spaces: Discussion['spaces'];
  readonly tags: Discussion['tags'];
}

/** The threads of a discussion: in what order, and which. */
export function ThreadList({ activityId, mode, spaces, tags }: ThreadListProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed).trim();
  const isQuestion = mode === 'question';
  const [{ sort, filter, group, tag, author }, change] = useThreadFilter(ALL_SPACES);
  /** On a phone they are behind a button, so that the threads are in sight. */
  const [isOpen, setIsOpen] = useState(false);
  const narrowed =
    filter.length + [group !== ALL_SPACES, tag !== undefined, author !== undefined].filter(Boolean).length;
  const hasSeveral = spaces !== null && spaces.length > 1;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="threads">
      <h2 id="threads">{t(isQuestion ? 'discussion.question.title' : 'discussion.threads.title')}</h2>
      <SearchField label={t('discussion.search.label')} value={typed} onChange={setTyped} />
      {q !== '' && <SearchResults activityId={activityId} q={q} />}
      {q === '' && (
        <div className={cx(styles['narrowButton'])}>
          <Button aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
            {t('discussion.threads.narrow', { count: narrowed })}
          </Button>
        </div>
      )}
      <div className={cx(layout['stack'], styles['narrow'], isOpen && styles['isOpen'])} hidden={q !== ''}>
        <div className={cx(styles['choices'])}>
          <Select
            label={t('discussion.threads.sort')}
            value={sort}
            onChange={(chosen) => change({ sort: chosen })}
            choices={SORTS.map((id) => ({ id, text: t(`discussion.threads.sorts.${id}`) }))}
          />
          {hasSeveral && (
            <SpaceSelect
              spaces={spaces}
              label={t('spaces.group')}
              allLabel={t('spaces.allGroups')}
              value={group}
              onChange={(chosen) => change({ group: chosen })}
            />
          )}
          {tags.length > 0 && (
            <Select
              label={t('threadTags.tag')}
              value={tag ?? ANY}
              onChange={(chosen) => change({ tag: chosen === ANY ? undefined : chosen })}
              choices={[
                { id: ANY, text: t('threadTags.all') },
                ...tags.map(({ id, name }) => ({ id, text: name })),
              ]}
            />
          )}
          <AuthorFilter
            activityId={activityId}
            author={author}
            onChange={(chosen) => change({ author: chosen })}
          />
        </div>
        <CheckboxGroup
          label={t('discussion.threads.filter')}
          look="segments"
          value={filter}
          onChange={(chosen) => change({ filter: chosen })}
          choices={FILTERS.map((id) => ({
            id,
            text:
              id === 'unanswered' && isQuestion
                ? t('discussion.question.unanswered')
                : t(`discussion.threads.filters.${id}`),
          }))}
        />
      </div>
      {q === '' && (
        <Threads
          activityId={activityId}
          sort={sort}
          filter={filter}
          narrow={{ group: group === ALL_SPACES ? undefined : group, tag, author }}
          spaces={hasSeveral ? spaces : null}
          tags={tags}
        />
      )}
    </section>
  );
}

interface ThreadsProps {
  readonly activityId: string;
  readonly sort: Sort;
  readonly filter: readonly Filter[];
  readonly narrow: Narrow;
  readonly tags: Discussion['tags'];
  /** Where lines say whose space they are in. */
  readonly spaces: Discussion['spaces'];
}

function Threads({ activityId, sort, filter, narrow, spaces, tags }: ThreadsProps) {
  const { t } = useTranslation();
  const threads = useThreads(activityId, sort, filter, narrow);
  const { fresh, show } = useLiveThreads(activityId, sort, filter, narrow);
  if (threads.isPending) return <Skeleton />;
  if (threads.isError) return <Problem error={threads.error} retry={() => void threads.refetch()} />;
  const items = threads.data.pages.flatMap((page) => page.items);
  const isNarrow = narrow.tag !== undefined || narrow.author !== undefined;
  const which = filter.length === 0 && !isNarrow ? 'all' : 'filtered';
  return (
    <div className={cx(layout['stack'], layout['tight'], styles['frame'])}>
      {fresh > 0 && (
        <div className={cx(styles['arrived'], styles['atEdge'])}>
          <Button variant="primary" onPress={show}>
            {t('discussion.live.threads', { count: fresh })}
          </Button>
        </div>
      )}
      {items.length === 0 && !threads.hasNextPage ? (
        <EmptyState title={t(`discussion.threads.empty.${which}.title`)}>
          {t(`discussion.threads.empty.${which}.text`)}
        </EmptyState>
      ) : (
        <ul className={cx(lines['list'])}>
          {items.map((thread) => (
            <ThreadItem key={thread.id} activityId={activityId} thread={thread} spaces={spaces} tags={tags} />
          ))}
        </ul>
      )}
      <LoadMore query={threads} />
    </div>
  );
}

interface ThreadItemProps extends Pick<ThreadsProps, 'activityId' | 'spaces' | 'tags'> {
  readonly thread: ThreadLine;
}

function ThreadItem({ activityId, thread, spaces, tags }: ThreadItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const space = spaces?.find((one) => one.id === thread.groupId);
  const { id, title, author, posts, unread, votes, lastPostAt, side, isAnswered, balance } = thread;
  return (
    <li className={cx(lines['line'])}>
      <div className={cx(lines['about'])}>
        <h3 className={cx(styles['title'])}>
          <Link to={`/discussions/${activityId}/threads/${id}`}>
            <bdi>{title === '' ? t('discussionModeration.hiddenTitle') : title}</bdi>
          </Link>
        </h3>
        <p className={cx(layout['row'], layout['snug'], layout['muted'], layout['small'])}>
          {thread.isPinned && <Badge tone="info">{t('discussionModeration.pinned')}</Badge>}
          {thread.isLocked && <Badge tone="neutral">{t('discussionModeration.locked')}</Badge>}
          {title !== '' && <AuthorName author={author} />}
          {side !== null && <SideMark side={side} />}
          {isAnswered !== null && (
            <Badge tone={isAnswered ? 'good' : 'neutral'}>
              {t(isAnswered ? 'discussion.question.answered' : 'discussion.question.open')}
            </Badge>
          )}
          <TagBadges ids={thread.tags} tags={tags} />
          {space && <span>{t('spaces.of', { name: space.name ?? t('spaces.gone') })}</span>}
        </p>
        {balance !== null && <Balance balance={balance} />}
      </div>
      <p className={cx(layout['row'], layout['snug'], layout['small'])}>
        {unread > 0 && <Badge tone="info">{t('discussion.threads.unread', { count: unread })}</Badge>}
        {votes > 0 && <span>{t('discussion.reactions.votes', { count: votes })}</span>}
        <span>{t('discussion.threads.posts', { count: posts })}</span>
        <span className={cx(layout['muted'])}>
          {t('discussion.threads.last', { when: format.relative(lastPostAt, now) })}
        </span>
      </p>
    </li>
  );
}
