/**
 * What a questionnaire's items may be and which answers fit them: shared by server and client, so without zod.
 * `questionnaire.ts` checks the shape of what comes from outside against the same types.
 */
import { isDay } from './calendar-day.ts';
import { ANSWER_FILES_MAX, ANSWER_TEXT_MAX } from './limits.ts';
import type { GroupRows, OfPeople, PersonRow } from './questionnaire-people.ts';

export interface Option {
  id: string;
  text: string;
}

/** What a choice has to be answered with to bring points. */
export interface ChoiceKey {
  /** The options that are right: each of them alone for one choice, all of them for several choices. */
  right: string[];
  points: number;
  /** Shown to whoever has answered, whatever they chose. */
  feedback: string;
  /** By option: shown to whoever chose it. */
  optionFeedback: Record<string, string>;
}

/** What a number has to be, give or take the tolerance, to bring points. */
export interface NumberKey {
  /** Null: not written yet. */
  right: number | null;
  tolerance: number;
  points: number;
  feedback: string;
}

interface ItemBase {
  id: string;
  text: string;
  hint: string;
  required: boolean;
  /** Shown only if an earlier choice item was answered with this option; null: always. */
  showIf: { itemId: string; optionId: string } | null;
}

export type ChoiceItem = ItemBase & {
  kind: 'oneChoice' | 'manyChoice';
  options: Option[];
  key?: ChoiceKey | undefined;
};
export type ScaleItem = ItemBase & {
  kind: 'scale';
  from: number;
  to: number;
  fromText: string;
  toText: string;
};
export type MatrixItem = ItemBase & OfPeople & { kind: 'matrix'; rows: PersonRow[]; columns: Option[] };
/** One text, or one to each person of one's own group. */
export type TextItem = ItemBase & OfPeople & { kind: 'text'; rows?: PersonRow[] | undefined };
export type NumberItem = ItemBase & {
  kind: 'number';
  min: number | null;
  max: number | null;
  key?: NumberKey | undefined;
};
export type Item =
  | ChoiceItem
  | ScaleItem
  | MatrixItem
  | NumberItem
  | TextItem
  | (ItemBase & { kind: 'date' })
  | (ItemBase & { kind: 'file' });
export type ItemKind = Item['kind'];
export type KeyedItem = (ChoiceItem & { key: ChoiceKey }) | (NumberItem & { key: NumberKey });

/** Asks each person some questions of the bank, drawn from those with a tag. */
export interface Draw {
  id: string;
  tag: string;
  count: number;
}

/** How a questionnaire with keys is taken. */
export interface CheckSettings {
  /** When those who have handed in see their score and the feedback. */
  feedback: 'atOnce' | 'afterClosing';
  /** How often one may hand in, and which time counts. */
  attempts: number;
  counts: 'best' | 'last';
}
export const DEFAULT_CHECK: CheckSettings = { feedback: 'atOnce', attempts: 1, counts: 'best' };

/** An option's id, ids of options or files, a number, a text, a day as YYYY-MM-DD, or a column by row. */
export type AnswerValue = string | number | string[] | Record<string, string>;
/** By the id of the item. */
export type Answers = Record<string, AnswerValue>;

export type ItemFault =
  | 'TEXT_MISSING'
  | 'OPTIONS_TOO_FEW'
  | 'OPTION_TEXT_MISSING'
  | 'OPTION_TWICE'
  | 'RANGE_EMPTY'
  | 'RIGHT_MISSING'
  | 'RIGHT_OUT_OF_RANGE'
  | 'CONDITION_BROKEN'
  | 'ID_TWICE';
export type AnswerFault = 'MISSING' | 'UNKNOWN' | 'OUT_OF_RANGE' | 'TOO_LONG' | 'NOT_A_DATE';

export const isChoice = (item: Item | undefined): item is ChoiceItem =>
  item?.kind === 'oneChoice' || item?.kind === 'manyChoice';

/** Whether an item has a key, so that answers to it bring points. */
export const isKeyed = (item: Item): item is KeyedItem =>
  (isChoice(item) || item.kind === 'number') && item.key !== undefined;

