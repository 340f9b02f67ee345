import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * The ways out: Alt+F10 leads to the toolbar, as in other editors; after Escape, Tab leaves the text, also where it would
 * indent a list or go to the next cell (WCAG 2.1.2).
 */
export const Keyboard = Extension.create({
  name: 'keyboard',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      'Alt-F10': () => {
        const controls = `[role="toolbar"][aria-controls="${this.editor.view.dom.id}"] [tabindex="0"]`;
        document.querySelector<HTMLElement>(controls)?.focus();
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
