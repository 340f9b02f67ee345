import { invertKey } from '../bson/key.ts';
import type { Condition, Filter } from '../query/filter.ts';
import type { SortField } from '../query/sort.ts';
import { type FieldBounds, boundsOfField, implies, rangeOf, requiresField, spanOf } from './bounds.ts';
import { AFTER, type KeyRange, type OrderedIndex } from './ordered-index.ts';

/** Reading some ranges of one index. */
export interface IndexScan {
  kind: 'index';
  index: OrderedIndex;
  ranges: KeyRange[];
  reverse: boolean;
  servesSort: boolean;
  /** How many of the index's fields the ranges are made of. */
  boundFields: number;
}

export type Plan =
  | { kind: 'collection' }
  | IndexScan
  /** The branches of an `$or`, one after the other. */
  | { kind: 'union'; scans: IndexScan[] };

/** More points than this are read as the one range around them. */
const MAX_RANGES = 2000;
/** Plans are compared by the entries they would read, counted up to this. */
const ESTIMATE_LIMIT = 128;

/** Whether the index covers every document that can match. */
function isUsable(index: OrderedIndex, filter: Filter): boolean {
  const { sparse, partial, fields } = index.spec;
  if (partial) {
    const isImplied = (wanted: Condition): boolean =>
      filter.conditions.some((given) => given.path === wanted.path && implies(given, wanted));
    return partial.conditions.every(isImplied);
  }
  if (!sparse) return true;
  return filter.conditions.some(
    (condition) => fields.some(({ path }) => path === condition.path) && requiresField(condition),
  );
}

interface Scanned {
  ranges: KeyRange[];
  /** Fields with bounds of their own; those before the last are points. */
  bounds: FieldBounds[];
}

function rangesOf(index: OrderedIndex, filter: Filter): Scanned {
  let prefixes = [''];
  const used: FieldBounds[] = [];
  for (const [i, field] of index.spec.fields.entries()) {
    let bounds = boundsOfField(filter, field.path, index.multikey[i] ?? false);
    if (!bounds) break;
    if ('points' in bounds && bounds.points.length * prefixes.length > MAX_RANGES)
      bounds = { interval: spanOf(bounds) };
    used.push(bounds);
    if ('interval' in bounds) {
      const { low, high } = rangeOf(bounds.interval, field.direction);
      const ranges = prefixes.map((prefix) => ({ low: prefix + low, high: prefix + high }));
      return { ranges: ranges.filter((range) => range.low < range.high), bounds: used };
    }
    const keys = field.direction === 1 ? bounds.points : bounds.points.map(invertKey);
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => prefix + key));
  }
  prefixes.sort();
  return { ranges: prefixes.map((prefix) => ({ low: prefix, high: prefix + AFTER })), bounds: used };
}

/**
 * The direction in which reading the ranges gives the wanted order, or undefined when it does not. Fields held at one
 * point do not matter for the order. A field with several keys in some document has no one place in the order.
 */
function orderOf(index: OrderedIndex, bounds: FieldBounds[], sort: readonly SortField[]): 1 | -1 | undefined {
  const isFixed = (i: number): boolean => {
    const own = bounds[i];
    return own !== undefined && 'points' in own && own.points.length === 1;
  };
  const fixed = new Set(
    index.spec.fields.filter((_field, i) => isFixed(i) && !index.multikey[i]).map(({ path }) => path),
  );
  const wanted = sort.filter(({ path }) => !fixed.has(path));
  let direction: 1 | -1 | undefined;
  let next = 0;
  for (const [i, field] of index.spec.fields.entries()) {
    const sortField = wanted[next];
    if (!sortField) break;
    if (field.path !== sortField.path) {
      if (isFixed(i)) continue;
      return undefined;
    }
    const own = field.direction === sortField.direction ? 1 : -1;
    if (index.multikey[i] || (direction !== undefined && direction !== own)) return undefined;
    direction = own;
    next++;
  }
  return next === wanted.length ? (direction ?? 1) : undefined;
}

function scanOf(
  index: OrderedIndex,
  filter: Filter,
  sort: readonly SortField[],
): { scan: IndexScan; isPoint: boolean } {
  const { ranges, bounds } = rangesOf(index, filter);
  const order = sort.length > 0 ? orderOf(index, bounds, sort) : undefined;
  const ordered = order === -1 ? ranges.toReversed() : ranges;
  return {
    scan: {
      kind: 'index',
      index,
      ranges: ordered,
      reverse: order === -1,
      servesSort: order !== undefined,
      boundFields: bounds.length,
    },
    isPoint:
      index.spec.unique &&
      bounds.length === index.spec.fields.length &&
      ranges.length <= 1 &&
      bounds.every((own) => 'points' in own),
  };
}

