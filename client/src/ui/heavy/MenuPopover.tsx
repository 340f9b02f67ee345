import type { RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, Popover } from 'react-aria-components/Menu';
import type { Choice } from '../choices.ts';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import styles from './overlay.module.css';

export interface MenuPopoverProps {
  readonly label: string;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly items: readonly Choice[];
  /** Ids that have a tick; without it the items are commands and the menu closes when one is chosen. */
  readonly ticked?: readonly string[];
  readonly onTick?: (ticked: string[]) => void;
  readonly onAction?: (id: string) => void;
  readonly onClose: () => void;
}

export default function MenuPopover(props: MenuPopoverProps) {
  const { label, trigger, items, ticked, onTick, onAction, onClose } = props;
  return (
    <Popover
      className={cx(styles['popover'])}
      triggerRef={trigger}
      trigger="Menu"
      aria-label={label}
      isOpen
      offset={4}
      placement="bottom start"
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <AriaMenu
        aria-label={label}
        // A menu that opens takes the focus: one has just pressed its button.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus="first"
        className={cx(styles['list'])}
        items={items}
        onAction={(id) => onAction?.(String(id))}
        onClose={onClose}
        {...(ticked === undefined ? {} : { selectionMode: 'multiple' as const, selectedKeys: ticked })}
        onSelectionChange={(keys) =>
          onTick?.(items.map(({ id }) => id).filter((id) => keys === 'all' || keys.has(id)))
        }
      >
        {({ id, text, hint }) => (
          <MenuItem
            id={id}
            textValue={text}
            className={cx(styles['item'])}
            shouldCloseOnSelect={ticked === undefined}
          >
            {({ isSelected }) => (
              <>
                {isSelected && <Icon name="check" />}
                <span className={cx(styles['text'])}>{text}</span>
                {hint !== undefined && <span className={cx(styles['hint'])}>{hint}</span>}
              </>
            )}
          </MenuItem>
        )}
      </AriaMenu>
    </Popover>
  );
}
