import { ANONYMOUS_FROM } from '../../contracts/limits.ts';
import { optionText } from '../../contracts/questionnaire-cells.ts';
import { type Answers, type AnswerValue, isChoice, type Item } from '../../contracts/questionnaire-rules.ts';

/** What all answers to an item come to. */
export interface Tally {
  readonly itemId: string;
  /** Null: too few to be shown. */
  readonly answered: number | null;
  readonly counts: { key: string; count: number }[];
  readonly mean: number | null;
  readonly numbers: number[];
  readonly texts: string[];
}

export interface Choice {
  readonly itemId: string;
  readonly optionId: string;
}

/** Whether answers have the option. */
export const didChoose = (answers: Answers, { itemId, optionId }: Choice): boolean => {
  const value = answers[itemId];
  return Array.isArray(value) ? value.includes(optionId) : value === optionId;
};

/** Whether a part of some answers tells nothing of single ones: neither the part nor what is left over is small. */
const isLargeEnough = (part: number, whole: number): boolean =>
  part >= ANONYMOUS_FROM && (part === whole || whole - part >= ANONYMOUS_FROM);

/**
 * Counts answers, item by item.
 *
 * @param choice only of those who chose this option.
 * @param isAnonymous nothing that fewer than five people said is counted, nor what could be found by taking the counts
 *   of a part from those of the whole.
 * @returns null when the part is too small altogether.
 */
export function tally(
  items: readonly Item[],
  all: readonly Answers[],
  choice: Choice | null,
  isAnonymous: boolean,
): { readonly counted: number; readonly tallies: Tally[] } | null {
  const part = choice === null ? all : all.filter((answers) => didChoose(answers, choice));
  if (isAnonymous && !isLargeEnough(part.length, all.length)) return null;
  const tallies = items.map((item) => {
    const valuesOf = (answers: readonly Answers[]): AnswerValue[] =>
      answers.flatMap(({ [item.id]: value }) => (value === undefined ? [] : [value]));
    const values = valuesOf(part);
    const isHidden = isAnonymous && !isLargeEnough(values.length, valuesOf(all).length);
    return isHidden ? hiddenTally(item.id) : tallyItem(item, values);
  });
  return { counted: part.length, tallies };
}

const hiddenTally = (itemId: string): Tally => ({
  itemId,
  answered: null,
  counts: [],
  mean: null,
  numbers: [],
  texts: [],
});

function tallyItem(item: Item, values: readonly AnswerValue[]): Tally {
  const numbers = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const isNumber = item.kind === 'scale' || item.kind === 'number';
  const sum = numbers.reduce((total, value) => total + value, 0);
  return {
    itemId: item.id,
    answered: values.length,
    counts: countsOf(item, values),
    mean: isNumber && numbers.length > 0 ? sum / numbers.length : null,
    numbers: item.kind === 'number' ? numbers : [],
    // In the order of the alphabet: the order in which they came is nobody's business.
    texts:
      item.kind === 'text'
        ? values.filter((value) => typeof value === 'string').sort((a, b) => (a < b ? -1 : 1))
        : [],
  };
}

function countsOf(item: Item, values: readonly AnswerValue[]): Tally['counts'] {
  const counts = new Map(keysOf(item).map((key) => [key, 0]));
  for (const key of values.flatMap((value) => keysIn(item, value)))
    counts.set(key, (counts.get(key) ?? 0) + 1);
  const found = [...counts].map(([key, count]) => ({ key, count }));
  return item.kind === 'date' ? found.sort((a, b) => (a.key < b.key ? -1 : 1)) : found;
}

/** What is counted also where nobody chose it. */
function keysOf(item: Item): string[] {
  if (isChoice(item)) return item.options.map(({ id }) => id);
  if (item.kind === 'matrix') {
    return item.rows.flatMap((row) => item.columns.map((column) => `${row.id}/${column.id}`));
  }
  if (item.kind !== 'scale') return [];
  return Array.from({ length: item.to - item.from + 1 }, (_, index) => String(item.from + index));
}

function keysIn(item: Item, value: AnswerValue): string[] {
  if (item.kind === 'text' || item.kind === 'number' || item.kind === 'file') return [];
  if (Array.isArray(value)) return value;
  if (typeof value === 'object') return Object.entries(value).map(([row, column]) => `${row}/${column}`);
  return [String(value)];
}

/** What was counted, in words: a line per answer that was possible or given. */
export function countedRows(item: Item, { counts, numbers, texts }: Tally): [string, string, string][] {
  if (item.kind === 'text') return texts.map((text) => [item.text, text, '1']);
  if (item.kind === 'number') return numbers.map((number) => [item.text, String(number), '1']);
  return counts.map(({ key, count }) => {
    const [row, column] = key.split('/');
    if (item.kind === 'matrix') {
      return [`${item.text}: ${optionText(item.rows, row)}`, optionText(item.columns, column), String(count)];
    }
    return [item.text, isChoice(item) ? optionText(item.options, key) : key, String(count)];
  });
}
