import { decodeDocument, decodeField } from '../bson/decode.ts';
import type { Document, DocumentReader, Value } from '../bson/values.ts';

/**
 * A document as it is kept: only its BSON bytes. Fields are decoded when they are read, each time anew, so what is
 * read may be changed freely.
 */
export class StoredDocument implements DocumentReader {
  /** Position in the collection's natural order; never reused within a collection. */
  readonly sequence: number;
  bytes: Buffer;
  /** False once the document is deleted; a cursor that still holds it passes over it. */
  live = true;

  constructor(sequence: number, bytes: Buffer) {
    this.sequence = sequence;
    this.bytes = bytes;
  }

  get(name: string): Value | undefined {
    return decodeField(this.bytes, name);
  }

  decode(): Document {
    return decodeDocument(this.bytes);
  }
}
