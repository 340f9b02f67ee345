import type { ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { cx } from '../cx.ts';
import { inLocale } from '../in-locale.tsx';
import row from './drag-row.module.css';
import { type DragItem, DragRow } from './DragRow.tsx';
import { reordered } from './reordered.ts';
import styles from './SortableList.module.css';

export interface SortableListProps {
  readonly label: string;
  readonly items: readonly DragItem[];
  /** The ids in their new order. */
  readonly onSort: (ids: string[]) => void;
}

function SortableList({ label, items, onSort }: SortableListProps) {
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
      className={cx(row['list'])}
    >
      {(item): ReactNode => (
        <GridListItem id={item.id} textValue={item.title} className={cx(row['item'])}>
          <DragRow item={item} grip="grip" />
        </GridListItem>
      )}
    </GridList>
  );
}

export default inLocale(SortableList);
