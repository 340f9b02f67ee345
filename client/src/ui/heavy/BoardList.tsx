import type { ReactNode } from 'react';
import { Button, GridList, GridListItem } from 'react-aria-components/GridList';
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import { inLocale } from '../in-locale.tsx';
import styles from './BoardList.module.css';
import { behind } from './behind.ts';

export interface BoardItem {
  readonly id: string;
  /** Its name, read out while it is moved. */
  readonly title: string;
  /** What stands in the item. */
  readonly content: ReactNode;
}

export interface BoardListProps {
  readonly label: string;
  readonly items: readonly BoardItem[];
  /** An item, of this column or another, is put behind one of this column. @param after null: first */
  readonly onPlace: (id: string, after: string | null) => void;
  /** What stands in an empty column. */
  readonly empty: string;
  readonly isReadOnly?: boolean;
}

/** Only what one of these columns gave is taken by another. */
const TYPE = 'application/x-roundtable-board';

function BoardList({ label, items, onPlace, empty, isReadOnly = false }: BoardListProps) {
  const { t } = useTranslation();
  const ids = items.map(({ id }) => id);
  function place(id: string | undefined, target: string | null, position: 'before' | 'after'): void {
    if (id !== undefined && id !== '' && id !== target) onPlace(id, behind(ids, id, target, position));
  }
  type Dropped = { readonly kind: string; readonly getText?: (type: string) => Promise<string> };
  async function receive(
    dropped: readonly Dropped[],
    target: string | null,
    position: 'before' | 'after',
  ): Promise<void> {
    place(await dropped[0]?.getText?.(TYPE), target, position);
  }
  const positionOf = (position: string) => (position === 'before' ? 'before' : 'after');
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: isReadOnly,
    getItems: (keys) =>
      [...keys].map((key) => ({
        [TYPE]: String(key),
        'text/plain': items.find(({ id }) => id === key)?.title ?? '',
      })),
    acceptedDragTypes: [TYPE],
    getDropOperation: () => 'move',
    onReorder: ({ keys, target }) =>
      place([...keys].map(String)[0], String(target.key), positionOf(target.dropPosition)),
    onInsert: ({ items: dropped, target }) =>
      void receive(dropped, String(target.key), positionOf(target.dropPosition)),
    onRootDrop: ({ items: dropped }) => void receive(dropped, null, 'after'),
    renderDropIndicator: (target) => <DropIndicator target={target} className={cx(styles['indicator'])} />,
  });
  return (
    <GridList
      aria-label={label}
      items={items}
      dragAndDropHooks={dragAndDropHooks}
      className={cx(styles['list'])}
      renderEmptyState={() => <p className={cx(styles['empty'])}>{empty}</p>}
    >
      {({ id, title, content }): ReactNode => (
        <GridListItem
          id={id}
          textValue={title}
          className={cx(styles['item'], isReadOnly && styles['readOnly'])}
        >
          {!isReadOnly && (
            <Button slot="drag" className={cx(styles['grip'])} aria-label={t('ui.sortable.move', { title })}>
              <Icon name="grip" />
            </Button>
          )}
          <div className={cx(styles['content'])}>{content}</div>
        </GridListItem>
      )}
    </GridList>
  );
}

export default inLocale(BoardList);
