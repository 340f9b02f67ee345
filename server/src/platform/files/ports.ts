/** The pieces of one stored object: any number of bytes as chunks of one size, the last one shorter. */
export interface StoredObject {
  /** Where it is: a path of ids, nothing a person has typed. Ids have one length, so that none begins another. */
  readonly id: string;
  readonly size: number;
  readonly chunkBytes: number;
}

/** The first and the last byte of a part, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Where the contents of files are. One layer for all: a folder, or an S3-compatible bucket. */
export interface FileStorage {
  /**
   * Stores one chunk, whole or not at all; it survives a crash once this resolves. The same chunk again replaces it.
   *
   * @throws AppError DISK_RESERVE_REACHED
   */
  writeChunk(objectId: string, index: number, bytes: Uint8Array): Promise<void>;
  /** The bytes of an object, or of a part of it, in order; never more than one chunk in memory. */
  read(object: StoredObject, range?: ByteRange): AsyncIterable<Uint8Array>;
  /** Removes all chunks below a path; nothing happens when there are none. */
  remove(path: string): Promise<void>;
}

/** What looks into the content of files, away from the requests of others. */
export interface FileInspector {
  /** The media type by content, one of `FILE_TYPES`; null when it is none that is taken. */
  typeOf(beginning: Uint8Array): Promise<string | null>;
  /**
   * The same content without what tells who made it (author fields, EXIF, XMP).
   *
   * @returns null when this content cannot be read well enough to be sure.
   */
  withoutAuthor(bytes: Uint8Array, type: string): Promise<Uint8Array | null>;
}

/** The content behind a capability, as the content route sends it. */
export interface OpenedFile {
  readonly type: string;
  readonly size: number;
  /** What it is called when it is saved. */
  readonly name: string;
  readonly download: boolean;
  read(range?: ByteRange): AsyncIterable<Uint8Array>;
}
