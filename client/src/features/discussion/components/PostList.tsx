import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import type { Post } from '../api.ts';
import { ArrivedNote } from './ArrivedNote.tsx';
import { useAuthorName } from './AuthorName.tsx';
import styles from './Discussion.module.css';
import { useAnchor } from './use-anchor.ts';

/** A guess, until a post is there to be measured. */
const POST_HEIGHT = 160;
const OVERSCAN = 4;

interface PostListProps {
  readonly title: string;
  readonly posts: readonly Post[];
  /** Posts of the whole thread. */
  readonly total: number;
  /** The post to go to, once it is there. */
  readonly wanted: number | null;
  readonly onArrived: () => void;
  /** One is near the end of what is there. */
  readonly onEnd: () => void;
  /** Watches a post that is new. @returns what ends that */
  readonly watch: (element: Element, n: number) => () => void;
  /** Posts that have come since the page was opened and were not in sight yet, in reading order. */
  readonly arrived: readonly Post[];
  readonly onSeen: (numbers: readonly number[]) => void;
  readonly onGoTo: (n: number) => void;
  readonly children: (post: Post) => ReactNode;
}

/** Posts in reading order, those in sight alone, as a feed: Page Down and Page Up go from post to post. */
export function PostList(props: PostListProps) {
  const { title, posts, total, wanted, onArrived, onEnd, watch, arrived, onSeen, onGoTo, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // Another function would have all places worked out anew.
  const keyOf = useCallback((index: number) => posts[index]?.n ?? index, [posts]);
  // Nothing is memoised behind its back: this code is built without the React compiler.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: posts.length,
    getScrollElement: () => scroller.current,
    getItemKey: keyOf,
    estimateSize: () => POST_HEIGHT,
    overscan: OVERSCAN,
    initialRect: { width: 0, height: 700 },
  });
  const items = virtualizer.getVirtualItems();
  useAnchor(virtualizer, scroller, posts);
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  const [top, bottom] = [posts[startIndex]?.path ?? '', posts[endIndex]?.path ?? ''];
  useEffect(() => {
    const seen = arrived.filter(({ path }) => path >= top && path <= bottom).map(({ n }) => n);
    if (seen.length > 0) onSeen(seen);
  }, [arrived, top, bottom, onSeen]);
  const last = items.at(-1)?.index ?? -1;
  const isAtEnd = last >= posts.length - 1;
  useEffect(() => {
    if (isAtEnd) onEnd();
  }, [isAtEnd, posts.length, onEnd]);

  const target = wanted === null ? -1 : posts.findIndex(({ n }) => n === wanted);
  useLayoutEffect(() => {
    if (target < 0) return;
    virtualizer.scrollToIndex(target, { align: 'start' });
    // It is drawn after the list has scrolled, and measured after that.
    const frame = requestAnimationFrame(() => {
      focusOn(scroller.current, target);
      onArrived();
    });
    return () => cancelAnimationFrame(frame);
  }, [target, virtualizer, onArrived]);

  function step(event: KeyboardEvent): void {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    const article = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    // Whoever writes moves in the text.
    const isWriting = event.target instanceof Element && event.target.closest('[contenteditable]') !== null;
    if (by === undefined || article === null || isWriting) return;
    const next = Number(article.getAttribute('data-index')) + by;
    if (next < 0 || next >= posts.length) return;
    event.preventDefault();
    virtualizer.scrollToIndex(next, { align: 'auto' });
    requestAnimationFrame(() => focusOn(scroller.current, next));
  }

  return (
    <div className={cx(styles['frame'])}>
      <ArrivedNote where="above" posts={arrived.filter(({ path }) => path < top)} onGoTo={onGoTo} />
      <div ref={scroller} className={cx(styles['scroller'])}>
        {/* The feed hears the keys of the posts in it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          role="feed"
          aria-label={title}
          className={cx(styles['feed'])}
          style={{ blockSize: virtualizer.getTotalSize() }}
          onKeyDown={step}
        >
          {items.map(({ index, key, start }) => {
            const post = posts[index];
            return post === undefined ? null : (
              <div
                key={String(key)}
                ref={virtualizer.measureElement}
                data-index={index}
                className={cx(styles['place'])}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Article {...{ post, index, total, watch, children }} />
              </div>
            );
          })}
        </div>
      </div>
      <ArrivedNote where="below" posts={arrived.filter(({ path }) => path > bottom)} onGoTo={onGoTo} />
    </div>
  );
}

function focusOn(scroller: HTMLElement | null, index: number): void {
  scroller?.querySelector<HTMLElement>(`[data-index="${index}"] > article`)?.focus({ preventScroll: true });
}

interface ArticleProps {
  readonly post: Post;
  readonly index: number;
  readonly total: number;
  readonly watch: PostListProps['watch'];
  readonly children: PostListProps['children'];
}

/** Not drawn again while the list scrolls: only its place changes. */
const Article = memo(function Article({ post, index, total, watch, children }: ArticleProps) {
  const { t } = useTranslation();
  const nameOf = useAuthorName();
  const element = useRef<HTMLElement>(null);
  const { n, depth, isUnread } = post;
  useEffect(() => {
    if (!isUnread || element.current === null) return;
    return watch(element.current, n);
  }, [isUnread, n, watch]);
  return (
    <article
      ref={element}
      // One goes from post to post: each can take the focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t(post.text === null ? 'discussion.post.deletedLabel' : 'discussion.post.label', {
        n,
        name: nameOf(post.author),
      })}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={cx(styles['post'], depth > 0 && styles['reply'], isUnread && styles['isUnread'])}
      style={{ '--depth': depth } as CSSProperties}
    >
      {children(post)}
    </article>
  );
});
