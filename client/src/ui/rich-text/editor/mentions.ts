import type { Editor } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import { Mention } from './schema.ts';

export interface Person {
  readonly memberId: string;
  readonly name: string;
}

/** Whom one may mention: a search as one types, and the names of those who are mentioned already. */
export interface Mentions {
  /** Null: nobody more is to be mentioned here. */
  readonly search: ((query: string) => Promise<readonly Person[]>) | null;
  nameOf(memberId: string): string | undefined;
}

/** The list that is open, for the component that shows it. */
export interface OpenList {
  readonly people: readonly Person[];
  readonly active: number;
  readonly choose: (person: Person) => void;
  /** Where the typed @ is, in the window. */
  readonly place: DOMRect | null;
}

const SHOWN = 8;

/** `@` opens a list of people; arrows choose, Enter and Tab take, Escape closes. */
export const mentionNode = (mentions: Mentions, onList: (list: OpenList | null) => void) =>
  Mention.extend({
    renderText: ({ node }) => `@${mentions.nameOf(String(node.attrs['memberId'])) ?? ''}`,
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement('bdi');
        dom.dataset['member'] = String(node.attrs['memberId']);
        dom.textContent = `@${mentions.nameOf(String(node.attrs['memberId'])) ?? '…'}`;
        return { dom };
      },
    addProseMirrorPlugins() {
      const { search } = mentions;
      return search ? [suggestions(this.editor, search, onList)] : [];
    },
  });

function suggestions(
  editor: Editor,
  search: NonNullable<Mentions['search']>,
  onList: (list: OpenList | null) => void,
) {
  let open: OpenList | null = null;
  const show = (list: OpenList | null): void => {
    open = list;
    onList(list);
  };
  const listOf = (props: SuggestionProps<Person, Person>, active = 0): OpenList => ({
    people: props.items,
    active,
    choose: props.command,
    place: props.clientRect?.() ?? null,
  });
  return Suggestion<Person, Person>({
    editor,
    pluginKey: new PluginKey('mentions'),
    char: '@',
    items: async ({ query }) => (await search(query)).slice(0, SHOWN),
    command: ({ editor, range, props }) =>
      editor
        .chain()
        .focus()
        .insertContentAt(range, [
          { type: 'mention', attrs: { memberId: props.memberId } },
          { type: 'text', text: ' ' },
        ])
        .run(),
    render: () => ({
      onStart: (props) => show(listOf(props)),
      onUpdate: (props) => show(listOf(props)),
      onExit: () => show(null),
      onKeyDown: ({ event }) => {
        if (!open || open.people.length === 0) return false;
        const { people, active, choose } = open;
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step !== undefined) {
          show({ ...open, active: (active + step + people.length) % people.length });
          return true;
        }
        const person = people[active];
        if (!person || (event.key !== 'Enter' && event.key !== 'Tab')) return false;
        choose(person);
        return true;
      },
    }),
  });
}
