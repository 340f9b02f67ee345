import { ObjectId, Timestamp } from 'bson';
import { type Value, typeName } from '../../bson/values.ts';
import { fail } from '../../errors.ts';
import type { Evaluate, OperatorCompiler, OperatorTable, Scope } from '../evaluation.ts';
import { type Operand, integerArgument, isMissing, namedArguments } from './arguments.ts';

/** Lengths in milliseconds of the units that have one. */
const FIXED_UNITS = new Map([
  ['millisecond', 1],
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['week', 604_800_000],
]);
/** Lengths in months of the others. */
const CALENDAR_UNITS = new Map([
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
]);
/** 1970-01-04 was a Sunday, the first day of MongoDB's week. */
const FIRST_SUNDAY = 3 * 86_400_000;

function dateArgument(value: Operand, operator: string): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.t * 1000);
  fail(16006, `can't convert from BSON type ${typeName(value)} to Date in ${operator}`);
}

const monthsOf = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();

/** How many whole units lie between the start of counting and a date. */
function unitNumber(date: Date, unit: string): number {
  const fixed = FIXED_UNITS.get(unit);
  if (fixed !== undefined) return Math.floor((date.getTime() - (unit === 'week' ? FIRST_SUNDAY : 0)) / fixed);
  const months = CALENDAR_UNITS.get(unit);
  if (months === undefined) fail('FailedToParse', `unknown time unit value: ${unit}`);
  return Math.floor(monthsOf(date) / months);
}

function startOfUnit(number: number, unit: string): Date {
  const fixed = FIXED_UNITS.get(unit);
  if (fixed !== undefined) return new Date(number * fixed + (unit === 'week' ? FIRST_SUNDAY : 0));
  return new Date(Date.UTC(0, number * (CALENDAR_UNITS.get(unit) ?? 1) - 1900 * 12, 1));
}

/** Moves a date; a month that is too short takes its last day. */
function move(date: Date, unit: string, amount: number): Date {
  const fixed = FIXED_UNITS.get(unit);
  if (fixed !== undefined) return new Date(date.getTime() + amount * fixed);
  const months =
    monthsOf(date) +
    amount * (CALENDAR_UNITS.get(unit) ?? fail('FailedToParse', `unknown time unit value: ${unit}`));
  const result = new Date(date);
  result.setUTCDate(1);
  result.setUTCFullYear(Math.floor(months / 12), months - Math.floor(months / 12) * 12);
  const lastDay = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)).getUTCDate();
  result.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return result;
}

function unitOf(evaluate: Evaluate | undefined, scope: Scope, operator: string): string {
  const unit = evaluate?.(scope);
  if (typeof unit !== 'string')
    fail(5439013, `${operator} requires 'unit' to be a string, but got ${typeName(unit)}`);
  return unit;
}

function requireUtc(evaluate: Evaluate | undefined, scope: Scope, operator: string): void {
  const zone = evaluate?.(scope);
  if (zone !== undefined && zone !== null && zone !== 'UTC' && zone !== 'GMT')
    fail('FailedToParse', `${operator}: only the time zone UTC is supported by the embedded server`);
}

const two = (value: number): string => String(value).padStart(2, '0');

const FORMATS: Record<string, (date: Date) => string> = {
  Y: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  m: (date) => two(date.getUTCMonth() + 1),
  d: (date) => two(date.getUTCDate()),
  H: (date) => two(date.getUTCHours()),
  M: (date) => two(date.getUTCMinutes()),
  S: (date) => two(date.getUTCSeconds()),
  L: (date) => String(date.getUTCMilliseconds()).padStart(3, '0'),
  z: () => '+0000',
  '%': () => '%',
};

function formatDate(date: Date, format: string): string {
  return format.replace(/%(.?)/gs, (_match, letter: string) => {
    const write = FORMATS[letter];
    if (!write) fail(18536, `Invalid format character '%${letter}' in format string`);
    return write(date);
  });
}

const dateToString: OperatorCompiler = (operand, compile, name) => {
  const parts = namedArguments(name, operand, ['date'], ['format', 'timezone', 'onNull'], compile);
  return (scope) => {
    requireUtc(parts.timezone, scope, name);
    const date = parts.date?.(scope);
    if (isMissing(date)) return parts.onNull ? parts.onNull(scope) : null;
    const format = parts.format ? parts.format(scope) : '%Y-%m-%dT%H:%M:%S.%LZ';
    if (typeof format !== 'string') fail(18533, `${name} requires that 'format' be a string`);
    return formatDate(dateArgument(date, name), format);
  };
};

const dateTrunc: OperatorCompiler = (operand, compile, name) => {
  const parts = namedArguments(name, operand, ['date', 'unit'], ['timezone'], compile);
  return (scope) => {
    requireUtc(parts.timezone, scope, name);
    const date = parts.date?.(scope);
    if (isMissing(date)) return null;
    const unit = unitOf(parts.unit, scope, name);
    return startOfUnit(unitNumber(dateArgument(date, name), unit), unit);
  };
};

const dateDiff: OperatorCompiler = (operand, compile, name) => {
  const parts = namedArguments(name, operand, ['startDate', 'endDate', 'unit'], ['timezone'], compile);
  return (scope) => {
    requireUtc(parts.timezone, scope, name);
    const [start, end] = [parts.startDate?.(scope), parts.endDate?.(scope)];
    if (isMissing(start) || isMissing(end)) return null;
    const unit = unitOf(parts.unit, scope, name);
    return BigInt(unitNumber(dateArgument(end, name), unit) - unitNumber(dateArgument(start, name), unit));
  };
};

const dateMove =
  (sign: 1 | -1): OperatorCompiler =>
  (operand, compile, name) => {
    const parts = namedArguments(name, operand, ['startDate', 'unit', 'amount'], ['timezone'], compile);
    return (scope): Value => {
      requireUtc(parts.timezone, scope, name);
      const [start, amount] = [parts.startDate?.(scope), parts.amount?.(scope)];
      if (isMissing(start) || isMissing(amount)) return null;
      const unit = unitOf(parts.unit, scope, name);
      return move(dateArgument(start, name), unit, sign * integerArgument(amount, name));
    };
  };

export const dateOperators: OperatorTable = {
  $dateToString: dateToString,
  $dateTrunc: dateTrunc,
  $dateDiff: dateDiff,
  $dateAdd: dateMove(1),
  $dateSubtract: dateMove(-1),
};
