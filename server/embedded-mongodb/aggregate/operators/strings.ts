import { BSONRegExp, ObjectId } from 'bson';
import { int, isNumber, typeName } from '../../bson/values.ts';
import { fail } from '../../errors.ts';
import type { OperatorCompiler, OperatorTable } from '../evaluation.ts';
import { ANY, ONE, type Operand, TWO, integerArgument, isMissing, positional } from './arguments.ts';

/** Text as `$toLower`, `$substr` and the like take it: numbers and dates are written out, missing is empty. */
function textOf(value: Operand, operator: string): string {
  if (isMissing(value)) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (isNumber(value)) return value.toString();
  fail(16007, `can't convert from BSON type ${typeName(value)} to String in ${operator}`);
}

function stringArgument(value: Operand, operator: string): string {
  if (typeof value !== 'string')
    fail(34471, `${operator} requires a string argument, found: ${typeName(value)}`);
  return value;
}

function substringOfBytes([value, start, length]: Operand[], name: string): Operand {
  const bytes = Buffer.from(textOf(value, name), 'utf8');
  const from = integerArgument(start, name);
  const count = integerArgument(length, name);
  if (from < 0) fail(50752, `${name}: starting index must be non-negative (got: ${from})`);
  const end = count < 0 ? bytes.length : Math.min(bytes.length, from + count);
  const continues = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  if (continues(from) || continues(end)) fail(28656, `${name}: Invalid range, it cuts a UTF-8 character`);
  return bytes.toString('utf8', Math.min(from, end), end);
}

function substringOfCodePoints([value, start, length]: Operand[], name: string): Operand {
  const from = integerArgument(start, name);
  const count = integerArgument(length, name);
  if (from < 0 || count < 0) fail(34451, `${name}: start and length must be non-negative`);
  return Array.from(textOf(value, name))
    .slice(from, from + count)
    .join('');
}

function split([text, separator]: Operand[], name: string): Operand {
  if (isMissing(text) || isMissing(separator)) return null;
  const by = stringArgument(separator, name);
  if (by === '') fail(40087, '$split requires a non-empty separator');
  return stringArgument(text, name).split(by);
}

function concatenate(values: Operand[], name: string): Operand {
  if (values.some(isMissing)) return null;
  return values
    .map((value) =>
      typeof value === 'string'
        ? value
        : fail(16702, `${name} only supports strings, not ${typeName(value)}`),
    )
    .join('');
}

/** ASCII only, as MongoDB does: other letters are left as they are. */
const changeCase = (letters: RegExp, change: (letter: string) => string): OperatorCompiler =>
  positional(ONE, ([value], name) => textOf(value, name).replace(letters, change));

/** `$toString`: null stays null; documents and arrays cannot be converted. */
function toText([value]: Operand[]): Operand {
  if (isMissing(value)) return null;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof ObjectId) return value.toHexString();
  if (
    value instanceof BSONRegExp ||
    (typeof value === 'object' && !(value instanceof Date) && !isNumber(value))
  )
    fail(
      'ConversionFailure',
      `Unsupported conversion from ${typeName(value)} to string in $convert with no onError value`,
    );
  return textOf(value, '$toString');
}

export const stringOperators: OperatorTable = {
  $concat: positional(ANY, concatenate),
  $toLower: changeCase(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  $toUpper: changeCase(/[a-z]+/g, (letters) => letters.toUpperCase()),
  $substr: positional({ least: 3, most: 3 }, substringOfBytes),
  $substrBytes: positional({ least: 3, most: 3 }, substringOfBytes),
  $substrCP: positional({ least: 3, most: 3 }, substringOfCodePoints),
  $strLenBytes: positional(ONE, ([value], name) =>
    int(Buffer.byteLength(stringArgument(value, name), 'utf8')),
  ),
  $strLenCP: positional(ONE, ([value], name) => int(Array.from(stringArgument(value, name)).length)),
  $split: positional(TWO, split),
  $toString: positional(ONE, toText),
};
