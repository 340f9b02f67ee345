import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';

interface PageActionsProps {
  /** Comments on what is selected; null for those who may only read. */
  readonly onComment: (() => void) | null;
}

/** What one can do with a page besides writing it. */
export function PageActions({ onComment }: PageActionsProps) {
  const { t } = useTranslation();
  if (onComment === null) return null;
  return (
    <div className={cx(layout['row'])}>
      <Button aria-describedby="comment-hint" onPress={onComment}>
        {t('workspace.comments.button')}
      </Button>
      <span id="comment-hint" className={cx(layout['muted'], layout['small'])}>
        {t('workspace.comments.hint')}
      </span>
    </div>
  );
}
