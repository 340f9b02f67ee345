import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import lines from '../../../ui/lines.module.css';
import { type FoundPost, useSearch } from '../search-api.ts';
import { AuthorName } from './AuthorName.tsx';
import styles from './Discussion.module.css';

/** Posts in which some words were found. */
export function SearchResults({ activityId, q }: { readonly activityId: string; readonly q: string }) {
  const { t } = useTranslation();
  const search = useSearch(activityId, q);
  const items = search.data?.pages.flatMap((page) => page.items);
  const isThere = items !== undefined && !search.isPlaceholderData;
  const count = items?.length ?? 0;
  useEffect(() => {
    if (isThere) announce(t('discussion.search.found', { count }));
  }, [isThere, count, q, t]);
  if (search.isError) return <Problem error={search.error} retry={() => void search.refetch()} />;
  if (items === undefined) return <Skeleton />;
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      {items.length === 0 ? (
        <EmptyState title={t('discussion.search.empty.title')}>
          {t('discussion.search.empty.text')}
        </EmptyState>
      ) : (
        <ul className={cx(lines['list'])}>
          {items.map((post) => (
            <Hit key={`${post.threadId}/${post.n}`} activityId={activityId} post={post} />
          ))}
        </ul>
      )}
      <LoadMore query={search} />
    </div>
  );
}

function Hit({ activityId, post }: { readonly activityId: string; readonly post: FoundPost }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { threadId, n, title, excerpt, author, at } = post;
  return (
    <li className={cx(lines['line'])}>
      <div className={cx(lines['about'])}>
        <h3 className={cx(styles['title'])}>
          <Link to={`/discussions/${activityId}/threads/${threadId}?post=${n}`}>
            <bdi>{title.text === '' ? t('discussionModeration.hiddenTitle') : <Marked found={title} />}</bdi>
          </Link>
        </h3>
        <p dir="auto" className={cx(styles['excerpt'])}>
          <Marked found={excerpt} />
        </p>
        <p className={cx(layout['row'], layout['snug'], layout['muted'], layout['small'])}>
          <AuthorName author={author} />
          <time dateTime={at}>{format.shortMoment(at)}</time>
        </p>
      </div>
    </li>
  );
}

/** A text in which what was looked for stands out. */
function Marked({ found: { text, marks } }: { readonly found: FoundPost['title'] }) {
  const parts = marks.flatMap(([from, to], index) => [
    text.slice(marks[index - 1]?.[1] ?? 0, from),
    <mark key={from}>{text.slice(from, to)}</mark>,
  ]);
  return (
    <>
      {parts}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
