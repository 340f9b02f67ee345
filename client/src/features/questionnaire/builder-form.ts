import type {
  ChoiceItem,
  Item,
  ItemKind,
  NumberItem,
  Option,
} from '../../../../server/src/contracts/questionnaire-rules.ts';
import { newId } from '../../app/new-id.ts';
import type { Settings } from './api.ts';

export const ITEM_KINDS: readonly ItemKind[] = [
  'oneChoice',
  'manyChoice',
  'scale',
  'matrix',
  'text',
  'number',
  'date',
  'file',
];

export const emptySettings = (): Settings => ({
  title: '',
  intro: '',
  visibility: 'confidential',
  opensAt: null,
  closesAt: null,
  items: [],
});

/** A new item, with nothing in it yet. */
export function newItem(kind: ItemKind): Item {
  const common = { id: newId(), text: '', hint: '', required: false, showIf: null };
  switch (kind) {
    case 'oneChoice':
    case 'manyChoice':
      return { ...common, kind, options: [] };
    case 'scale':
      return { ...common, kind, from: 1, to: 5, fromText: '', toText: '' };
    case 'matrix':
      return { ...common, kind, rows: [], columns: [] };
    case 'number':
      return { ...common, kind, min: null, max: null };
    case 'text':
    case 'date':
    case 'file':
      return { ...common, kind };
  }
}

/** A choice with other options; its key forgets those that are gone. */
export function withOptions(item: ChoiceItem, options: Option[]): ChoiceItem {
  const { key } = item;
  if (key === undefined) return { ...item, options };
  const isThere = (id: string) => options.some((option) => option.id === id);
  return {
    ...item,
    options,
    key: {
      ...key,
      right: key.right.filter(isThere),
      optionFeedback: Object.fromEntries(Object.entries(key.optionFeedback).filter(([id]) => isThere(id))),
    },
  };
}

/** The item with a key that says nothing yet, or without one. */
export function keyed<I extends ChoiceItem | NumberItem>(item: I, hasKey: boolean): I {
  if (!hasKey) return { ...item, key: undefined };
  const worth = { points: 1, feedback: '' };
  return item.kind === 'number'
    ? { ...item, key: { ...worth, right: null, tolerance: 0 } }
    : { ...item, key: { ...worth, right: [], optionFeedback: {} } };
}

/** Options as one writes them: a line each. */
export const toLines = (options: readonly Option[]): string => options.map(({ text }) => text).join('\n');

/**
 * The options that lines stand for. A line that was there keeps its id wherever it is now; one that was rewritten keeps
 * the id of its place, so that correcting a word makes no other option of it.
 */
export function fromLines(lines: string, before: readonly Option[]): Option[] {
  const texts = lines.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const kept = new Set(before.filter(({ text }) => texts.includes(text)).map(({ id }) => id));
  const taken = new Set<string>();
  return texts.map((text, index) => {
    const same = before.find((option) => option.text === text && !taken.has(option.id));
    const there = before[index];
    const free = there !== undefined && !kept.has(there.id) && !taken.has(there.id) ? there : undefined;
    const id = same?.id ?? free?.id ?? newId();
    taken.add(id);
    return { id, text };
  });
}

/** What is left when an item goes; those that it led to are always shown then. */
export const withoutItem = (items: readonly Item[], id: string): Item[] =>
  items
    .filter((item) => item.id !== id)
    .map((item) => (item.showIf?.itemId === id ? { ...item, showIf: null } : item));

/** Puts an item back where it was, with the branches that it had. */
export const withItem = (
  items: readonly Item[],
  item: Item,
  index: number,
  before: readonly Item[],
): Item[] =>
  items.toSpliced(index, 0, item).map((other) => {
    const was = before.find(({ id }) => id === other.id);
    return other.showIf === null && was?.showIf?.itemId === item.id
      ? { ...other, showIf: was.showIf }
      : other;
  });

/** Tags between commas, without blanks around them, each once. */
export const tagsIn = (text: string): string[] => [
  ...new Set(text.split(/[,،]/).flatMap((tag) => (tag.trim() === '' ? [] : [tag.trim()]))),
];

/** Whether the score can be a gradebook column: of people with names, and there is one score of each. */
export const mayBeGraded = ({ visibility, repeat }: Settings): boolean =>
  visibility === 'identified' && repeat === undefined;
