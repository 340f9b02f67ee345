import { toDouble, type Document, type Value, isDocument, isNumber, show, typeName } from '../bson/values.ts';
import { compare, equals } from '../bson/compare.ts';
import { fail } from '../errors.ts';
import { compileElement } from '../query/filter.ts';
import { getExact } from '../query/paths.ts';
import { parseSort, sortItems } from '../query/sort.ts';
import { setAt } from './paths.ts';

/** The array at a path; undefined when the field is missing. Another type is refused with `message`. */
function arrayAt(
  root: Document,
  parts: string[],
  message: (type: string) => string,
  code: 'BadValue' | 'TypeMismatch' = 'BadValue',
): Value[] | undefined {
  const current = getExact(root, parts);
  if (current === undefined || Array.isArray(current)) return current;
  fail(code, message(typeName(current)));
}

function wholeClause(value: Value, clause: string): number {
  const number = isNumber(value) ? toDouble(value) : NaN;
  if (!Number.isInteger(number))
    fail('BadValue', `The value for ${clause} must be an integer value but was given: ${show(value)}`);
  return number;
}

function eachOf(operand: Value, operator: string): Value[] | undefined {
  const each = isDocument(operand) ? operand.get('$each') : undefined;
  if (each === undefined || Array.isArray(each)) return each;
  fail(
    'BadValue',
    `The argument to $each in ${operator} must be an array but it was of type: ${typeName(each)}`,
  );
}

function sorted(array: Value[], order: Value): Value[] {
  if (isDocument(order))
    return sortItems(array, parseSort(order), (element) => (isDocument(element) ? element : new Map()));
  const [field] = parseSort(new Map([['v', order]]));
  return array.toSorted((a, b) => compare(a, b) * (field?.direction ?? 1));
}

function push(root: Document, parts: string[], operand: Value): void {
  const path = parts.join('.');
  const array = arrayAt(
    root,
    parts,
    (type) =>
      `The field '${path}' must be an array but is of type ${type} in document {_id: ${show(root.get('_id'))}}`,
  );
  const each = eachOf(operand, '$push');
  if (!each || !isDocument(operand)) {
    setAt(root, parts, [...(array ?? []), operand]);
    return;
  }
  let result = [...(array ?? [])];
  for (const clause of operand.keys())
    if (!['$each', '$slice', '$sort', '$position'].includes(clause))
      fail('BadValue', `Unrecognized clause in $push: ${clause}`);
  const position = operand.get('$position');
  const at = position === undefined ? result.length : wholeClause(position, '$position');
  result.splice(at < 0 ? Math.max(0, result.length + at) : at, 0, ...each);
  const order = operand.get('$sort');
  if (order !== undefined) result = sorted(result, order);
  const slice = operand.get('$slice');
  if (slice !== undefined) {
    const count = wholeClause(slice, '$slice');
    result = count < 0 ? result.slice(count) : result.slice(0, count);
  }
  setAt(root, parts, result);
}

function addToSet(root: Document, parts: string[], operand: Value): void {
  const array = arrayAt(
    root,
    parts,
    (type) =>
      `Cannot apply $addToSet to non-array field. Field named '${parts.at(-1)}' has non-array type ${type}`,
  );
  const each = eachOf(operand, '$addToSet');
  if (each && isDocument(operand) && operand.size > 1)
    fail('BadValue', `Found unexpected fields after $each in $addToSet: ${show(operand)}`);
  const result = [...(array ?? [])];
  for (const element of each ?? [operand])
    if (!result.some((present) => equals(present, element))) result.push(element);
  setAt(root, parts, result);
}

function pop(root: Document, parts: string[], operand: Value): void {
  const end = isNumber(operand) ? toDouble(operand) : NaN;
  if (end !== 1 && end !== -1) fail('FailedToParse', `$pop expects 1 or -1, found: ${show(operand)}`);
  const array = arrayAt(
    root,
    parts,
    (type) => `Path '${parts.join('.')}' contains an element of non-array type '${type}'`,
    'TypeMismatch',
  );
  if (array) setAt(root, parts, end === 1 ? array.slice(0, -1) : array.slice(1));
}

function remove(
  root: Document,
  parts: string[],
  operator: string,
  isRemoved: (element: Value) => boolean,
): void {
  const array = arrayAt(root, parts, () => `Cannot apply ${operator} to a non-array value`);
  if (array)
    setAt(
      root,
      parts,
      array.filter((element) => !isRemoved(element)),
    );
}

export const arrayOperators = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: (root: Document, parts: string[], operand: Value): void => {
    remove(
      root,
      parts,
      '$pull',
      Array.isArray(operand) ? (element) => equals(element, operand) : compileElement(operand),
    );
  },
  $pullAll: (root: Document, parts: string[], operand: Value): void => {
    if (!Array.isArray(operand))
      fail('BadValue', `$pullAll requires an array argument but was given a ${typeName(operand)}`);
    remove(root, parts, '$pullAll', (element) => operand.some((value) => equals(value, element)));
  },
};