/** Whether the rows of an item are people of one's own group. */
export const asksOfGroup = (item: Item): item is MatrixItem & { groupRows: GroupRows } =>
  item.kind === 'matrix' && item.groupRows !== undefined;

/** Whether an item is a text to each person of one's own group. */
export const writesToGroup = (item: Item): item is TextItem & { groupRows: GroupRows } =>
  item.kind === 'text' && item.groupRows !== undefined;

/** Whether what is asked depends on whose group one is in. */
export const isAboutGroup = (item: Item) => asksOfGroup(item) || writesToGroup(item);

/** The items that item `index` may depend on: earlier choices that are always shown, so that branching has one level. */
export const possibleConditions = (items: readonly Item[], index: number): ChoiceItem[] =>
  items.slice(0, index).filter((item): item is ChoiceItem => isChoice(item) && item.showIf === null);

/** The files that answers are, by item. */
export const filesIn = (items: readonly Item[], answers: Answers): { itemId: string; ids: string[] }[] =>
  items.flatMap(({ id, kind }) => {
    const value = answers[id];
    return kind === 'file' && Array.isArray(value) ? [{ itemId: id, ids: value }] : [];
  });

/** What is wrong with the items of a questionnaire, by item; the first fault of each. */
export function findItemFaults(items: readonly Item[]): Map<string, ItemFault> {
  const faults = new Map<string, ItemFault>();
  items.forEach((item, index) => {
    const isTwice = items.findIndex(({ id }) => id === item.id) !== index;
    const fault = isTwice ? 'ID_TWICE' : itemFault(item, possibleConditions(items, index));
    if (fault !== null) faults.set(item.id, fault);
  });
  return faults;
}

function itemFault(item: Item, conditions: readonly ChoiceItem[]): ItemFault | null {
  if (item.text.trim() === '') return 'TEXT_MISSING';
  const { showIf } = item;
  if (showIf !== null) {
    const source = conditions.find(({ id }) => id === showIf.itemId);
    if (!source?.options.some(({ id }) => id === showIf.optionId)) return 'CONDITION_BROKEN';
  }
  switch (item.kind) {
    case 'oneChoice':
    case 'manyChoice':
      return optionsFault(item.options, 2) ?? choiceKeyFault(item);
    case 'matrix':
      return (
        (item.groupRows === undefined ? optionsFault(item.rows, 1) : null) ?? optionsFault(item.columns, 2)
      );
    case 'scale':
      return item.from < item.to ? null : 'RANGE_EMPTY';
    case 'number':
      return item.min !== null && item.max !== null && item.min > item.max
        ? 'RANGE_EMPTY'
        : numberKeyFault(item);
    case 'text':
    case 'date':
    case 'file':
      return null;
  }
}

function choiceKeyFault({ options, key }: ChoiceItem): ItemFault | null {
  if (key === undefined) return null;
  const named = [...key.right, ...Object.keys(key.optionFeedback)];
  return key.right.length > 0 && named.every((id) => has(options, id)) ? null : 'RIGHT_MISSING';
}

function numberKeyFault({ min, max, key }: NumberItem): ItemFault | null {
  if (key === undefined) return null;
  if (key.right === null) return 'RIGHT_MISSING';
  return key.right >= (min ?? -Infinity) && key.right <= (max ?? Infinity) ? null : 'RIGHT_OUT_OF_RANGE';
}

function optionsFault(options: readonly Option[], least: number): ItemFault | null {
  if (options.length < least) return 'OPTIONS_TOO_FEW';
  const texts = options.map(({ text }) => text.trim());
  if (texts.includes('')) return 'OPTION_TEXT_MISSING';
  const isTwice =
    new Set(texts).size < texts.length || new Set(options.map(({ id }) => id)).size < texts.length;
  return isTwice ? 'OPTION_TWICE' : null;
}

/** Whether these answers lead to the item. */
export function isShown(item: Item, answers: Answers): boolean {
  if (item.showIf === null) return true;
  const answer = answers[item.showIf.itemId];
  return Array.isArray(answer) ? answer.includes(item.showIf.optionId) : answer === item.showIf.optionId;
}

