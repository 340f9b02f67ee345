import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../cx.ts';
import {
  BLOCK_STYLES,
  type BlockStyle,
  blockStyleOf,
  type Command,
  HISTORY_COMMANDS,
  MORE_COMMANDS,
  setBlockStyle,
  TABLE_COMMANDS,
  TEXT_COMMANDS,
} from './commands.ts';
import styles from './editor.module.css';
import { ToolbarIcon, type ToolbarIconName } from './ToolbarIcon.tsx';

interface ToolbarProps {
  readonly editor: Editor;
  /** The element that the buttons work on. */
  readonly controls: string;
  readonly onLink: () => void;
  readonly onFormula: () => void;
  /** Null where the text may hold no images. */
  readonly onImage: (() => void) | null;
}

/** The buttons of one toolbar that can be seen, in order. */
const stopsOf = (toolbar: HTMLElement): HTMLElement[] =>
  [...toolbar.querySelectorAll<HTMLElement>('button, select')].filter((stop) => stop.offsetParent !== null);

/**
 * The buttons above the text: one stop for Tab, arrows within (APG toolbar). On narrow screens the rarer ones are behind
 * “more”.
 */
export function Toolbar({ editor, controls, onLink, onFormula, onImage }: ToolbarProps) {
  const { t } = useTranslation();
  const toolbar = useRef<HTMLDivElement>(null);
  const [showsMore, setShowsMore] = useState(false);
  const isInTable = useEditorState({ editor, selector: () => editor.isActive('table') });
  const isLink = useEditorState({ editor, selector: () => editor.isActive('link') });
  useOneTabStop(toolbar);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      editor.view.focus();
      return;
    }
    const stops = stopsOf(event.currentTarget);
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const isLeftToRight = getComputedStyle(event.currentTarget).direction === 'ltr';
    const step = { ArrowRight: isLeftToRight ? 1 : -1, ArrowLeft: isLeftToRight ? -1 : 1 }[event.key];
    const next =
      step !== undefined
        ? (at + step + stops.length) % stops.length
        : { Home: 0, End: stops.length - 1 }[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    stops[next]?.focus();
  }

  const buttons = (commands: readonly Command[]) =>
    commands.map((command) => <CommandButton key={command.name} editor={editor} command={command} />);
  return (
    <div
      ref={toolbar}
      role="toolbar"
      tabIndex={-1}
      aria-label={t('richText.toolbar')}
      aria-controls={controls}
      className={cx(styles['toolbar'], showsMore && styles['showsMore'])}
      onKeyDown={onKeyDown}
    >
      <BlockStyleSelect editor={editor} />
      {buttons(TEXT_COMMANDS)}
      <ToolButton name="link" isOn={isLink} onPress={onLink} />
      {onImage && <ToolButton name="image" onPress={onImage} />}
      <ToolButton name="formula" onPress={onFormula} />
      <span className={cx(styles['moreButton'])}>
        <ToolButton name="more" isExpanded={showsMore} onPress={() => setShowsMore(!showsMore)} />
      </span>
      <span className={cx(styles['more'])}>{buttons(MORE_COMMANDS)}</span>
      <span className={cx(styles['more'])}>{buttons(HISTORY_COMMANDS)}</span>
      {isInTable && (
        <span role="group" aria-label={t('richText.table')} className={cx(styles['tableTools'])}>
          {buttons(TABLE_COMMANDS)}
        </span>
      )}
    </div>
  );
}

/** Only one button can be reached by Tab: the one that had the focus last, or the first. */
function useOneTabStop(toolbar: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = toolbar.current;
    if (element === null) return;
    const mark = (current: EventTarget | null) => {
      const stops = stopsOf(element);
      const chosen =
        stops.find((stop) => stop === current) ?? stops.find((stop) => stop.tabIndex === 0) ?? stops[0];
      for (const stop of element.querySelectorAll<HTMLElement>('button, select')) {
        stop.tabIndex = stop === chosen ? 0 : -1;
      }
    };
    const onFocus = (event: FocusEvent) => mark(event.target);
    element.addEventListener('focusin', onFocus);
    const observer = new MutationObserver(() => mark(document.activeElement));
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ['class'] });
    mark(null);
    return () => {
      element.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, [toolbar]);
}

function BlockStyleSelect({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation();
  const style = useEditorState({ editor, selector: () => blockStyleOf(editor) });
  return (
    <select
      className={cx(styles['select'])}
      aria-label={t('richText.block.label')}
      value={style}
      onChange={(event) => setBlockStyle(editor, event.target.value as BlockStyle)}
    >
      {BLOCK_STYLES.map((name) => (
        <option key={name} value={name}>
          {t(`richText.block.${name}`)}
        </option>
      ))}
    </select>
  );
}

function CommandButton({ editor, command }: { readonly editor: Editor; readonly command: Command }) {
  const isOn = useEditorState({ editor, selector: (): boolean | undefined => command.isOn?.(editor) });
  const canRun = useEditorState({ editor, selector: (): boolean => command.canRun?.(editor) ?? true });
  return (
    <ToolButton
      name={command.name}
      isOn={isOn}
      canRun={canRun}
      onPress={() => {
        command.run(editor);
        // At once: the editor’s own command waits a frame, in which a key would still be the button’s.
        editor.view.focus();
      }}
    />
  );
}

interface ToolButtonProps {
  readonly name: ToolbarIconName;
  readonly isOn?: boolean | undefined;
  readonly isExpanded?: boolean;
  readonly canRun?: boolean;
  readonly onPress: () => void;
}

function ToolButton({ name, isOn, isExpanded, canRun = true, onPress }: ToolButtonProps) {
  const { t } = useTranslation();
  const text = t(`richText.tools.${name}`);
  return (
    <button
      type="button"
      className={cx(styles['tool'])}
      aria-label={text}
      title={text}
      aria-pressed={isOn}
      aria-expanded={isExpanded}
      aria-disabled={canRun ? undefined : true}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => canRun && onPress()}
    >
      <ToolbarIcon name={name} />
    </button>
  );
}
