import type { ReactNode } from 'react';
import { Button, GridList, GridListItem } from 'react-aria-components/GridList';
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import { reordered } from './reordered.ts';
import styles from './SortableList.module.css';

export interface SortableItem {
  readonly id: string;
  /** Its name, read out while it is moved. */
  readonly title: string;
  /** More about it, beside the name. */
  readonly note?: string;
}

export interface SortableListProps {
  readonly label: string;
  readonly items: readonly SortableItem[];
  /** The ids in their new order. */
  readonly onSort: (ids: string[]) => void;
}

export default function SortableList({ label, items, onSort }: SortableListProps) {
  const { t } = useTranslation();
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder({ keys, target }) {
      const position = target.dropPosition === 'after' ? 'after' : 'before';
      onSort(
        reordered(
          items.map(({ id }) => id),
          new Set([...keys].map(String)),
          String(target.key),
          position,
        ),
      );
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={cx(styles['indicator'])} />,
  });
  return (
    <GridList
      aria-label={label}
      items={items}
      dragAndDropHooks={dragAndDropHooks}
      className={cx(styles['list'])}
    >
      {({ id, title, note }): ReactNode => (
        <GridListItem id={id} textValue={title} className={cx(styles['item'])}>
          <Button slot="drag" className={cx(styles['grip'])} aria-label={t('ui.sortable.move', { title })}>
            <Icon name="grip" />
          </Button>
          <span className={cx(styles['title'])}>{title}</span>
          {note !== undefined && <span className={cx(styles['note'])}>{note}</span>}
        </GridListItem>
      )}
    </GridList>
  );
}
