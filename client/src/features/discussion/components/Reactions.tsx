import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/Icon.tsx';
import layout from '../../../ui/layout.module.css';
import type { Post } from '../api.ts';
import { useReact } from '../reactions-api.ts';
import styles from './Reactions.module.css';

interface ReactionsProps {
  readonly activityId: string;
  readonly threadId: string;
  readonly post: Post;
}

/** What others make of a post: buttons for whoever may say so, and counts. Who it was is never told. */
export function Reactions({ activityId, threadId, post }: ReactionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const react = useReact(activityId, threadId, post.n);
  const { reactions, can } = post;
  const shown = can.react ? reactions : reactions.filter(({ count }) => count > 0);
  if (shown.length === 0) return null;
  // What was pressed shows at once.
  const pressed = react.isPending ? react.variables : null;
  return (
    <div
      role="group"
      aria-label={t('discussion.reactions.label', { n: post.n })}
      className={cx(layout['row'], layout['snug'])}
    >
      {shown.map(({ kind, count, isOwn }) => {
        const isOn = pressed?.kind === kind ? pressed.on : isOwn;
        const total = count + Number(isOn) - Number(isOwn);
        const text = (
          <>
            {kind === 'upvote' && <Icon name="arrowUp" />}
            {t(`discussion.reactions.${kind}`)}
            {total > 0 && <span className={cx(styles['count'])}>{format.number(total)}</span>}
          </>
        );
        return can.react ? (
          <button
            key={kind}
            type="button"
            aria-pressed={isOn}
            className={cx(styles['reaction'], isOn && styles['isOn'])}
            onClick={() =>
              react.mutate({ kind, on: !isOn }, { onError: () => announce(t('discussion.reactions.failed')) })
            }
          >
            {text}
          </button>
        ) : (
          <span key={kind} className={cx(styles['reaction'], styles['isFixed'])}>
            {text}
          </span>
        );
      })}
    </div>
  );
}
