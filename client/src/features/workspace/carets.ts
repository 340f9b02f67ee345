import { Extension } from '@tiptap/core';
import type { Plugin } from '@tiptap/pm/state';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import { cx } from '../../ui/cx.ts';
import hues from '../../ui/hues.module.css';
import type { PageConnection } from './page-connection.ts';
import styles from './workspace.module.css';

/** What a connection says of somebody, with the name that the server has put in. */
interface User {
  readonly memberId?: string;
  readonly name?: string;
}

/** Shows where others write: a line with their name in the text, and what they have selected. */
export const carets = ({ awareness, hueOf }: PageConnection) =>
  Extension.create({
    name: 'carets',
    addProseMirrorPlugins: (): Plugin[] => {
      if (awareness === null) return [];
      const hueClass = ({ memberId = '' }: User): string => cx(hues[`hue${hueOf(memberId)}`]);
      return [
        yCursorPlugin(awareness, {
          cursorBuilder(user: User) {
            const caret = document.createElement('span');
            caret.className = `${cx(styles['caret'])} ${hueClass(user)}`;
            // Who is here is told beside the text; a name amid its words would be read as one of them.
            caret.ariaHidden = 'true';
            const name = document.createElement('span');
            name.className = cx(styles['caretName']);
            name.dir = 'auto';
            name.textContent = user.name ?? '';
            caret.append(name);
            return caret;
          },
          selectionBuilder: (user: User) => ({
            class: `${cx(styles['selected'])} ${hueClass(user)}`,
          }),
        }) as Plugin,
      ];
    },
  });
