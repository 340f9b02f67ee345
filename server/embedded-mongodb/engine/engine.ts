import { Binary } from 'bson';
import { randomBytes } from 'node:crypto';
import { decodeDocument } from '../bson/decode.ts';
import { encodeDocument } from '../bson/encode.ts';
import { type Value, document, isDocument, isNumber, toDouble } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { visitPath } from '../query/paths.ts';
import type { Store } from '../store/store.ts';
import { Collection, type CollectionInfo } from './collection.ts';
import { datesUpTo } from './bounds.ts';
import type { OrderedIndex } from './ordered-index.ts';
import type { StoredDocument } from './stored-document.ts';

/** Collection ids start above this; the store keeps the collections' own descriptions under it. */
const CATALOG = 0;
const MAX_NAMESPACE_BYTES = 255;

function encodeInfo(info: CollectionInfo): Buffer {
  const { id, uuid, database, name, indexes } = info;
  return encodeDocument(document({ id, uuid, database, name, indexes }));
}

function decodeInfo(bytes: Buffer): CollectionInfo {
  const fields = decodeDocument(bytes);
  const [id, uuid, database, name, indexes] = ['id', 'uuid', 'database', 'name', 'indexes'].map((field) =>
    fields.get(field),
  );
  if (
    !isNumber(id) ||
    !(uuid instanceof Binary) ||
    typeof database !== 'string' ||
    typeof name !== 'string' ||
    !Array.isArray(indexes)
  )
    throw new Error('the store holds a damaged description of a collection');
  return { id: toDouble(id), uuid, database, name, indexes: indexes.filter(isDocument) };
}

function catalogKey(id: number): Buffer {
  const key = Buffer.alloc(12);
  key.writeUInt32BE(CATALOG);
  key.writeBigUInt64BE(BigInt(id), 4);
  return key;
}

function requireValidNamespace(database: string, name: string): void {
  const isValid =
    database !== '' &&
    name !== '' &&
    !/[\0/\\. "$]/.test(database) &&
    !/[\0$]/.test(name) &&
    !name.startsWith('.') &&
    !name.endsWith('.') &&
    Buffer.byteLength(`${database}.${name}`) <= MAX_NAMESPACE_BYTES;
  if (!isValid) fail('InvalidNamespace', `Invalid namespace specified '${database}.${name}'`);
  if (name.startsWith('system.')) fail('InvalidNamespace', `'${database}.${name}' is a system collection`);
}

/** All databases and their collections, in memory, with a store behind them. */
export class Engine {
  readonly store: Store;
  readonly databases = new Map<string, Map<string, Collection>>();
  /** The group of writes of the last change to the set of collections or indexes. */
  catalogTicket = 0;
  private nextId = CATALOG + 1;

  private constructor(store: Store) {
    this.store = store;
  }

  /** Reads everything from the store; the indexes are built anew. */
  static async open(store: Store): Promise<Engine> {
    const engine = new Engine(store);
    const byId = new Map<number, Collection>();
    // the catalog has the smallest id, so it is read before the documents
    await store.load((key, value) => {
      const id = key.readUInt32BE();
      const sequence = Number(key.readBigUInt64BE(4));
      if (id !== CATALOG) byId.get(id)?.load(sequence, value);
      else {
        const collection = new Collection(decodeInfo(value), store);
        byId.set(sequence, collection);
        engine.register(collection);
      }
    });
    return engine;
  }

  private register(collection: Collection): void {
    const { id, database, name } = collection.info;
    const collections = this.databases.get(database) ?? new Map<string, Collection>();
    this.databases.set(database, collections.set(name, collection));
    this.nextId = Math.max(this.nextId, id + 1);
  }

  find(database: string, name: string): Collection | undefined {
    return this.databases.get(database)?.get(name);
  }

  /** The collection, made when it is not there. Throws InvalidNamespace for names MongoDB does not allow. */
  ensure(database: string, name: string): Collection {
    const existing = this.find(database, name);
    if (existing) return existing;
    requireValidNamespace(database, name);
    const uuid = new Binary(randomBytes(16), Binary.SUBTYPE_UUID);
    const collection = new Collection({ id: this.nextId, uuid, database, name, indexes: [] }, this.store);
    this.register(collection);
    this.saveInfo(collection);
    return collection;
  }

  /** Stores the description of a collection after its indexes changed. */
  saveInfo(collection: Collection): void {
    this.catalogTicket = collection.lastTicket = this.store.ticket;
    this.store.put(catalogKey(collection.info.id), encodeInfo(collection.info));
  }

  drop(collection: Collection): void {
    const { id, database, name } = collection.info;
    for (const stored of collection.documents) collection.remove(stored);
    this.catalogTicket = this.store.ticket;
    this.store.delete(catalogKey(id));
    const collections = this.databases.get(database);
    collections?.delete(name);
    if (collections?.size === 0) this.databases.delete(database);
  }

  /** Deletes the documents whose time in a TTL index has passed. `now` in milliseconds. */
  removeExpired(now: number): void {
    for (const collections of this.databases.values())
      for (const collection of collections.values())
        for (const index of collection.indexes.values())
          for (const stored of expiredIn(index, now)) collection.remove(stored);
  }
}

/** The documents whose earliest date in the index is older than the index allows. */
function expiredIn(index: OrderedIndex, now: number): StoredDocument[] {
  const { expireAfterSeconds, fields } = index.spec;
  const [field] = fields;
  if (expireAfterSeconds === undefined || !field) return [];
  const limit = now - expireAfterSeconds * 1000;
  const expired = new Set<StoredDocument>();
  for (const [, stored] of index.scan(datesUpTo(new Date(limit), field.direction), false)) {
    let earliest = Infinity;
    visitPath(stored, field.parts, true, (value: Value | undefined) => {
      if (value instanceof Date) earliest = Math.min(earliest, value.getTime());
      return false;
    });
    if (earliest <= limit) expired.add(stored);
  }
  return [...expired];
}
