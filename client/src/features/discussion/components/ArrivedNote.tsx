import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import type { Post } from '../api.ts';
import styles from './Discussion.module.css';

interface ArrivedNoteProps {
  readonly where: 'above' | 'below';
  /** In reading order. */
  readonly posts: readonly Post[];
  readonly onGoTo: (n: number) => void;
}

/** That posts have come where one does not look, and the way to the first of them. */
export function ArrivedNote({ where, posts, onGoTo }: ArrivedNoteProps) {
  const { t } = useTranslation();
  const [first] = posts;
  if (first === undefined) return null;
  return (
    <div className={cx(styles['arrived'], styles[where])}>
      <Button variant="primary" onPress={() => onGoTo(first.n)}>
        {t(`discussion.live.${where}`, { count: posts.length })}
      </Button>
    </div>
  );
}
