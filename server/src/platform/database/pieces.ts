import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId } from '../../core/ids.ts';
import { defineCollection } from './collection.ts';

/** Binary as the driver gives it back. */
type Binary = Uint8Array | { readonly buffer: Uint8Array };

/** Bytes in a document: as they are, or the name of the pieces that hold them. */
export interface Kept {
  readonly bytes?: Binary;
  readonly pieces?: string;
}

interface PieceDocument {
  /** pieces/n */
  _id: string;
  courseId: string;
  pieces: string;
  n: number;
  bytes: Binary;
}

/** No document is larger than 1 MB (DESIGN §5), with some room for what stands beside. */
const PIECE_BYTES = 1_000_000;

const required = { type: String, required: true };
const schema = new Schema<PieceDocument>(
  {
    _id: required,
    courseId: required,
    pieces: required,
    n: { type: Number, required: true },
    bytes: { type: Schema.Types.Buffer, required: true } as never,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, pieces: 1, n: 1 });

/** The fields of a schema that keeps bytes. */
export const KEPT = { bytes: { type: Schema.Types.Buffer } as never, pieces: { type: String } };

const asBytes = (stored: Binary): Uint8Array => (stored instanceof Uint8Array ? stored : stored.buffer);

/** Bytes that may be too many for one document. */
export function createPieces(connection: Connection, name: string) {
  const All = defineCollection(connection, name, schema);
  return {
    /** Resolves when all pieces are durable, before anything names them. @returns what the document keeps */
    async keep({ courseId }: CourseScope, bytes: Uint8Array): Promise<Kept> {
      const whole = Buffer.from(bytes);
      if (whole.length <= PIECE_BYTES) return { bytes: whole };
      const pieces = newId();
      for (let n = 0; n * PIECE_BYTES < whole.length; n += 1) {
        const part = whole.subarray(n * PIECE_BYTES, (n + 1) * PIECE_BYTES);
        await All.insertMany([{ _id: `${pieces}/${n}`, courseId, pieces, n, bytes: part }] as never);
      }
      return { pieces };
    },

    /** One query for all of them. */
    async join({ courseId }: CourseScope, kept: readonly Kept[]): Promise<Uint8Array[]> {
      const names = kept.flatMap(({ pieces }) => pieces ?? []);
      const found =
        names.length === 0
          ? []
          : await All.find({ courseId, pieces: { $in: names } })
              .sort({ pieces: 1, n: 1 })
              .lean<PieceDocument[]>();
      return kept.map(({ bytes, pieces }) =>
        bytes !== undefined && bytes !== null
          ? asBytes(bytes)
          : Buffer.concat(
              found.filter((piece) => piece.pieces === pieces).map((piece) => asBytes(piece.bytes)),
            ),
      );
    },

    async remove({ courseId }: CourseScope, kept: readonly Kept[]): Promise<void> {
      const names = kept.flatMap(({ pieces }) => pieces ?? []);
      if (names.length > 0) await All.deleteMany({ courseId, pieces: { $in: names } });
    },
  };
}
