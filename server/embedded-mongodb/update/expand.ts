import { type Document, type Value, isDocument, show } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { type ArrayPositions, type Matcher, compileFilter } from '../query/filter.ts';
import { getExact } from '../query/paths.ts';

/** The conditions of `arrayFilters` by their identifiers, and those a path has used. */
export interface ArrayFilters {
  matchers: Map<string, Matcher>;
  used: Set<string>;
}

function identifiersOf(filter: Document): string[] {
  return [...filter].flatMap(([name, operand]) => {
    if (!name.startsWith('$')) return [name.split('.')[0] ?? ''];
    return Array.isArray(operand)
      ? operand.flatMap((branch) => (isDocument(branch) ? identifiersOf(branch) : []))
      : [];
  });
}

/** Compiles `arrayFilters`. Throws FailedToParse or BadValue when one does not name exactly one identifier. */
export function compileArrayFilters(filters: readonly Value[]): ArrayFilters {
  const matchers = new Map<string, Matcher>();
  for (const filter of filters) {
    if (!isDocument(filter)) fail('TypeMismatch', 'arrayFilters must hold objects');
    const [identifier, ...others] = new Set(identifiersOf(filter));
    if (identifier === undefined)
      fail('FailedToParse', 'Cannot use an expression without a top-level field name in arrayFilters');
    if (others.length > 0)
      fail(
        'FailedToParse',
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${identifier}' and '${others[0]}'`,
      );
    if (!/^[a-z][a-zA-Z0-9]*$/.test(identifier))
      fail(
        'BadValue',
        `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier}'`,
      );
    if (matchers.has(identifier))
      fail('FailedToParse', `Found multiple array filters with the same top-level field name ${identifier}`);
    matchers.set(identifier, compileFilter(filter).matches);
  }
  return { matchers, used: new Set() };
}

/** Throws FailedToParse for a filter that no path refers to. */
export function requireAllUsed({ matchers, used }: ArrayFilters): void {
  for (const identifier of matchers.keys())
    if (!used.has(identifier))
      fail('FailedToParse', `The array filter for identifier '${identifier}' was not used in the update`);
}

function matchedPosition(base: string, positions: ArrayPositions): string {
  const hit = positions.find(({ path }) => path === base || path.startsWith(`${base}.`)) ?? positions[0];
  if (!hit) fail('BadValue', 'The positional operator did not find the match needed from the query.');
  return String(hit.index);
}

function filteredPositions(
  root: Document,
  parts: string[],
  component: string,
  filters: ArrayFilters,
): string[] {
  const identifier = component.slice(2, -1);
  const matches = filters.matchers.get(identifier);
  if (identifier !== '' && !matches)
    fail(
      'BadValue',
      `No array filter found for identifier '${identifier}' in path '${[...parts, component].join('.')}'`,
    );
  filters.used.add(identifier);
  const array = getExact(root, parts);
  if (array === undefined)
    fail(
      'BadValue',
      `The path '${parts.join('.')}' must exist in the document in order to apply array updates.`,
    );
  if (!Array.isArray(array))
    fail('BadValue', `Cannot apply array updates to non-array element ${parts.at(-1)}: ${show(array)}`);
  return array.flatMap((element, i) =>
    !matches || matches(new Map([[identifier, element]])) ? [String(i)] : [],
  );
}

/**
 * The exact paths that an update path stands for in one document: `$` becomes the position the query matched,
 * `$[]` every position, `$[identifier]` those its array filter accepts.
 */
export function expandPath(
  root: Document,
  path: string,
  positions: ArrayPositions,
  filters: ArrayFilters,
): string[][] {
  let expanded: string[][] = [[]];
  for (const [depth, component] of path.split('.').entries()) {
    if (component === '')
      fail('EmptyFieldName', `The update path '${path}' contains an empty field name, which is not allowed.`);
    if (component === '$' && depth > 0) {
      const base = path.split('.').slice(0, depth).join('.');
      const position = matchedPosition(base, positions);
      expanded = expanded.map((parts) => [...parts, position]);
    } else if (depth > 0 && component.startsWith('$[') && component.endsWith(']')) {
      expanded = expanded.flatMap((parts) =>
        filteredPositions(root, parts, component, filters).map((position) => [...parts, position]),
      );
    } else if (component.startsWith('$') && !['$id', '$ref', '$db'].includes(component)) {
      fail(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${component}' in '${path}' is not valid for storage.`,
      );
    } else expanded = expanded.map((parts) => [...parts, component]);
  }
  return expanded;
}