/** Whether a scan cannot read fewer entries than another, nor in a better order: it is bound by some of its fields alone. */
function isWiderThan(scan: IndexScan, other: IndexScan): boolean {
  const { sparse, partial, fields } = scan.index.spec;
  // These leave out documents that another index has; and one with several keys for a document has more than one has.
  if (sparse || partial || other.index.multikey.includes(true)) return false;
  if (scan.boundFields >= other.boundFields || (scan.servesSort && !other.servesSort)) return false;
  const isBound = (path: string): boolean => {
    const place = other.index.spec.fields.findIndex((field) => field.path === path);
    return place !== -1 && place < other.boundFields;
  };
  return fields.every(({ path }, i) => i >= scan.boundFields || isBound(path));
}

function cheapest(all: readonly IndexScan[]): IndexScan | undefined {
  if (all.length < 2) return all[0];
  const narrowest = all.reduce((most, scan) => (scan.boundFields > most.boundFields ? scan : most));
  const scans = all.filter((scan) => !isWiderThan(scan, narrowest));
  if (scans.length < 2) return narrowest;
  const rated = scans.map((scan) => ({ scan, cost: scan.index.countUpTo(scan.ranges, ESTIMATE_LIMIT) }));
  // among scans that are equally long as far as they were counted, the one in the wanted order can stop early; else what
  // is bound by more fields reads less that does not match
  return rated.toSorted(
    (a, b) =>
      a.cost - b.cost ||
      Number(b.scan.servesSort) - Number(a.scan.servesSort) ||
      b.scan.boundFields - a.scan.boundFields,
  )[0]?.scan;
}

function bestScan(
  indexes: readonly OrderedIndex[],
  filter: Filter,
  sort: readonly SortField[],
): IndexScan | undefined {
  const scans: IndexScan[] = [];
  for (const index of indexes) {
    if (!isUsable(index, filter)) continue;
    const { scan, isPoint } = scanOf(index, filter, sort);
    if (isPoint) return scan;
    if (scan.boundFields > 0) scans.push(scan);
  }
  return cheapest(scans);
}

/** Entries that scans would read together, counted up to a limit. */
const costOf = (scans: readonly IndexScan[], limit: number): number =>
  scans.reduce((sum, { index, ranges }) => sum + index.countUpTo(ranges, limit), 0);

/**
 * Whether the branches of an `$or` lead to fewer entries than one scan. What all branches have in common bounds that one
 * as well, and may be no more than that they are all of one course.
 */
const isShorter = (scans: readonly IndexScan[], one: IndexScan): boolean =>
  costOf(scans, ESTIMATE_LIMIT) < costOf([one], ESTIMATE_LIMIT * scans.length);

function unionOf(
  indexes: readonly OrderedIndex[],
  filter: Filter,
): Extract<Plan, { kind: 'union' }> | undefined {
  for (const branches of filter.alternatives) {
    const scans = branches.map((branch) => bestScan(indexes, branch, []));
    const known = scans.filter((scan) => scan !== undefined);
    if (known.length === scans.length) return { kind: 'union', scans: known };
  }
  return undefined;
}

/**
 * Chooses how to read the documents that a filter can match: the index scan with the fewest entries, a scan for each
 * branch of an `$or`, an index in the wanted order, or the whole collection. `hint` forces an index.
 */
export function choosePlan(
  indexes: readonly OrderedIndex[],
  filter: Filter,
  sort: readonly SortField[],
  hint?: OrderedIndex,
): Plan {
  if (hint) return scanOf(hint, filter, sort).scan;
  const best = bestScan(indexes, filter, sort);
  // Reading in the wanted order can stop early, which a union cannot.
  if (best && (best.servesSort || filter.alternatives.length === 0)) return best;
  const union = unionOf(indexes, filter);
  if (best) return union && isShorter(union.scans, best) ? union : best;
  if (union) return union;
  const ordered =
    sort.length === 0
      ? undefined
      : indexes.filter((index) => isUsable(index, filter)).map((index) => scanOf(index, filter, sort).scan);
  return ordered?.find((scan) => scan.servesSort) ?? { kind: 'collection' };
}
