import { encodeKey } from '../bson/key.ts';
import { type Document, type Value, document, int, isDocument, isNumber, show } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Collection } from '../engine/collection.ts';
import { type Hit, type Selected, select } from '../engine/select.ts';
import { compileFilter } from '../query/filter.ts';
import { arrayIndex } from '../query/paths.ts';
import { compileProjection, type Projection } from '../query/projection.ts';
import { parseSort } from '../query/sort.ts';
import type { Command } from './command.ts';
import { type CommandContext, resolveHint } from './context.ts';

/** The documents a read command selects, with how; undefined when the collection does not exist. */
export function selectFor(
  command: Command,
  context: CommandContext,
  filterField: 'filter' | 'query',
  limit: number,
): Selected | undefined {
  const collection = context.find(command.collection);
  const filter = compileFilter(command.document(filterField), command.documentOr('let'));
  const sort = parseSort(command.document('sort'));
  const skip = command.count('skip');
  const hint = resolveHint(collection, command.body.get('hint'));
  if (!collection) return undefined;
  return select(collection, { filter, sort, skip, limit, hint, deadline: context.deadline });
}

function* encodeHits(hits: Iterable<Hit>, projection: Projection | undefined): Generator<Buffer> {
  for (const { stored, positions } of hits)
    yield projection ? projection.encode(stored, positions) : stored.bytes;
}

/** A negative limit asks for one batch only. */
export function limitOf(command: Command): { limit: number; isSingle: boolean } {
  const limit = command.integerOr('limit') ?? 0;
  return {
    limit: limit === 0 ? Infinity : Math.abs(limit),
    isSingle: limit < 0 || command.flag('singleBatch'),
  };
}

function touchedBy(context: CommandContext, name: string): Collection[] {
  const collection = context.find(name);
  return collection ? [collection] : [];
}

export function find(command: Command, context: CommandContext): Buffer {
  const { limit, isSingle } = limitOf(command);
  const projection = compileProjection(command.documentOr('projection'), {
    variables: command.documentOr('let'),
  });
  const selected = selectFor(command, context, 'filter', limit);
  return context.cursors.start({
    rows: encodeHits(selected?.hits ?? [], projection),
    namespace: `${command.database}.${command.collection}`,
    collections: touchedBy(context, command.collection),
    session: context.session,
    batchSize: command.body.has('batchSize') ? command.count('batchSize') : undefined,
    isSingle,
  });
}

export function getMore(command: Command, context: CommandContext): Buffer {
  const id = command.body.get('getMore');
  if (!isNumber(id))
    fail('TypeMismatch', "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
  const cursor = context.cursors.get(
    BigInt(id.toString()),
    `${command.database}.${command.text('collection')}`,
  );
  for (const collection of cursor.collections) context.touch(collection);
  const batchSize = command.count('batchSize');
  return context.cursors.next(cursor, batchSize === 0 ? undefined : batchSize);
}

export function killCursors(command: Command, context: CommandContext): Document {
  const killed: Value[] = [];
  const notFound: Value[] = [];
  for (const id of command.array('cursors')) {
    if (!isNumber(id)) fail('TypeMismatch', 'cursor ids must be numbers');
    (context.cursors.kill(BigInt(id.toString())) ? killed : notFound).push(id);
  }
  return document({
    cursorsKilled: killed,
    cursorsNotFound: notFound,
    cursorsAlive: [],
    cursorsUnknown: [],
    ok: 1,
  });
}

export function count(command: Command, context: CommandContext): Document {
  const { limit } = limitOf(command);
  const collection = context.find(command.collection);
  if (collection && command.document('query').size === 0 && limit === Infinity && !command.body.has('skip'))
    return document({ n: int(collection.documents.size), ok: 1 });
  let n = 0;
  for (const _hit of selectFor(command, context, 'query', limit)?.hits ?? []) n++;
  return document({ n: int(n), ok: 1 });
}

/** Hands over every value at a path, arrays by their elements; a number in the path may name an array's position. */
function eachDistinct(
  value: Value | undefined,
  parts: readonly string[],
  depth: number,
  add: (value: Value) => void,
): void {
  const part = parts[depth];
  if (value === undefined) return;
  if (part === undefined) {
    if (Array.isArray(value)) value.forEach(add);
    else add(value);
  } else if (isDocument(value)) eachDistinct(value.get(part), parts, depth + 1, add);
  else if (Array.isArray(value)) {
    const index = arrayIndex(part);
    if (index !== undefined) eachDistinct(value[index], parts, depth + 1, add);
    for (const element of value) if (isDocument(element)) eachDistinct(element, parts, depth, add);
  }
}

export function distinct(command: Command, context: CommandContext): Document {
  const [first = '', ...rest] = command.text('key').split('.');
  if (first === '' || rest.includes('')) fail('BadValue', `invalid key ${show(command.body.get('key'))}`);
  const values = new Map<string, Value>();
  for (const { stored } of selectFor(command, context, 'query', Infinity)?.hits ?? [])
    eachDistinct(stored.get(first), rest, 0, (value) => {
      const key = encodeKey(value);
      if (!values.has(key)) values.set(key, value);
    });
  return document({ values: [...values.values()], ok: 1 });
}
