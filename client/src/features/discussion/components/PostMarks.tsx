import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import type { Post } from '../api.ts';
import styles from './Modes.module.css';

export function SideMark({ side }: { readonly side: 'pro' | 'contra' }) {
  const { t } = useTranslation();
  return (
    <span className={cx(styles['side'], styles[side === 'pro' ? 'isPro' : 'isContra'])}>
      {t(`discussion.debate.sides.${side}`)}
    </span>
  );
}

/** What a post is in its thread: an answer, the accepted one, a side of a debate. */
export function PostMarks({ post }: { readonly post: Post }) {
  const { t } = useTranslation();
  const { side, isAccepted, isEndorsed, isAnswer, text } = post;
  if (text === null) return null;
  return (
    <>
      {side !== null && <SideMark side={side} />}
      {isAccepted && <Badge tone="good">{t('discussion.question.accepted')}</Badge>}
      {isEndorsed && <Badge tone="good">{t('discussion.question.endorsed')}</Badge>}
      {isAnswer && !isAccepted && !isEndorsed && (
        <Badge tone="neutral">{t('discussion.question.answer')}</Badge>
      )}
    </>
  );
}
