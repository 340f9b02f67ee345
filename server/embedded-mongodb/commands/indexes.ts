import { encodeDocument } from '../bson/encode.ts';
import { equals } from '../bson/compare.ts';
import { type Document, type Value, document, int, isDocument, isTruthy, show } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Collection } from '../engine/collection.ts';
import { parseIndexSpec } from '../engine/index-spec.ts';
import type { OrderedIndex } from '../engine/ordered-index.ts';
import type { Command } from './command.ts';
import type { CommandContext } from './context.ts';

/** A definition as it is kept: with its version, without options that say nothing. */
function normalise(definition: Document): Document {
  const kept = new Map<string, Value>([['v', int(2)], ...definition]);
  for (const name of ['background', 'ns', 'collation']) kept.delete(name);
  for (const name of ['unique', 'sparse']) if (!isTruthy(kept.get(name))) kept.delete(name);
  return kept;
}

const sameOptions = (a: OrderedIndex, definition: Document): boolean =>
  ['unique', 'sparse', 'expireAfterSeconds'].every((name) =>
    equals(a.spec.definition.get(name), definition.get(name)),
  );

/** Whether an identical index exists. Throws IndexOptionsConflict or IndexKeySpecsConflict for one that only resembles. */
function exists(collection: Collection, definition: Document): boolean {
  const name = definition.get('name');
  const isSame = ({ spec }: OrderedIndex): boolean =>
    equals(spec.definition.get('key'), definition.get('key')) &&
    equals(spec.definition.get('partialFilterExpression'), definition.get('partialFilterExpression'));
  const twin = [...collection.indexes.values()].find(isSame);
  if (twin?.spec.name === '_id_') return true;
  const namesake = typeof name === 'string' ? collection.indexes.get(name) : undefined;
  if (namesake) {
    if (namesake === twin && sameOptions(namesake, definition)) return true;
    fail(
      namesake === twin ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index. Requested index: ${show(definition)}, existing index: ${show(namesake.spec.definition)}`,
    );
  }
  if (twin) fail('IndexOptionsConflict', `Index already exists with a different name: ${twin.spec.name}`);
  return false;
}

export function createIndexes(command: Command, context: CommandContext): Document {
  const definitions = command.documents('indexes').map((definition) => {
    // the definition is checked as it came, so that a refused option is named
    parseIndexSpec(definition);
    return normalise(definition);
  });
  if (definitions.length === 0) fail('BadValue', 'Must specify at least one index to create');
  const isNew = !context.find(command.collection);
  const collection = context.ensure(command.collection);
  const before = collection.indexes.size;
  try {
    for (const definition of definitions)
      if (!exists(collection, definition)) collection.createIndex(definition);
  } finally {
    if (collection.indexes.size > before) context.engine.saveInfo(collection);
  }
  return document({
    numIndexesBefore: int(before),
    numIndexesAfter: int(collection.indexes.size),
    createdCollectionAutomatically: isNew,
    note: collection.indexes.size === before ? 'all indexes already exist' : undefined,
    ok: 1,
  });
}

function requireCollection(command: Command, context: CommandContext): Collection {
  return (
    context.find(command.collection) ??
    fail('NamespaceNotFound', `ns does not exist: ${command.database}.${command.collection}`)
  );
}

export function listIndexes(command: Command, context: CommandContext): Buffer {
  const collection = requireCollection(command, context);
  return context.cursors.start({
    rows: [...collection.indexes.values()].map(({ spec }) =>
      encodeDocument(withoutIdOptions(spec.definition)),
    ),
    namespace: collection.namespace,
    collections: [collection],
    session: context.session,
    batchSize: undefined,
  });
}

/** MongoDB does not say that `_id_` is unique. */
function withoutIdOptions(definition: Document): Document {
  if (definition.get('name') !== '_id_') return definition;
  return new Map([...definition].filter(([name]) => name !== 'unique'));
}

export function dropIndexes(command: Command, context: CommandContext): Document {
  const collection = requireCollection(command, context);
  const before = collection.indexes.size;
  const wanted = command.body.get('index') ?? null;
  for (const which of Array.isArray(wanted) ? wanted : [wanted]) {
    if (which === '*') {
      for (const name of collection.indexes.keys()) if (name !== '_id_') collection.dropIndex(name);
      continue;
    }
    const index = [...collection.indexes.values()].find(({ spec }) =>
      isDocument(which) ? equals(spec.definition.get('key'), which) : spec.name === which,
    );
    if (!index)
      fail('IndexNotFound', `index not found with name [${typeof which === 'string' ? which : show(which)}]`);
    if (index.spec.name === '_id_') fail('InvalidOptions', 'cannot drop _id index');
    collection.dropIndex(index.spec.name);
  }
  context.engine.saveInfo(collection);
  return document({ nIndexesWas: int(before), ok: 1 });
}
