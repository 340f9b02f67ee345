import { fail } from '../errors.ts';
import type { ArrayPositions, Filter } from '../query/filter.ts';
import { type SortField, sortItems } from '../query/sort.ts';
import type { Collection } from './collection.ts';
import type { OrderedIndex } from './ordered-index.ts';
import { type IndexScan, type Plan, choosePlan } from './plan.ts';
import type { StoredDocument } from './stored-document.ts';

/** A document that matches, and where its arrays matched. */
export interface Hit {
  stored: StoredDocument;
  positions: ArrayPositions;
}

/** How a selection was carried out; counts grow while it is read. */
export interface ReadStatistics {
  keysExamined: number;
  documentsExamined: number;
}

export interface Selection {
  filter: Filter;
  sort?: readonly SortField[];
  skip?: number;
  /** Infinity when there is none. */
  limit?: number;
  hint?: OrderedIndex | 'natural' | undefined;
  /** When to give up, in milliseconds of `performance.now()`. */
  deadline?: number | undefined;
}

export interface Selected {
  plan: Plan;
  /** Whether the documents had to be sorted after reading. */
  isSortedInMemory: boolean;
  statistics: ReadStatistics;
  hits: Iterable<Hit>;
}

const DOCUMENTS_BETWEEN_DEADLINE_CHECKS = 256;

function* readIndex(scan: IndexScan, statistics: ReadStatistics): Generator<StoredDocument> {
  // a document with several keys in an index is met several times
  const seen = scan.index.multikey.includes(true) ? new Set<StoredDocument>() : undefined;
  for (const range of scan.ranges)
    for (const [, stored] of scan.index.scan(range, scan.reverse)) {
      statistics.keysExamined++;
      if (seen?.has(stored)) continue;
      seen?.add(stored);
      yield stored;
    }
}

function* readUnion(scans: readonly IndexScan[], statistics: ReadStatistics): Generator<StoredDocument> {
  const seen = new Set<StoredDocument>();
  for (const scan of scans)
    for (const stored of readIndex(scan, statistics)) {
      if (seen.has(stored)) continue;
      seen.add(stored);
      yield stored;
    }
}

function readPlan(plan: Plan, collection: Collection, statistics: ReadStatistics): Iterable<StoredDocument> {
  switch (plan.kind) {
    case 'collection':
      return collection.documents;
    case 'index':
      return readIndex(plan, statistics);
    case 'union':
      return readUnion(plan.scans, statistics);
  }
}

function* matching(
  documents: Iterable<StoredDocument>,
  selection: Selection,
  statistics: ReadStatistics,
): Generator<Hit> {
  const { filter, deadline } = selection;
  for (const stored of documents) {
    if (!stored.live) continue;
    statistics.documentsExamined++;
    if (
      deadline !== undefined &&
      statistics.documentsExamined % DOCUMENTS_BETWEEN_DEADLINE_CHECKS === 0 &&
      performance.now() > deadline
    )
      fail('MaxTimeMSExpired', 'operation exceeded time limit');
    const positions: ArrayPositions = [];
    if (filter.matches(stored, positions)) yield { stored, positions };
  }
}

function* window(hits: Iterable<Hit>, skip: number, limit: number): Generator<Hit> {
  let seen = 0;
  if (limit <= 0) return;
  for (const hit of hits) {
    if (++seen <= skip) continue;
    yield hit;
    if (seen >= skip + limit) return;
  }
}

/** Plans a selection and returns it ready to be read; reading may go on over several commands. */
export function select(collection: Collection, selection: Selection): Selected {
  const { filter, sort = [], skip = 0, limit = Infinity, hint } = selection;
  const statistics: ReadStatistics = { keysExamined: 0, documentsExamined: 0 };
  const plan: Plan =
    hint === 'natural'
      ? { kind: 'collection' }
      : choosePlan([...collection.indexes.values()], filter, sort, hint);
  const isSortedInMemory = sort.length > 0 && !(plan.kind === 'index' && plan.servesSort);
  const found = matching(readPlan(plan, collection, statistics), selection, statistics);
  const ordered = isSortedInMemory ? sorted(found, sort, skip + limit) : found;
  return { plan, isSortedInMemory, statistics, hits: window(ordered, skip, limit) };
}

function* sorted(hits: Iterable<Hit>, sort: readonly SortField[], most: number): Generator<Hit> {
  yield* sortItems(hits, sort, (hit) => hit.stored, most);
}
