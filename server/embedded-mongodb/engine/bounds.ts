import { BSONRegExp } from 'bson';
import { encodeKey, invertKey } from '../bson/key.ts';
import { type Value, isNumber, isTruthy, toDouble, TypeOrder, typeOrder } from '../bson/values.ts';
import type { Condition, Filter } from '../query/filter.ts';
import { literalPrefix } from '../query/regex.ts';
import { AFTER, type KeyRange } from './ordered-index.ts';

/** A place among encoded values: before or after everything that begins with `prefix`. */
interface Bound {
  prefix: string;
  after: boolean;
}

/** Values from `low` to `high`, in ascending order of their keys. */
export interface Interval {
  low: Bound;
  high: Bound;
}

/** What a filter says about one field: one of some values (their keys, in order), or an interval. */
export type FieldBounds = { points: string[] } | { interval: Interval };

const before = (prefix: string): Bound => ({ prefix, after: false });
const after = (prefix: string): Bound => ({ prefix, after: true });
const edge = ({ prefix, after: isAfter }: Bound): string => (isAfter ? prefix + AFTER : prefix);
const pointInterval = (key: string): Interval => ({ low: before(key), high: after(key) });

/** All values of one type. The bytes beside a type's own are never used, in either direction. */
function typeInterval(type: TypeOrder): Interval {
  return { low: after(String.fromCharCode(type - 1)), high: before(String.fromCharCode(type + 1)) };
}

function intersect(a: Interval, b: Interval): Interval {
  return {
    low: edge(a.low) >= edge(b.low) ? a.low : b.low,
    high: edge(a.high) <= edge(b.high) ? a.high : b.high,
  };
}

function hull(a: Interval, b: Interval): Interval {
  return {
    low: edge(a.low) <= edge(b.low) ? a.low : b.low,
    high: edge(a.high) >= edge(b.high) ? a.high : b.high,
  };
}

/** The strings between which the keys of an interval lie, for an index field of the given direction. */
export function rangeOf({ low, high }: Interval, direction: 1 | -1): KeyRange {
  if (direction === 1) return { low: edge(low), high: edge(high) };
  const flip = ({ prefix, after: isAfter }: Bound): Bound => ({ prefix: invertKey(prefix), after: !isAfter });
  return { low: edge(flip(high)), high: edge(flip(low)) };
}

/** Arrays are indexed by their elements, so an index cannot answer for whole arrays; expressions match by pattern. */
const isIndexable = (value: Value): boolean => !Array.isArray(value) && !(value instanceof BSONRegExp);

function comparisonInterval(operator: string, operand: Value): Interval | undefined {
  const type = typeOrder(operand);
  if (type === TypeOrder.minKey || type === TypeOrder.maxKey || !isIndexable(operand)) return undefined;
  // NaN compares to nothing but itself; the matcher sorts that out
  if (type === TypeOrder.null || (isNumber(operand) && Number.isNaN(toDouble(operand))))
    return typeInterval(type);
  const { low, high } = typeInterval(type);
  const key = encodeKey(operand);
  switch (operator) {
    case '$gt':
      return { low: after(key), high };
    case '$gte':
      return { low: before(key), high };
    case '$lt':
      return { low, high: before(key) };
    default:
      return { low, high: after(key) };
  }
}

function regexInterval(operand: Value): Interval | undefined {
  const prefix = operand instanceof BSONRegExp ? literalPrefix(operand) : undefined;
  if (prefix === undefined) return undefined;
  // the key of a text ends with two zero bytes, which a longer text does not have there
  const key = encodeKey(prefix).slice(0, -2);
  return { low: before(encodeKey(prefix)), high: after(key) };
}

