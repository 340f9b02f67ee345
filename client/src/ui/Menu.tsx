import { type ReactNode, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import type { Choice } from './choices.ts';
import type { MenuPopoverProps } from './heavy/MenuPopover.tsx';
import { makePart, Nothing } from './part.tsx';

const MenuPopover = makePart<MenuPopoverProps>(() => import('./heavy/MenuPopover.tsx'), Nothing);

interface MenuProps {
  /** What the button shows. */
  readonly children: ReactNode;
  /** The button's and the menu's name, read out. */
  readonly label: string;
  readonly items: readonly Choice[];
}

interface CommandMenuProps extends MenuProps {
  readonly onAction: (id: string) => void;
}

/** A button that opens a list of commands. */
export function CommandMenu({ onAction, ...menu }: CommandMenuProps) {
  return <MenuButton {...menu} does={{ onAction }} />;
}

interface TickMenuProps extends MenuProps {
  readonly ticked: readonly string[];
  readonly onTick: (ticked: string[]) => void;
}

/** A button that opens a list of things to switch on and off; it stays open meanwhile. */
export function TickMenu({ ticked, onTick, ...menu }: TickMenuProps) {
  return <MenuButton {...menu} does={{ ticked, onTick }} />;
}

interface MenuButtonProps extends MenuProps {
  readonly does: Pick<MenuPopoverProps, 'onAction' | 'ticked' | 'onTick'>;
}

/** The button is always the browser's own; the menu's code comes when it first opens. */
function MenuButton({ children, label, items, does }: MenuButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={trigger}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPress={() => setIsOpen(!isOpen)}
      >
        {children}
      </Button>
      {isOpen && (
        <MenuPopover
          {...does}
          label={label}
          items={items}
          trigger={trigger}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
