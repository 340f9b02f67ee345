import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import { useShortcut } from '../shortcuts.ts';
import { closeToast, type Toast } from '../toasts.ts';
import styles from './Toasts.module.css';
import { useVisibleArea } from './visible-area.ts';

const SHOWN_MS = 7000;
/** Long enough to find the button by keyboard or switch. */
const SHOWN_WITH_UNDO_MS = 20_000;

export interface ToastListProps {
  readonly toasts: readonly Toast[];
}

/** What was just done, above the page's lower edge; stays while the pointer or the focus is on it. */
export default function ToastList({ toasts }: ToastListProps) {
  const { t } = useTranslation();
  const [isHeld, setIsHeld] = useState(false);
  useVisibleArea();
  const undoable = toasts.findLast(({ undo }) => undo !== undefined);
  useShortcut('u', t('ui.toasts.undoLast'), undoable === undefined ? null : () => takeBack(undoable));
  return (
    <section
      aria-label={t('ui.toasts.label')}
      className={cx(styles['region'])}
      data-print="no"
      // Not on entering: a message that appears under a pointer at rest has not been asked to stay.
      onPointerMove={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <ol className={cx(styles['list'])}>
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} isHeld={isHeld} />
        ))}
      </ol>
    </section>
  );
}

function takeBack({ id, undo }: Toast): void {
  closeToast(id);
  undo?.();
}

function ToastItem({ toast, isHeld }: { readonly toast: Toast; readonly isHeld: boolean }) {
  const { t } = useTranslation();
  const { id, text, undo } = toast;
  const shownMs = undo === undefined ? SHOWN_MS : SHOWN_WITH_UNDO_MS;
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => closeToast(id), shownMs);
    return () => clearTimeout(timer);
  }, [id, isHeld, shownMs]);
  return (
    <li className={cx(styles['toast'])}>
      <span className={cx(styles['text'])}>{text}</span>
      {undo !== undefined && (
        <Button variant="quiet" onPress={() => takeBack(toast)}>
          <Icon name="undo" />
          {t('ui.toasts.undo')}
        </Button>
      )}
      <Button variant="quiet" aria-label={t('ui.toasts.close')} onPress={() => closeToast(id)}>
        <Icon name="cross" />
      </Button>
    </li>
  );
}
