import BTreeModule from 'sorted-btree';
import { EMPTY_ARRAY_KEY, NULL_KEY, encodeKey, invertKey } from '../bson/key.ts';
import type { Document, DocumentReader } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { visitPath } from '../query/paths.ts';
import type { StoredDocument } from './stored-document.ts';

// the package is CommonJS: its class is the `default` of what Node hands over as default
const BTree = BTreeModule.default;
type Tree = InstanceType<typeof BTree<string, StoredDocument>>;

export interface IndexField {
  path: string;
  parts: string[];
  direction: 1 | -1;
}

export interface IndexSpec {
  name: string;
  fields: IndexField[];
  unique: boolean;
  sparse: boolean;
  /** Only documents that match are indexed. */
  partial: Filter | undefined;
  expireAfterSeconds: number | undefined;
  /** As the client gave it, for `listIndexes`. */
  definition: Document;
}

/** A range of keys: from `low` to just before `high`. */
export interface KeyRange {
  low: string;
  high: string;
}

export type IndexEntry = [key: string, document: StoredDocument];

/** What no key continues with; a prefix with it lies after every key that begins with the prefix. */
export const AFTER = '\xff';

const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const SEQUENCE_LENGTH = 7;

/** Seven bytes that order documents with equal keys by their sequence; its first byte is never 0xff. */
function sequenceKey(sequence: number): string {
  const high = Math.floor(sequence / 0x1000000);
  return String.fromCharCode(
    (high >>> 24) & 0xff,
    (high >>> 16) & 0xff,
    (high >>> 8) & 0xff,
    high & 0xff,
    (sequence >>> 16) & 0xff,
    (sequence >>> 8) & 0xff,
    sequence & 0xff,
  );
}

/** An index: a B+tree from order-preserving keys to documents. */
export class OrderedIndex {
  readonly spec: IndexSpec;
  /** For each field, whether some document has had more than one key for it. */
  readonly multikey: boolean[];
  private readonly tree: Tree = new BTree<string, StoredDocument>(undefined, byKey, 64);

  constructor(spec: IndexSpec) {
    this.spec = spec;
    this.multikey = spec.fields.map(() => false);
  }

  get size(): number {
    return this.tree.size;
  }

  /** The keys of a document without its sequence; none when the index does not cover it. */
  keysOf(document: DocumentReader): string[] {
    const { fields, sparse, partial } = this.spec;
    if (partial && !partial.matches(document)) return [];
    let keys = [''];
    let hasValue = !sparse;
    let arrayPath: string | undefined;
    for (const [i, field] of fields.entries()) {
      const components = new Set<string>();
      visitPath(document, field.parts, true, (value) => {
        if (value !== undefined) hasValue = true;
        // a filled array is indexed by its elements only
        if (Array.isArray(value)) {
          if (value.length === 0) components.add(EMPTY_ARRAY_KEY);
        } else components.add(value === undefined ? NULL_KEY : encodeKey(value));
        return false;
      });
      if (components.size > 1) {
        if (arrayPath !== undefined) fail(171, `cannot index parallel arrays [${field.path}] [${arrayPath}]`);
        arrayPath = field.path;
        this.multikey[i] = true;
      }
      const own = components.size === 0 ? [NULL_KEY] : [...components];
      const directed = field.direction === 1 ? own : own.map(invertKey);
      keys = keys.flatMap((key) => directed.map((component) => key + component));
    }
    return hasValue ? keys : [];
  }

  /** Another document that holds one of the keys of a unique index. */
  holderOf(keys: readonly string[], self: StoredDocument | undefined): StoredDocument | undefined {
    if (!this.spec.unique) return undefined;
    for (const key of keys) {
      const next = this.tree.nextHigherPair(key);
      if (
        next &&
        next[0].startsWith(key) &&
        next[0].length === key.length + SEQUENCE_LENGTH &&
        next[1] !== self
      )
        return next[1];
    }
    return undefined;
  }

  add(document: StoredDocument, keys: readonly string[]): void {
    const suffix = sequenceKey(document.sequence);
    for (const key of keys) this.tree.set(key + suffix, document);
  }

  remove(document: StoredDocument, keys: readonly string[]): void {
    const suffix = sequenceKey(document.sequence);
    for (const key of keys) this.tree.delete(key + suffix);
  }

  /** Whether a document has just one key, which is that of its one field. */
  get isPlain(): boolean {
    const [field, ...others] = this.spec.fields;
    return others.length === 0 && field?.direction === 1 && !this.multikey.includes(true);
  }

  /** The documents of a plain index whose field has this key. */
  documentsAt(key: string): StoredDocument[] {
    const found: StoredDocument[] = [];
    for (const [entry, document] of this.tree.entries(key)) {
      if (entry.length !== key.length + SEQUENCE_LENGTH || !entry.startsWith(key)) break;
      found.push(document);
    }
    return found;
  }

  /** How many entries lie in the ranges, counted up to `most`. */
  countUpTo(ranges: readonly KeyRange[], most: number): number {
    let count = 0;
    for (const { low, high } of ranges) {
      for (const key of this.tree.keys(low)) {
        if (key >= high || count >= most) break;
        count++;
      }
      if (count >= most) break;
    }
    return count;
  }

  /**
   * The entries of a range in key order, or in reverse. The tree may change between two steps: entries are read in
   * small portions and the next portion is sought by key, as a cursor lives on between commands.
   */
  *scan(range: KeyRange, reverse: boolean): Generator<IndexEntry> {
    let position = reverse ? range.high : range.low;
    let started = false;
    for (let portion = 16; ; portion = Math.min(portion * 4, 1024)) {
      const entries = reverse
        ? this.tree.entriesReversed(position, undefined, true)
        : this.tree.entries(position);
      const taken: IndexEntry[] = [];
      for (const entry of entries) {
        if (reverse ? entry[0] < range.low : entry[0] >= range.high) break;
        // going up, the position is the entry that was read last
        if (!reverse && started && entry[0] === position) continue;
        taken.push(entry);
        if (taken.length >= portion) break;
      }
      yield* taken;
      const last = taken.at(-1);
      if (!last || taken.length < portion) return;
      position = last[0];
      started = true;
    }
  }
}