/** What one condition says about its field; undefined when an index cannot help with it. */
function boundsOfCondition({ operator, operand }: Condition): FieldBounds | undefined {
  let interval: Interval | undefined;
  switch (operator) {
    case '$eq':
      if (operand instanceof BSONRegExp) {
        interval = regexInterval(operand);
        break;
      }
      return isIndexable(operand) ? { points: [encodeKey(operand)] } : undefined;
    case '$in':
      if (!Array.isArray(operand) || !operand.every(isIndexable)) return undefined;
      return { points: [...new Set(operand.map(encodeKey))].toSorted() };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      interval = comparisonInterval(operator, operand);
      break;
    case '$regex':
      interval = regexInterval(operand);
      break;
    default:
      return undefined;
  }
  return interval && { interval };
}

const asInterval = (bounds: FieldBounds): Interval => {
  if ('interval' in bounds) return bounds.interval;
  const [first = '', last = first] = [bounds.points[0], bounds.points.at(-1)];
  return bounds.points.length === 0
    ? { low: after(''), high: before('') }
    : hull(pointInterval(first), pointInterval(last));
};

const contains = (interval: Interval, point: string): boolean =>
  edge(interval.low) <= point && point < edge(interval.high);

function combine(all: FieldBounds[], isMultikey: boolean): FieldBounds | undefined {
  if (all.length < 2) return all[0];
  const fewest = all
    .filter((bounds) => 'points' in bounds)
    .toSorted((a, b) => a.points.length - b.points.length)[0];
  if (isMultikey) return fewest ?? all[0];
  const interval = all.map(asInterval).reduce(intersect);
  if (!fewest) return { interval };
  const sets = all.flatMap((bounds) => ('points' in bounds ? [new Set(bounds.points)] : []));
  return {
    points: fewest.points.filter((point) => contains(interval, point) && sets.every((set) => set.has(point))),
  };
}

/**
 * What a filter says about a field. Conditions are combined only when no document has several keys for the field, as
 * different elements of an array may meet different conditions. The branches of an `$or` give the interval around them
 * all, which is what makes paging by key start at the right place.
 */
export function boundsOfField(filter: Filter, path: string, isMultikey: boolean): FieldBounds | undefined {
  const own = filter.conditions
    .filter((condition) => condition.path === path)
    .flatMap((condition) => boundsOfCondition(condition) ?? []);
  for (const branches of filter.alternatives) {
    const parts = branches.map((branch) => boundsOfField(branch, path, isMultikey));
    const known = parts.filter((part) => part !== undefined);
    if (known.length < parts.length) continue;
    own.push({ interval: known.map(asInterval).reduce(hull) });
  }
  return combine(own, isMultikey);
}

/** The interval around points, for when there are too many to look up one by one. */
export function spanOf(bounds: FieldBounds): Interval {
  return asInterval(bounds);
}

/** Whether a condition can only be met by a document that has the field. */
export function requiresField({ operator, operand }: Condition): boolean {
  switch (operator) {
    case '$eq':
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return operand !== null;
    case '$in':
      return Array.isArray(operand) && !operand.includes(null);
    case '$exists':
      return isTruthy(operand);
    case '$type':
    case '$regex':
    case '$elemMatch':
    case '$size':
    case '$mod':
      return true;
    default:
      return false;
  }
}

/** Whether every value that meets `given` also meets `wanted`; both are on the same path. */
export function implies(given: Condition, wanted: Condition): boolean {
  if (wanted.operator === '$exists') return requiresField(given);
  if (wanted.operator === '$type')
    return given.operator === '$type' && encodeKey(given.operand) === encodeKey(wanted.operand);
  const [inner, outer] = [boundsOfCondition(given), boundsOfCondition(wanted)];
  if (!inner || !outer) return false;
  if ('points' in outer)
    return 'points' in inner && inner.points.every((point) => outer.points.includes(point));
  if ('points' in inner) return inner.points.every((point) => contains(outer.interval, point));
  return (
    edge(inner.interval.low) >= edge(outer.interval.low) &&
    edge(inner.interval.high) <= edge(outer.interval.high)
  );
}

/** The keys of the dates up to one, for a TTL index. */
export function datesUpTo(date: Date, direction: 1 | -1): KeyRange {
  return rangeOf({ low: typeInterval(TypeOrder.date).low, high: after(encodeKey(date)) }, direction);
}
