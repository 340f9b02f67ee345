import { ObjectId } from 'bson';
import { encodeDocument } from '../bson/encode.ts';
import { type Document, type Value, document, int, isDocument } from '../bson/values.ts';
import { Binary } from 'bson';
import { fail } from '../errors.ts';
import { MAX_DOCUMENT_BYTES, type Collection } from '../engine/collection.ts';
import { compileFilter } from '../query/filter.ts';
import type { Command } from './command.ts';
import type { CommandContext } from './context.ts';

/** The MongoDB release whose behaviour is followed. */
const VERSION = [7, 0, 0, 0];
const MAX_WIRE_VERSION = 21;
export const MAX_MESSAGE_BYTES = 48_000_000;
const processId = new ObjectId();

/**
 * The reply that makes a driver see a standalone server: no set name, so it sends no transaction numbers and does not
 * retry writes by them; no topology version, so it polls instead of waiting.
 */
export function hello(isLegacy: boolean): Document {
  return document({
    helloOk: true,
    ...(isLegacy ? { ismaster: true } : { isWritablePrimary: true }),
    maxBsonObjectSize: int(MAX_DOCUMENT_BYTES),
    maxMessageSizeBytes: int(MAX_MESSAGE_BYTES),
    maxWriteBatchSize: int(100_000),
    localTime: new Date(),
    logicalSessionTimeoutMinutes: int(30),
    connectionId: int(1),
    minWireVersion: int(0),
    maxWireVersion: int(MAX_WIRE_VERSION),
    readOnly: false,
    ok: 1,
  });
}

export function helloCommand(command: Command): Document {
  return hello(command.name !== 'hello');
}

export const ok = (): Document => document({ ok: 1 });

export function buildInfo(): Document {
  return document({
    version: VERSION.slice(0, 3).join('.'),
    versionArray: VERSION.map(int),
    gitVersion: 'embedded',
    modules: [],
    storageEngines: ['embedded'],
    bits: int(64),
    maxBsonObjectSize: int(MAX_DOCUMENT_BYTES),
    ok: 1,
  });
}

export function serverStatus(): Document {
  return document({
    host: 'embedded',
    version: VERSION.slice(0, 3).join('.'),
    process: 'embedded',
    pid: int(process.pid),
    uptime: Math.floor(process.uptime()),
    localTime: new Date(),
    storageEngine: document({ name: 'embedded', persistent: true }),
    serverId: processId,
    ok: 1,
  });
}

export function endSessions(command: Command, context: CommandContext): Document {
  for (const session of command.array('endSessions')) {
    const id = isDocument(session) ? session.get('id') : undefined;
    if (id instanceof Binary) context.cursors.killSession(id.toString('hex'));
  }
  return ok();
}

const bytesOf = (collection: Collection): number => {
  let bytes = 0;
  for (const stored of collection.documents) bytes += stored.bytes.length;
  return bytes;
};

function statistics(collections: readonly Collection[]): Record<string, Value> {
  const objects = collections.reduce((sum, collection) => sum + collection.documents.size, 0);
  const size = collections.reduce((sum, collection) => sum + bytesOf(collection), 0);
  const indexes = collections.reduce((sum, collection) => sum + collection.indexes.size, 0);
  return { objects, size, indexes };
}

export function collStats(command: Command, context: CommandContext): Document {
  const collection = context.find(command.collection);
  const { objects = 0, size = 0, indexes = 0 } = statistics(collection ? [collection] : []);
  return document({
    ns: `${command.database}.${command.collection}`,
    count: objects,
    size,
    storageSize: size,
    nindexes: indexes,
    ok: 1,
  });
}

const collectionsOf = (context: CommandContext, database: string): Collection[] => {
  context.touchCatalog();
  return [...(context.engine.databases.get(database)?.values() ?? [])];
};

export function dbStats(command: Command, context: CommandContext): Document {
  const collections = collectionsOf(context, command.database);
  const { objects = 0, size = 0, indexes = 0 } = statistics(collections);
  return document({
    db: command.database,
    collections: int(collections.length),
    objects,
    dataSize: size,
    storageSize: size,
    indexes,
    ok: 1,
  });
}

export function listDatabases(command: Command, context: CommandContext): Document {
  context.touchCatalog();
  const { matches } = compileFilter(command.document('filter'));
  const databases = [...context.engine.databases].map(([name, collections]) =>
    command.flag('nameOnly')
      ? document({ name })
      : document({ name, sizeOnDisk: statistics([...collections.values()])['size'], empty: false }),
  );
  return document({ databases: databases.filter((entry) => matches(entry)), ok: 1 });
}

export function listCollections(command: Command, context: CommandContext): Buffer {
  const { matches } = compileFilter(command.document('filter'));
  const entries = collectionsOf(context, command.database).map(({ info }) =>
    document({
      name: info.name,
      type: 'collection',
      ...(command.flag('nameOnly')
        ? {}
        : {
            options: new Map(),
            info: document({ readOnly: false, uuid: info.uuid }),
            idIndex: document({ v: int(2), key: document({ _id: int(1) }), name: '_id_' }),
          }),
    }),
  );
  return context.cursors.start({
    rows: entries.filter((entry) => matches(entry)).map(encodeDocument),
    namespace: `${command.database}.$cmd.listCollections`,
    collections: [],
    session: context.session,
    batchSize: undefined,
  });
}

const REFUSED_COLLECTION_OPTIONS = [
  'capped',
  'size',
  'max',
  'validator',
  'validationLevel',
  'validationAction',
  'timeseries',
  'viewOn',
  'pipeline',
  'clusteredIndex',
  'expireAfterSeconds',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'storageEngine',
  'indexOptionDefaults',
];

/** The fields `create` may carry; the refused ones are listed so that the refusal can name them. */
export const CREATE_FIELDS = ['collation', ...REFUSED_COLLECTION_OPTIONS];

export function create(command: Command, context: CommandContext): Document {
  for (const option of REFUSED_COLLECTION_OPTIONS)
    if (command.body.has(option))
      fail('InvalidOptions', `create option '${option}' is not supported by the embedded server`);
  if (context.find(command.collection))
    fail('NamespaceExists', `Collection ${command.database}.${command.collection} already exists.`);
  context.ensure(command.collection);
  return ok();
}

export function drop(command: Command, context: CommandContext): Document {
  const collection = context.find(command.collection);
  context.touchCatalog();
  if (!collection) return ok();
  const nIndexesWas = int(collection.indexes.size);
  context.engine.drop(collection);
  return document({ nIndexesWas, ns: collection.namespace, ok: 1 });
}

export function dropDatabase(command: Command, context: CommandContext): Document {
  for (const collection of collectionsOf(context, command.database)) context.engine.drop(collection);
  return document({ dropped: command.database, ok: 1 });
}
