import { type ReactNode, useRef, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { cx } from '../cx.ts';
import { inLocale } from '../in-locale.tsx';
import styles from './DragList.module.css';
import { type DragItem, DragRow } from './DragRow.tsx';

export interface DragListProps {
  readonly label: string;
  readonly items: readonly DragItem[];
  /** Of all lists that items move between; those that are not in this list are kept. */
  readonly picked: ReadonlySet<string>;
  readonly onPick: (picked: ReadonlySet<string>) => void;
  /** Items of other lists are dropped here. */
  readonly onReceive: (ids: string[]) => void;
  /** What stands in an empty list. */
  readonly empty: string;
  readonly isReadOnly?: boolean;
}

/** Only what one of these lists gave is taken by another. */
const TYPE = 'application/x-roundtable-item';

/** The library picks what has arrived, to show where it is; so long it looks picked. */
const FLASH_MS = 600;

function DragList({ label, items, picked, onPick, onReceive, empty, isReadOnly = false }: DragListProps) {
  const arrived = useRef<ReadonlySet<string>>(new Set());
  const [flashed, setFlashed] = useState<readonly string[]>([]);
  const own = new Set(items.map(({ id }) => id));
  function receive(ids: readonly string[]): void {
    const received = ids.filter((id) => id !== '' && !own.has(id));
    arrived.current = new Set(received);
    setTimeout(() => {
      arrived.current = new Set();
      setFlashed([]);
    }, FLASH_MS);
    if (received.length > 0) onReceive(received);
  }
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: isReadOnly,
    getItems: (keys) =>
      [...keys].map((key) => ({
        [TYPE]: String(key),
        'text/plain': items.find(({ id }) => id === key)?.title ?? '',
      })),
    acceptedDragTypes: [TYPE],
    getDropOperation: () => 'move',
    onRootDrop({ items: dropped }) {
      const read = dropped.map((item) => (item.kind === 'text' ? item.getText(TYPE) : Promise.resolve('')));
      void Promise.all(read).then(receive);
    },
  });
  return (
    <GridList
      aria-label={label}
      items={items}
      dragAndDropHooks={dragAndDropHooks}
      className={cx(styles['list'])}
      selectionMode={isReadOnly ? 'none' : 'multiple'}
      selectedKeys={[...picked, ...flashed].filter((id) => own.has(id))}
      onSelectionChange={(keys) => {
        const inside = keys === 'all' ? [...own] : [...keys].map(String);
        if (inside.length > 0 && inside.every((id) => arrived.current.has(id))) {
          setFlashed(inside);
          return;
        }
        onPick(new Set([...[...picked].filter((id) => !own.has(id)), ...inside]));
      }}
      renderEmptyState={() => <p className={cx(styles['empty'])}>{empty}</p>}
    >
      {(item): ReactNode => (
        <GridListItem
          id={item.id}
          textValue={item.title}
          className={cx(styles['item'], isReadOnly && styles['readOnly'])}
        >
          {({ isSelected }) => (
            <DragRow item={item} grip={isReadOnly ? null : isSelected ? 'check' : 'grip'} />
          )}
        </GridListItem>
      )}
    </GridList>
  );
}

export default inLocale(DragList);
