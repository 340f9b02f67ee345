import { type Binary, BSONRegExp } from 'bson';
import { decodeField } from '../bson/decode.ts';
import { encodeDocument } from '../bson/encode.ts';
import { type Document, type Value, document, int, show } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { visitPath } from '../query/paths.ts';
import type { Store } from '../store/store.ts';
import { parseIndexSpec } from './index-spec.ts';
import { OrderedIndex } from './ordered-index.ts';
import { StoredDocument } from './stored-document.ts';

/** MongoDB's limit for one document. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** What is stored about a collection. */
export interface CollectionInfo {
  id: number;
  uuid: Binary;
  database: string;
  name: string;
  /** Definitions of the indexes beside `_id_`. */
  indexes: Document[];
}

const ID_INDEX = document({ v: int(2), key: document({ _id: int(1) }), name: '_id_', unique: true });

/** The documents of one collection with their indexes; every change also goes to the store. */
export class Collection {
  readonly info: CollectionInfo;
  /** In natural order. */
  readonly documents = new Set<StoredDocument>();
  readonly indexes = new Map<string, OrderedIndex>();
  /** The group of writes that the last change belongs to; a reply that shows this collection waits for it. */
  lastTicket = 0;
  private readonly store: Store;
  private nextSequence = 0;

  constructor(info: CollectionInfo, store: Store) {
    this.info = info;
    this.store = store;
    for (const definition of [ID_INDEX, ...info.indexes]) this.openIndex(definition);
  }

  get namespace(): string {
    return `${this.info.database}.${this.info.name}`;
  }

  private openIndex(definition: Document): OrderedIndex {
    const index = new OrderedIndex(parseIndexSpec(definition));
    this.indexes.set(index.spec.name, index);
    return index;
  }

  /** Key of a document in the store: the collection's id, then the document's sequence. */
  private storeKey(sequence: number): Buffer {
    const key = Buffer.allocUnsafe(12);
    key.writeUInt32BE(this.info.id);
    key.writeBigUInt64BE(BigInt(sequence), 4);
    return key;
  }

  private write(stored: StoredDocument): void {
    this.lastTicket = this.store.ticket;
    this.store.put(this.storeKey(stored.sequence), stored.bytes);
  }

  /** Takes over a document read from the store. */
  load(sequence: number, bytes: Buffer): void {
    const stored = new StoredDocument(sequence, bytes);
    this.documents.add(stored);
    this.nextSequence = Math.max(this.nextSequence, sequence + 1);
    for (const index of this.indexes.values()) index.add(stored, index.keysOf(stored));
  }

  private refuseDuplicate(index: OrderedIndex, keyOwner: StoredDocument): never {
    const { name, fields, definition } = index.spec;
    const values: Document = new Map();
    for (const { path, parts } of fields) {
      let found: Value = null;
      visitPath(keyOwner, parts, true, (value) => {
        if (Array.isArray(value) && value.length > 0) return false;
        found = value ?? null;
        return true;
      });
      values.set(path, found);
    }
    fail(
      'DuplicateKey',
      `E11000 duplicate key error collection: ${this.namespace} index: ${name} dup key: ${show(values)}`,
      document({ keyPattern: definition.get('key'), keyValue: values }),
    );
  }

  private keysFor(stored: StoredDocument, self?: StoredDocument): Map<OrderedIndex, string[]> {
    const keys = new Map<OrderedIndex, string[]>();
    for (const index of this.indexes.values()) {
      const own = index.keysOf(stored);
      if (index.holderOf(own, self)) this.refuseDuplicate(index, stored);
      keys.set(index, own);
    }
    return keys;
  }

  /**
   * Inserts the bytes of a document that has an `_id`. Throws DuplicateKey, or BSONObjectTooLarge beyond 16 MB;
   * nothing is changed then.
   */
  insert(bytes: Buffer): StoredDocument {
    if (bytes.length > MAX_DOCUMENT_BYTES)
      fail(
        'BSONObjectTooLarge',
        `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`,
      );
    const id = decodeField(bytes, '_id');
    if (id === undefined || Array.isArray(id) || id instanceof BSONRegExp)
      fail(
        'BadValue',
        `The '_id' value cannot be of type ${Array.isArray(id) ? 'array' : 'regex or missing'}`,
      );
    const stored = new StoredDocument(this.nextSequence, bytes);
    const keys = this.keysFor(stored);
    this.nextSequence++;
    this.documents.add(stored);
    for (const [index, own] of keys) index.add(stored, own);
    this.write(stored);
    return stored;
  }

  /** Gives a document new content; returns false when the bytes are the same. Throws as `insert`. */
  replace(stored: StoredDocument, content: Document): boolean {
    const bytes = encodeDocument(content);
    if (bytes.equals(stored.bytes)) return false;
    if (bytes.length > MAX_DOCUMENT_BYTES)
      fail(17419, `Resulting document after update is larger than ${MAX_DOCUMENT_BYTES}`);
    const keys = this.keysFor(new StoredDocument(stored.sequence, bytes), stored);
    for (const [index, own] of keys) {
      const old = index.keysOf(stored);
      if (old.length === own.length && old.every((key, i) => key === own[i])) continue;
      index.remove(stored, old);
      index.add(stored, own);
    }
    stored.bytes = bytes;
    this.write(stored);
    return true;
  }

  remove(stored: StoredDocument): void {
    for (const index of this.indexes.values()) index.remove(stored, index.keysOf(stored));
    this.documents.delete(stored);
    stored.live = false;
    this.lastTicket = this.store.ticket;
    this.store.delete(this.storeKey(stored.sequence));
  }

  /** Builds an index over what is there. Throws DuplicateKey when a unique one cannot be; the caller saves the info. */
  createIndex(definition: Document): void {
    const index = new OrderedIndex(parseIndexSpec(definition));
    for (const stored of this.documents) {
      const keys = index.keysOf(stored);
      if (index.holderOf(keys, stored)) this.refuseDuplicate(index, stored);
      index.add(stored, keys);
    }
    this.indexes.set(index.spec.name, index);
    this.info.indexes.push(definition);
  }

  dropIndex(name: string): void {
    this.indexes.delete(name);
    this.info.indexes = this.info.indexes.filter((definition) => definition.get('name') !== name);
  }
}
