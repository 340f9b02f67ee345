import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { FollowNews as News } from '../../discussion/following-api.ts';
import styles from './NoticeItem.module.css';

type Line = News['lines'][number];

interface FollowNewsProps {
  readonly news: News;
  readonly pathOf: (threadId: string | null) => string;
  readonly onOpen: () => void;
}

/** In which threads something is new, each a link to it. */
export function FollowNews({ news: { lines, more }, pathOf, onOpen }: FollowNewsProps) {
  const { t } = useTranslation();
  const nameOf = ({ title, threadId }: Line) =>
    title ?? t(threadId === null ? 'notices.news.several' : 'notices.news.one');
  return (
    <ul className={cx(styles['news'], layout['small'])}>
      {lines.map((line) => (
        <li key={line.threadId}>
          <Link to={pathOf(line.threadId)} onClick={onOpen}>
            <bdi>{nameOf(line)}</bdi>
          </Link>{' '}
          <span className={cx(layout['muted'])}>{t('discussion.threads.unread', { count: line.count })}</span>
        </li>
      ))}
      {more > 0 && (
        <li>
          <Link to={pathOf(null)} onClick={onOpen}>
            {t('notices.news.more', { count: more })}
          </Link>
        </li>
      )}
    </ul>
  );
}
