import { decodeDocument, decodeField } from '../bson/decode.ts';
import { encodeChanged } from '../bson/encode.ts';
import type { Document, DocumentReader, Value } from '../bson/values.ts';
import { StoredDocument } from './stored-document.ts';

/** Top-level fields that differ from what is stored; undefined: left out. */
type Changes = ReadonlyMap<string, Value | undefined>;

/**
 * A stored document with some of its fields changed by a pipeline. What no stage has touched stays bytes: it is neither
 * decoded nor encoded again, which is most of the work for rows that only have something looked up.
 */
export class ChangedRow implements DocumentReader {
  private readonly bytes: Buffer;
  private readonly changes: Changes;

  constructor(bytes: Buffer, changes: Changes) {
    this.bytes = bytes;
    this.changes = changes;
  }

  get(name: string): Value | undefined {
    return this.changes.has(name) ? this.changes.get(name) : decodeField(this.bytes, name);
  }

  decode(): Document {
    const result = decodeDocument(this.bytes);
    for (const [name, value] of this.changes) {
      if (value === undefined) result.delete(name);
      else result.set(name, value);
    }
    return result;
  }

  encode(): Buffer {
    return encodeChanged(this.bytes, this.changes);
  }

  /** The row with further changes, or nothing where a field comes back that was left out: its place is the end then. */
  with(further: Changes): ChangedRow | undefined {
    const changes = new Map(this.changes);
    for (const [name, value] of further) {
      if (value !== undefined && changes.has(name) && changes.get(name) === undefined) return undefined;
      changes.set(name, value);
    }
    return new ChangedRow(this.bytes, changes);
  }
}

/** All fields of what is being read. */
export function wholeDocument(reader: DocumentReader): Document {
  if (reader instanceof Map) return reader;
  return reader instanceof StoredDocument || reader instanceof ChangedRow ? reader.decode() : new Map();
}

/** A row with some top-level fields changed: those with undefined are left out, new ones come last. */
export function changeRow(row: DocumentReader, changes: Changes): DocumentReader {
  if (row instanceof StoredDocument) return new ChangedRow(row.bytes, changes);
  const changed = row instanceof ChangedRow ? row.with(changes) : undefined;
  if (changed) return changed;
  const result = new Map(wholeDocument(row));
  for (const [name, value] of changes) {
    if (value === undefined) result.delete(name);
    else result.set(name, value);
  }
  return result;
}
