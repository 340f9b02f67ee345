import type { Criterion } from '../../contracts/rubric.ts';
import type { FileCriterion, FileFault } from './rubric-files.domain.ts';

/** The first line of what we write; later formats will have other numbers. */
const FORMAT = 'roundtable-rubric/1';

export const toJson = (name: string, criteria: readonly Criterion[]): string =>
  `${JSON.stringify({ format: FORMAT, name, criteria }, null, 2)}\n`;

export type JsonRead =
  | { readonly type: 'read'; readonly name: string | null; readonly criteria: readonly FileCriterion[] }
  | { readonly type: 'refuse'; readonly fault: FileFault };

const refuse = (line: number, field: string | null, problem: FileFault['problem']): JsonRead => ({
  type: 'refuse',
  fault: { line, field, problem },
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what we have written; what it holds is not checked yet. */
export function fromJson(text: string): JsonRead {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return refuse(lineOfError(text, error), null, 'BROKEN');
  }
  if (!isObject(parsed) || parsed['format'] !== FORMAT) return refuse(1, 'format', 'NO_COLUMNS');
  const { name, criteria } = parsed;
  if (!Array.isArray(criteria) || criteria.length === 0) return refuse(1, 'criteria', 'NO_CRITERION');
  const lines = linesOfCriteria(text);
  return {
    type: 'read',
    name: typeof name === 'string' && name.trim() !== '' ? name.trim() : null,
    criteria: criteria.map((criterion: unknown, index) => ({
      line: lines[index] ?? 1,
      criterion: isObject(criterion) ? criterion : {},
    })),
  };
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

/** The engine names a position, or where the text is short nothing: then it ends too early. */
function lineOfError(text: string, error: unknown): number {
  const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
  return lineAt(text, position === undefined ? text.length : Number(position));
}

/**
 * On which line each criterion begins, in a text that is JSON: what opens an object within the list that is in the outer
 * object's `criteria`.
 */
function linesOfCriteria(text: string): number[] {
  const lines: number[] = [];
  let depth = 0;
  let line = 1;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\n') line += 1;
    else if (isText && sign === '\\') at += 1;
    else if (sign === '"') isText = !isText;
    else if (isText) continue;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth === 3 && sign === '{') lines.push(line);
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return lines;
}
