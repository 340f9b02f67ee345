/** Answers in words, for tables and files: shared by server and client, so without zod. */
import {
  type Answers,
  type AnswerValue,
  filesIn,
  isChoice,
  type Item,
  isAboutGroup,
  type Option,
  writesToGroup,
} from './questionnaire-rules.ts';

/** What an option says; empty when it is none of these. */
export const optionText = (options: readonly Option[], id: string | undefined): string =>
  options.find((option) => option.id === id)?.text ?? '';

/** The items with people as rows where the rows are people. */
export const withPeople = (items: readonly Item[], people: readonly Option[]): Item[] =>
  items.map((item) => (isAboutGroup(item) ? { ...item, rows: [...people] } : item));

/** The columns that an item takes in a table with a line per person. */
export const headingsOf = (item: Item): string[] =>
  item.kind === 'matrix' && item.groupRows === undefined
    ? item.rows.map(({ text }) => `${item.text}: ${text}`)
    : [item.text];

/** What stands in those columns. */
export function cellsOf(item: Item, value: AnswerValue | undefined): string[] {
  if (item.kind === 'matrix') {
    const chosen = typeof value === 'object' && !Array.isArray(value) ? value : {};
    if (item.groupRows === undefined) return item.rows.map(({ id }) => optionText(item.columns, chosen[id]));
    const said = item.rows.filter(({ id }) => chosen[id] !== undefined);
    return [said.map(({ id, text }) => `${text}: ${optionText(item.columns, chosen[id])}`).join('; ')];
  }
  if (writesToGroup(item)) {
    const said = typeof value === 'object' && !Array.isArray(value) ? value : {};
    const rows = (item.rows ?? []).filter(({ id }) => (said[id] ?? '').trim() !== '');
    return [rows.map(({ id, text }) => `${text}: ${said[id]}`).join('; ')];
  }
  if (value === undefined) return [''];
  if (isChoice(item)) {
    const ids = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
    return [ids.map((id) => optionText(item.options, id)).join('; ')];
  }
  return [typeof value === 'object' ? '' : String(value)];
}

/** The answers with the names of files in place of their ids. */
export const withFileNames = (
  items: readonly Item[],
  answers: Answers,
  names: ReadonlyMap<string, string>,
): Answers => ({
  ...answers,
  ...Object.fromEntries(
    filesIn(items, answers).map(({ itemId, ids }) => [
      itemId,
      ids.map((id) => names.get(id) ?? '').join('; '),
    ]),
  ),
});
