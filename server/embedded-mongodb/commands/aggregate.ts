import type { ForeignLookup } from '../aggregate/stages.ts';
import { compilePipeline } from '../aggregate/pipeline.ts';
import { encodeDocument } from '../bson/encode.ts';
import { encodeKey } from '../bson/key.ts';
import { type Document, type DocumentReader, type Value, isDocument } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Collection } from '../engine/collection.ts';
import { type Selected, select } from '../engine/select.ts';
import { ChangedRow, wholeDocument } from '../engine/changed-row.ts';
import { StoredDocument } from '../engine/stored-document.ts';
import { type Filter, compileFilter } from '../query/filter.ts';
import { visitPath } from '../query/paths.ts';
import { parseSort } from '../query/sort.ts';
import type { Command } from './command.ts';
import { type CommandContext, resolveHint } from './context.ts';

/** The stages that the planner takes over from the front of a pipeline, and the rest. */
interface SplitPipeline {
  filter: Document;
  sort: Document;
  limit: number;
  rest: Value[];
}

function leadingStage(pipeline: readonly Value[], name: string): Value | undefined {
  const [first] = pipeline;
  return isDocument(first) && first.size === 1 ? first.get(name) : undefined;
}

function splitPipeline(pipeline: readonly Value[]): SplitPipeline {
  let rest = [...pipeline];
  const take = (name: string): Document | undefined => {
    const operand = leadingStage(rest, name);
    if (!isDocument(operand)) return undefined;
    rest = rest.slice(1);
    return operand;
  };
  const filter = take('$match') ?? new Map();
  const next = leadingStage(rest, '$sort');
  const sort = isDocument(next) && next.size > 0 ? (take('$sort') ?? new Map()) : new Map<string, Value>();
  // a limit right behind lets a sort in memory keep only that many; the stage itself stays
  const limit = leadingStage(rest, '$limit');
  const most =
    typeof limit === 'object' && limit !== null && 'value' in limit ? Number(limit.value) : Infinity;
  return { filter, sort, limit: Number.isInteger(most) && most > 0 ? most : Infinity, rest };
}

/** Finds by an index on the field where there is one, else by a table of the whole collection made at the first use. */
function foreignLookup(
  collection: Collection | undefined,
  field: string,
  taken: readonly string[] | undefined,
): ForeignLookup {
  if (!collection) return () => [];
  const read = (stored: StoredDocument): Document => (taken ? partOf(stored, taken) : stored.decode());
  const index = [...collection.indexes.values()].find(
    ({ spec }) => spec.fields[0]?.path === field && !spec.partial && !spec.sparse,
  );
  if (index)
    return (values) => {
      const [key] = values;
      // one value that is nothing but itself: found by its key, without planning each row anew
      if (values.length === 1 && typeof key === 'string' && index.isPlain)
        return index.documentsAt(encodeKey(key)).map(read);
      const filter = compileFilter(new Map([[field, new Map([['$in', values]])]]));
      return [...select(collection, { filter }).hits].map(({ stored }) => read(stored));
    };
  let table: Map<string, Set<StoredDocument>> | undefined;
  return (values) => {
    table ??= tableBy(collection, field.split('.'));
    const hits = new Set(values.flatMap((value) => [...(table?.get(encodeKey(value)) ?? [])]));
    return [...hits].toSorted((a, b) => a.sequence - b.sequence).map(read);
  };
}

function partOf(stored: StoredDocument, names: readonly string[]): Document {
  const part: Document = new Map();
  for (const name of names) {
    const value = stored.get(name);
    if (value !== undefined) part.set(name, value);
  }
  return part;
}

function tableBy(collection: Collection, parts: string[]): Map<string, Set<StoredDocument>> {
  const table = new Map<string, Set<StoredDocument>>();
  for (const stored of collection.documents)
    visitPath(stored, parts, true, (value) => {
      const key = encodeKey(value ?? null);
      const holders = table.get(key);
      if (holders) holders.add(stored);
      else table.set(key, new Set([stored]));
      return false;
    });
  return table;
}

function* storedOf(selected: Selected | undefined): Generator<DocumentReader> {
  for (const { stored } of selected?.hits ?? []) yield stored;
}

/** The part of an aggregation that the planner carries out; undefined when there is no such collection. */
export function selectForAggregate(
  command: Command,
  context: CommandContext,
): { selected: Selected | undefined; rest: Value[] } {
  const { filter, sort, limit, rest } = splitPipeline(command.array('pipeline'));
  const compiled: Filter = compileFilter(filter, command.documentOr('let'));
  const order = parseSort(sort);
  const collection = context.find(command.collection);
  const hint = resolveHint(collection, command.body.get('hint'));
  const selected =
    collection &&
    select(collection, { filter: compiled, sort: order, limit, hint, deadline: context.deadline });
  return { selected, rest };
}

function* encodeRows(rows: Iterable<DocumentReader>): Generator<Buffer> {
  for (const row of rows) {
    if (row instanceof StoredDocument) yield row.bytes;
    else yield row instanceof ChangedRow ? row.encode() : encodeDocument(wholeDocument(row));
  }
}

export function aggregate(command: Command, context: CommandContext): Buffer {
  if (typeof command.body.get('aggregate') !== 'string')
    fail('CommandNotSupported', 'aggregation of a whole database is not supported by the embedded server');
  const touched: Collection[] = [];
  const open = (name: string): Collection | undefined => {
    const collection = context.find(name);
    if (collection) touched.push(collection);
    return collection;
  };
  open(command.collection);
  const { selected, rest } = selectForAggregate(command, context);
  const run = compilePipeline(rest, {
    variables: command.documentOr('let'),
    foreign: (from, field, taken) => foreignLookup(open(from), field, taken),
  });
  const cursor = command.document('cursor');
  const batchSize = cursor.has('batchSize') ? Number(cursor.get('batchSize')) : undefined;
  return context.cursors.start({
    rows: encodeRows(run(storedOf(selected))),
    namespace: `${command.database}.${command.collection}`,
    collections: touched,
    session: context.session,
    batchSize,
  });
}
