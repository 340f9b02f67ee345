import { Int32, Timestamp } from 'bson';
import { calculateStrictly } from '../bson/arithmetic.ts';
import { compare } from '../bson/compare.ts';
import {
  type Document,
  type NumberValue,
  type Value,
  int,
  isDocument,
  isNumber,
  show,
  typeName,
} from '../bson/values.ts';
import { fail } from '../errors.ts';
import { getExact } from '../query/paths.ts';
import { arrayOperators } from './array-operators.ts';
import { setAt, unsetAt } from './paths.ts';

export interface UpdateContext {
  now: Date;
  /** Whether the update makes the document of an upsert. */
  isInsert: boolean;
}

/** Applies one operator to one path of a document, in place. */
export type UpdateOperator = (
  root: Document,
  parts: string[],
  operand: Value,
  context: UpdateContext,
) => void;

function numberAt(root: Document, parts: string[], operator: string): NumberValue | undefined {
  const current = getExact(root, parts);
  if (current === undefined || isNumber(current)) return current;
  fail(
    'TypeMismatch',
    `Cannot apply ${operator} to a value of non-numeric type. {_id: ${show(root.get('_id'))}} has the field ` +
      `'${parts.at(-1)}' of non-numeric type ${typeName(current)}`,
  );
}

/** `$inc` takes a missing field as the operand itself, `$mul` as zero of the operand's type. */
function arithmetic(operator: '$inc' | '$mul'): UpdateOperator {
  return (root, parts, operand) => {
    if (!isNumber(operand))
      fail(
        'TypeMismatch',
        `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${parts.join('.')}: ${show(operand)}}`,
      );
    const current = numberAt(root, parts, operator) ?? int(0);
    setAt(root, parts, calculateStrictly(operator === '$inc' ? '+' : '*', current, operand));
  };
}

const keepExtreme =
  (direction: 1 | -1): UpdateOperator =>
  (root, parts, operand) => {
    const current = getExact(root, parts);
    if (current === undefined || compare(operand, current) * direction > 0) setAt(root, parts, operand);
  };

function currentDate(root: Document, parts: string[], operand: Value, { now }: UpdateContext): void {
  const kind = isDocument(operand) ? operand.get('$type') : operand;
  if (kind === 'timestamp') setAt(root, parts, new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }));
  else if (kind === 'date' || typeof kind === 'boolean') setAt(root, parts, now);
  else fail('BadValue', "The '$type' string field is required to be 'date' or 'timestamp'");
}

function integerBits(value: Value, message: string): bigint {
  if (value instanceof Int32) return BigInt(value.value);
  return typeof value === 'bigint' ? value : fail('BadValue', message);
}

function bit(root: Document, parts: string[], operand: Value): void {
  if (!isDocument(operand) || operand.size === 0)
    fail('BadValue', `The $bit modifier is not compatible with ${show(operand)}`);
  const current = getExact(root, parts) ?? int(0);
  let bits = integerBits(current, `Cannot apply $bit to a value of non-integral type: ${show(current)}`);
  let isLong = typeof current === 'bigint';
  for (const [name, value] of operand) {
    const mask = integerBits(
      value,
      `The $bit modifier field must be an Integer(32/64 bit); got ${show(value)}`,
    );
    isLong ||= typeof value === 'bigint';
    if (name === 'and') bits &= mask;
    else if (name === 'or') bits |= mask;
    else if (name === 'xor') bits ^= mask;
    else fail('BadValue', `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
  }
  setAt(root, parts, isLong ? bits : int(Number(bits)));
}

/** The operators that apply to a path and a value; `$rename` names two paths and is handled apart. */
export const UPDATE_OPERATORS = new Map<string, UpdateOperator>(
  Object.entries({
    $set: setAt,
    $setOnInsert: (root: Document, parts: string[], operand: Value, { isInsert }: UpdateContext) => {
      if (isInsert) setAt(root, parts, operand);
    },
    $unset: (root: Document, parts: string[]) => unsetAt(root, parts),
    $inc: arithmetic('$inc'),
    $mul: arithmetic('$mul'),
    $min: keepExtreme(-1),
    $max: keepExtreme(1),
    $currentDate: currentDate,
    $bit: bit,
    ...arrayOperators,
  }),
);
