import { type Editor, Extension } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { PASSAGE_QUOTE_MAX } from '../../../../server/src/contracts/page-limits.ts';
import { cx } from '../../ui/cx.ts';
import type { Passage } from './comments-api.ts';
import styles from './workspace.module.css';

/** What y-tiptap knows of an editor: the shared text, and which part of it each node shows. */
interface Binding {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: { readonly mapping: never } | null;
}

/** A passage that a comment is on, and whether it is the one that is looked at. */
export interface MarkedPassage {
  readonly passage: Passage;
  readonly isLookedAt: boolean;
}

interface Marks {
  readonly passages: readonly MarkedPassage[];
  readonly decorations: DecorationSet;
}

const marksKey = new PluginKey<Marks>('passages');

const bindingOf = (state: EditorState): Binding | undefined => ySyncPluginKey.getState(state) as never;

const toText = (position: Y.RelativePosition): string =>
  btoa(String.fromCharCode(...Y.encodeRelativePosition(position)));
const fromText = (text: string): Y.RelativePosition =>
  Y.decodeRelativePosition(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));

/** @returns what is selected, with places that move with the text; null when no words are */
export function selectedPassage({ state }: Editor): Passage | null {
  const { from, to } = state.selection;
  const quote = state.doc.textBetween(from, to, ' ').trim().slice(0, PASSAGE_QUOTE_MAX);
  const bound = bindingOf(state);
  if (quote === '' || !bound?.binding) return null;
  const { type, binding } = bound;
  const placeOf = (position: number) =>
    absolutePositionToRelativePosition(position, type, binding.mapping) as Y.RelativePosition;
  // Places hold on to the sign before them: right for the end. The beginning belongs to the first of the words.
  const first = placeOf(from + 1);
  const start =
    first.item === null ? placeOf(from) : new Y.RelativePosition(first.type, first.tname, first.item, 0);
  return { from: toText(start), to: toText(placeOf(to)), quote };
}

/** @returns where a passage is now, or null when its words are gone */
export function findPassage(state: EditorState, passage: Passage): { from: number; to: number } | null {
  const bound = bindingOf(state);
  if (!bound?.binding) return null;
  const { doc, type, binding } = bound;
  try {
    const positionOf = (place: string): number | null => {
      const relative = fromText(place);
      const found = relativePositionToAbsolutePosition(doc, type, relative, binding.mapping);
      if (found !== null) return found;
      // The library takes a sign that is now the first of all for one that it has lost.
      const resolved = Y.createAbsolutePositionFromRelativePosition(relative, doc);
      const first = type.firstChild instanceof Y.XmlElement ? type.firstChild.firstChild : null;
      return resolved?.index === 0 && resolved.type === first ? 1 : null;
    };
    const [from, to] = [positionOf(passage.from), positionOf(passage.to)];
    if (from === null || to === null) return null;
    const end = Math.min(to, state.doc.content.size);
    return from < end ? { from, to: end } : null;
  } catch {
    // Kept from something that was no place.
    return null;
  }
}

function decorate(state: EditorState, passages: readonly MarkedPassage[]): DecorationSet {
  const found = passages.flatMap(({ passage, isLookedAt }) => {
    const place = findPassage(state, passage);
    if (!place) return [];
    const marked = { class: cx(styles['passage'], isLookedAt && styles['lookedAt']) };
    return [Decoration.inline(place.from, place.to, marked)];
  });
  return DecorationSet.create(state.doc, found);
}

/** Marks the passages that comments are on; in this view alone, and not in the text. */
export const Passages = Extension.create({
  name: 'passages',
  addProseMirrorPlugins: () => [
    new Plugin<Marks>({
      key: marksKey,
      state: {
        init: () => ({ passages: [], decorations: DecorationSet.empty }),
        apply(transaction, { passages, decorations }, _before, state) {
          const given = transaction.getMeta(marksKey) as readonly MarkedPassage[] | undefined;
          if (given) return { passages: given, decorations: decorate(state, given) };
          // What others write replaces more than it changes: places are looked up anew.
          if (transaction.getMeta(ySyncPluginKey) !== undefined)
            return { passages, decorations: decorate(state, passages) };
          return { passages, decorations: decorations.map(transaction.mapping, transaction.doc) };
        },
      },
      props: { decorations: (state) => marksKey.getState(state)?.decorations },
    }),
  ],
});

export function markPassages({ view }: Editor, passages: readonly MarkedPassage[]): void {
  view.dispatch(view.state.tr.setMeta(marksKey, passages).setMeta('addToHistory', false));
}

/** Shows a passage where it is. @returns false when it is gone */
export function goToPassage(editor: Editor, passage: Passage): boolean {
  const place = findPassage(editor.state, passage);
  if (!place) return false;
  editor.chain().setTextSelection(place).scrollIntoView().run();
  editor.view.focus();
  return true;
}
