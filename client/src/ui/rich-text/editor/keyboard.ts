import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

interface KeyboardOptions {
  /** Puts the focus into the toolbar. */
  readonly onToolbar: () => void;
}

/**
 * The ways out: Alt+F10 leads to the toolbar, as in other editors; after Escape, Tab leaves the text, also where it would
 * indent a list or go to the next cell (WCAG 2.1.2).
 */
export const Keyboard = Extension.create<KeyboardOptions>({
  name: 'keyboard',
  priority: 1000,
  addOptions: () => ({ onToolbar: () => undefined }),
  addKeyboardShortcuts() {
    return {
      'Alt-F10': () => {
        this.options.onToolbar();
        return true;
      },
    };
  },
  addProseMirrorPlugins() {
    let tabLeaves = false;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_view, { key }) => {
              const leaves = tabLeaves && key === 'Tab';
              // Shift is pressed before Tab to go back.
              if (key !== 'Shift') tabLeaves = key === 'Escape';
              // The editor does not see it, so the browser moves the focus.
              return leaves;
            },
            blur: () => {
              tabLeaves = false;
              return false;
            },
          },
        },
      }),
    ];
  },
});