/** Whether nothing was answered. */
function isBlankAnswer(value: AnswerValue | undefined): boolean {
  if (value === undefined || typeof value === 'number') return value === undefined;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) ? value.length === 0 : Object.values(value).every((one) => one.trim() === '');
}

/** The answers that count: those to items that they lead to, without blank ones. */
export const givenAnswers = (items: readonly Item[], answers: Answers): Answers =>
  Object.fromEntries(
    items.flatMap((item) => {
      const value = answers[item.id];
      return value === undefined || isBlankAnswer(value) || !isShown(item, answers) ? [] : [[item.id, value]];
    }),
  );

/**
 * What is wrong with answers, by item. Answers to items that are not shown are left aside, since they do not count.
 *
 * @param isFinal they are handed in: required items must be answered, a matrix in every row.
 */
export function findAnswerFaults(
  items: readonly Item[],
  answers: Answers,
  isFinal: boolean,
): Map<string, AnswerFault> {
  const faults = new Map<string, AnswerFault>();
  for (const id of Object.keys(answers)) {
    if (!items.some((item) => item.id === id)) faults.set(id, 'UNKNOWN');
  }
  for (const item of items) {
    if (!isShown(item, answers)) continue;
    const value = answers[item.id];
    const fault = value === undefined || isBlankAnswer(value) ? null : valueFault(item, value);
    if (fault !== null) faults.set(item.id, fault);
    else if (isFinal && item.required && !isAnswered(item, value)) faults.set(item.id, 'MISSING');
  }
  return faults;
}

function isAnswered(item: Item, value: AnswerValue | undefined): boolean {
  if (item.kind !== 'matrix' && !writesToGroup(item)) return !isBlankAnswer(value);
  // Whoever is in no group has nobody to say anything of.
  const chosen = typeof value === 'object' && !Array.isArray(value) ? value : {};
  return (item.rows ?? []).every(({ id, until }) => until !== undefined || (chosen[id] ?? '').trim() !== '');
}

const has = (options: readonly Option[], id: string): boolean => options.some((option) => option.id === id);

function textsFault(rows: readonly Option[], value: AnswerValue): AnswerFault | null {
  if (typeof value !== 'object' || Array.isArray(value)) return 'UNKNOWN';
  if (!Object.keys(value).every((id) => has(rows, id))) return 'UNKNOWN';
  return Object.values(value).every((text) => text.length <= ANSWER_TEXT_MAX) ? null : 'TOO_LONG';
}

function valueFault(item: Item, value: AnswerValue): AnswerFault | null {
  switch (item.kind) {
    case 'oneChoice':
      return typeof value === 'string' && has(item.options, value) ? null : 'UNKNOWN';
    case 'manyChoice':
      return Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((id) => has(item.options, id))
        ? null
        : 'UNKNOWN';
    case 'matrix':
      return typeof value === 'object' &&
        !Array.isArray(value) &&
        Object.entries(value).every(([row, column]) => has(item.rows, row) && has(item.columns, column))
        ? null
        : 'UNKNOWN';
    case 'scale':
      if (typeof value !== 'number' || !Number.isInteger(value)) return 'UNKNOWN';
      return value >= item.from && value <= item.to ? null : 'OUT_OF_RANGE';
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'UNKNOWN';
      return value >= (item.min ?? -Infinity) && value <= (item.max ?? Infinity) ? null : 'OUT_OF_RANGE';
    case 'text':
      if (writesToGroup(item)) return textsFault(item.rows ?? [], value);
      if (typeof value !== 'string') return 'UNKNOWN';
      return value.length <= ANSWER_TEXT_MAX ? null : 'TOO_LONG';
    case 'date':
      if (typeof value !== 'string') return 'UNKNOWN';
      return isDay(value) ? null : 'NOT_A_DATE';
    case 'file':
      // Whether they are there, and whose they are, is looked up where files are kept.
      if (!Array.isArray(value) || new Set(value).size < value.length) return 'UNKNOWN';
      return value.length <= ANSWER_FILES_MAX ? null : 'OUT_OF_RANGE';
  }
}
