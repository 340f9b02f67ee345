import { cx } from '../../../ui/cx.ts';
import type { Notice } from '../api.ts';
import { NoticeItem } from './NoticeItem.tsx';
import styles from './NoticeList.module.css';

/** Notices one by one. What is new in threads that one follows stands with the newest that says so of a discussion. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const newest = new Map(
    notices
      .filter(({ content }) => content.kind === 'followed')
      .toReversed()
      .map(({ activityId, id }) => [activityId, id]),
  );
  return (
    <ul className={cx(styles['list'])}>
      {notices.map((notice) => (
        <NoticeItem
          key={notice.id}
          notice={notice}
          tellsNews={newest.get(notice.activityId) === notice.id && notice.state === 'open'}
        />
      ))}
    </ul>
  );
}
