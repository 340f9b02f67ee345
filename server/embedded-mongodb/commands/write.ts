import { ObjectId } from 'bson';
import { decodeDocument } from '../bson/decode.ts';
import { encodeDocument } from '../bson/encode.ts';
import {
  type Document,
  type Value,
  document,
  int,
  isDocument,
  isNumber,
  isTruthy,
  toDouble,
} from '../bson/values.ts';
import { MongoError, fail } from '../errors.ts';
import type { Collection } from '../engine/collection.ts';
import { type Hit, select } from '../engine/select.ts';
import { compileFilter } from '../query/filter.ts';
import { compileProjection } from '../query/projection.ts';
import { parseSort } from '../query/sort.ts';
import { type UpdateOptions, applyUpdate, buildUpsert, isReplacement } from '../update/update.ts';
import { type Command, requireSimpleCollation, requireStatementFields } from './command.ts';
import { type CommandContext, resolveHint } from './context.ts';

/** MongoDB's limit for the statements of one command. */
const MAX_BATCH = 100_000;

/** Runs the statements of a bulk write; the first error ends an ordered one. Returns the errors for the reply. */
function runStatements<Statement>(
  statements: readonly Statement[],
  isOrdered: boolean,
  run: (statement: Statement, index: number) => void,
): Document[] {
  if (statements.length === 0 || statements.length > MAX_BATCH)
    fail(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${MAX_BATCH}. Got ${statements.length} operations.`,
    );
  const errors: Document[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof MongoError)) throw error;
      const own = document({ index: int(index), code: int(error.code), errmsg: error.message });
      errors.push(new Map([...own, ...(error.details ?? [])]));
      if (isOrdered) break;
    }
  }
  return errors;
}

/** The statements of an update or delete; a field none of them may have refuses the whole command. */
function statementsOf(command: Command, name: 'updates' | 'deletes', allowed: readonly string[]): Document[] {
  const statements = command.documents(name);
  for (const statement of statements) {
    requireStatementFields(statement, `${command.name}.${name}`, allowed);
    requireSimpleCollation(statement.get('collation'));
  }
  return statements;
}

const UPDATE_FIELDS = ['q', 'u', 'multi', 'upsert', 'arrayFilters', 'hint', 'sort', 'collation'];
const DELETE_FIELDS = ['q', 'limit', 'hint', 'collation'];

const isOrdered = (command: Command): boolean => !command.body.has('ordered') || command.flag('ordered');

/** The bytes of a document with `_id` as its first field. */
function withId(bytes: Buffer): Buffer {
  // an element begins with its type byte and its name
  if (bytes.toString('latin1', 5, 9) === '_id\0') return bytes;
  const fields = decodeDocument(bytes);
  const id = fields.get('_id') ?? new ObjectId();
  return encodeDocument(new Map([['_id', id], ...fields]));
}

export function insert(command: Command, context: CommandContext): Document {
  const documents = command.encodedDocuments('documents');
  const collection = context.ensure(command.collection);
  let n = 0;
  const errors = runStatements(documents, isOrdered(command), (bytes) => {
    collection.insert(withId(bytes));
    n++;
  });
  return document({ n: int(n), writeErrors: errors.length > 0 ? errors : undefined, ok: 1 });
}

interface Change {
  filter: Document;
  sort: Document;
  hint: Value | undefined;
  limit: number;
}

/** The documents a change applies to, all found before the first is changed. */
function hitsOf(
  collection: Collection | undefined,
  { filter, sort, hint, limit }: Change,
  context: CommandContext,
): Hit[] {
  const compiled = compileFilter(filter, context.command.documentOr('let'));
  const order = parseSort(sort);
  const index = resolveHint(collection, hint);
  if (!collection) return [];
  const { hits } = select(collection, {
    filter: compiled,
    sort: order,
    limit,
    hint: index,
    deadline: context.deadline,
  });
  return [...hits];
}

function documentField(statement: Document, name: string): Document {
  const value = statement.get(name) ?? null;
  if (value === null) return new Map();
  return isDocument(value)
    ? value
    : fail('TypeMismatch', `BSON field '${name}' is the wrong type, expected type 'object'`);
}

function arrayField(statement: Document, name: string): Value[] {
  const value = statement.get(name);
  return Array.isArray(value) ? value : [];
}

function updateOf(statement: Document, name: string): Value {
  const update = statement.get(name);
  if (!isDocument(update) && !Array.isArray(update))
    fail('FailedToParse', 'Update argument must be either an object or an array');
  return update;
}

function changeHits(
  collection: Collection,
  hits: readonly Hit[],
  update: Value,
  options: UpdateOptions,
): number {
  let modified = 0;
  for (const { stored, positions } of hits)
    if (collection.replace(stored, applyUpdate(stored.decode(), update, positions, options))) modified++;
  return modified;
}

/** Applies one element of `updates`; returns how many matched and changed, and the `_id` of an upserted document. */
function updateStatement(
  statement: Document,
  context: CommandContext,
): { n: number; modified: number; upserted?: Value } {
  context.engine.store.requireSpace();
  const { command } = context;
  const update = updateOf(statement, 'u');
  const isMulti = isTruthy(statement.get('multi'));
  if (isMulti && isReplacement(update))
    fail('FailedToParse', 'multi update is not supported for replacement-style update');
  const filter = documentField(statement, 'q');
  const options: UpdateOptions = {
    now: new Date(),
    arrayFilters: arrayField(statement, 'arrayFilters'),
    variables: command.documentOr('let'),
  };
  const collection = context.find(command.collection);
  const change = {
    filter,
    sort: documentField(statement, 'sort'),
    hint: statement.get('hint'),
    limit: isMulti ? Infinity : 1,
  };
  const hits = hitsOf(collection, change, context);
  if (collection && hits.length > 0)
    return { n: hits.length, modified: changeHits(collection, hits, update, options) };
  if (!isTruthy(statement.get('upsert'))) return { n: 0, modified: 0 };
  const made = buildUpsert(filter, update, options);
  context.ensure(command.collection).insert(encodeDocument(made));
  return { n: 1, modified: 0, upserted: made.get('_id') ?? null };
}

export function update(command: Command, context: CommandContext): Document {
  let n = 0;
  let modified = 0;
  const upserted: Document[] = [];
  const errors = runStatements(
    statementsOf(command, 'updates', UPDATE_FIELDS),
    isOrdered(command),
    (statement, index) => {
      const result = updateStatement(statement, context);
      n += result.n;
      modified += result.modified;
      if (result.upserted !== undefined) upserted.push(document({ index: int(index), _id: result.upserted }));
    },
  );
  return document({
    n: int(n),
    nModified: int(modified),
    upserted: upserted.length > 0 ? upserted : undefined,
    writeErrors: errors.length > 0 ? errors : undefined,
    ok: 1,
  });
}

export function deleteDocuments(command: Command, context: CommandContext): Document {
  let n = 0;
  const collection = context.find(command.collection);
  const errors = runStatements(
    statementsOf(command, 'deletes', DELETE_FIELDS),
    isOrdered(command),
    (statement) => {
      const limit = statement.get('limit');
      const change = {
        filter: documentField(statement, 'q'),
        sort: new Map(),
        hint: statement.get('hint'),
        limit: isNumber(limit) && toDouble(limit) === 1 ? 1 : Infinity,
      };
      for (const { stored } of hitsOf(collection, change, context)) {
        collection?.remove(stored);
        n++;
      }
    },
  );
  return document({ n: int(n), writeErrors: errors.length > 0 ? errors : undefined, ok: 1 });
}

function modifyResult(value: Value, fields: Record<string, Value | undefined>): Document {
  return document({ lastErrorObject: document(fields), value, ok: 1 });
}

export function findAndModify(command: Command, context: CommandContext): Document {
  const { body } = command;
  const isRemove = command.flag('remove');
  if (isRemove && (body.has('update') || command.flag('upsert') || command.flag('new')))
    fail('FailedToParse', 'Cannot specify an update, upsert or new together with remove=true');
  const projection = compileProjection(command.documentOr('fields'), {
    variables: command.documentOr('let'),
  });
  const filter = command.document('query');
  const collection = context.find(command.collection);
  const change = { filter, sort: command.document('sort'), hint: body.get('hint'), limit: 1 };
  const [hit] = hitsOf(collection, change, context);
  const shown = (found: Document): Document => (projection ? projection.apply(found, hit?.positions) : found);
  if (isRemove) {
    if (!hit || !collection) return modifyResult(null, { n: int(0) });
    collection.remove(hit.stored);
    return modifyResult(shown(hit.stored.decode()), { n: int(1) });
  }
  context.engine.store.requireSpace();
  const update = updateOf(body, 'update');
  const options: UpdateOptions = {
    now: new Date(),
    arrayFilters: arrayField(body, 'arrayFilters'),
    variables: command.documentOr('let'),
  };
  const isNew = command.flag('new');
  if (hit && collection) {
    const old = hit.stored.decode();
    changeHits(collection, [hit], update, options);
    return modifyResult(shown(isNew ? hit.stored.decode() : old), { n: int(1), updatedExisting: true });
  }
  if (!command.flag('upsert')) return modifyResult(null, { n: int(0), updatedExisting: false });
  const made = buildUpsert(filter, update, options);
  context.ensure(command.collection).insert(encodeDocument(made));
  return modifyResult(isNew ? shown(made) : null, {
    n: int(1),
    updatedExisting: false,
    upserted: made.get('_id'),
  });
}
