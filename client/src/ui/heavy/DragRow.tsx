import { Button } from 'react-aria-components/GridList';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import styles from './drag-row.module.css';

export interface DragItem {
  readonly id: string;
  /** Its name, read out while it is moved. */
  readonly title: string;
  /** More about it, beside the name. */
  readonly note?: string;
}

interface DragRowProps {
  readonly item: DragItem;
  /** What the grip shows; null: there is none, and nothing to drag. */
  readonly grip: 'grip' | 'check' | null;
}

/** What stands in a row of a list to drag in: the grip, the name, and more about it. */
export function DragRow({ item: { title, note }, grip }: DragRowProps) {
  const { t } = useTranslation();
  return (
    <>
      {grip !== null && (
        <Button slot="drag" className={cx(styles['grip'])} aria-label={t('ui.sortable.move', { title })}>
          <Icon name={grip} />
        </Button>
      )}
      <bdi className={cx(styles['title'])}>{title}</bdi>
      {note !== undefined && <span className={cx(styles['note'])}>{note}</span>}
    </>
  );
}
