import { Decimal128, Int32, ObjectId } from 'bson';
import { doubleOf } from '../../bson/arithmetic.ts';
import { type Value, isNumber, isTruthy, typeName } from '../../bson/values.ts';
import { fail } from '../../errors.ts';
import type { OperatorCompiler, OperatorTable } from '../evaluation.ts';
import { ONE, isMissing, positional } from './arguments.ts';

const conversion = (target: string, convert: (value: Value) => Value | undefined): OperatorCompiler =>
  positional(ONE, ([value]) => {
    if (isMissing(value)) return null;
    const result = convert(value);
    if (result === undefined)
      fail(
        'ConversionFailure',
        `Failed to convert ${typeName(value)} to ${target} in $convert with no onError value`,
      );
    return result;
  });

function toObjectId(value: Value): Value | undefined {
  if (value instanceof ObjectId) return value;
  return typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value) ? new ObjectId(value) : undefined;
}

function toDate(value: Value): Value | undefined {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  const time =
    typeof value === 'string'
      ? Date.parse(value)
      : isNumber(value) && !(value instanceof Int32)
        ? doubleOf(value)
        : NaN;
  return Number.isNaN(time) ? undefined : new Date(Math.trunc(time));
}

/** A whole number within `bits`; doubles are cut, texts must be whole numbers already. */
function toInteger(value: Value, bits: 32 | 64): bigint | undefined {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (value instanceof Date) return bits === 64 ? BigInt(value.getTime()) : undefined;
  let whole: bigint | undefined;
  if (typeof value === 'string') whole = /^[+-]?\d+$/.test(value) ? BigInt(value) : undefined;
  else if (typeof value === 'bigint') whole = value;
  else if (isNumber(value)) {
    const double = Math.trunc(doubleOf(value));
    whole = Number.isFinite(double) ? BigInt(double) : undefined;
  }
  return whole !== undefined && BigInt.asIntN(bits, whole) === whole ? whole : undefined;
}

function toDoubleValue(value: Value): Value | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'string') {
    const number = value.trim() === value && value !== '' ? Number(value) : NaN;
    return Number.isNaN(number) ? undefined : number;
  }
  return isNumber(value) && !(value instanceof Decimal128) ? doubleOf(value) : undefined;
}

export const conversionOperators: OperatorTable = {
  $toObjectId: conversion('objectId', toObjectId),
  $toDate: conversion('date', toDate),
  $toInt: conversion('int', (value) => {
    const whole = toInteger(value, 32);
    return whole === undefined ? undefined : new Int32(Number(whole));
  }),
  $toLong: conversion('long', (value) => toInteger(value, 64)),
  $toDouble: conversion('double', toDoubleValue),
  $toBool: conversion('bool', (value) => isTruthy(value)),
};
