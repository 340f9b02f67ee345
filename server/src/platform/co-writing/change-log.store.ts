import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId } from '../../core/ids.ts';
import { defineCollection } from '../database/collection.ts';
import { insertOnce } from '../database/insert-once.ts';
import { type createPieces, KEPT, type Kept } from '../database/pieces.ts';

interface UpdateDocument extends Kept {
  _id: string;
  courseId: string;
  pageId: string;
}
/** `_id`: page/n. */
interface SnapshotDocument extends Kept {
  _id: string;
  courseId: string;
  pageId: string;
  n: number;
}
/** `_id`: page/client. */
interface WriterDocument {
  _id: string;
  courseId: string;
  pageId: string;
  client: number;
  memberId: string;
}

/** What one knows of a page already. */
export interface Known {
  /** The snapshot that was read; 0: none. */
  readonly snapshot: number;
  /** The updates that were read. */
  readonly updates: ReadonlySet<string>;
}

export interface LoggedUpdate {
  readonly id: string;
  readonly update: Uint8Array;
}

/** All that is stored of one page. */
export interface StoredPage {
  readonly updates: readonly Uint8Array[];
  /** Whose each writer number is. */
  readonly writers: ReadonlyMap<number, string>;
}

const required = { type: String, required: true };
const number = { type: Number, required: true };
const options = { versionKey: false, strict: 'throw' } as const;

const updateSchema = new Schema<UpdateDocument>(
  { _id: required, courseId: required, pageId: required, ...KEPT },
  options,
).index({ courseId: 1, pageId: 1 });
const snapshotSchema = new Schema<SnapshotDocument>(
  { _id: required, courseId: required, pageId: required, n: number, ...KEPT },
  options,
).index({ courseId: 1, pageId: 1, n: -1 });
const writerSchema = new Schema<WriterDocument>(
  { _id: required, courseId: required, pageId: required, client: number, memberId: required },
  options,
).index({ courseId: 1, pageId: 1 });

export type ChangeLog = ReturnType<typeof createChangeLog>;

/**
 * What was written on pages: `docUpdates`, each change once; `docSnapshots`, into which updates are squashed;
 * and `docWriters`, which says whose each writer number of a page is.
 *
 * Updates are a set without an order, which Yjs does not need: whatever was appended is in the set or in the newest
 * snapshot, whoever squashes meanwhile.
 */
export function createChangeLog(connection: Connection, pieces: ReturnType<typeof createPieces>) {
  const Updates = defineCollection(connection, 'docUpdates', updateSchema);
  const Snapshots = defineCollection(connection, 'docSnapshots', snapshotSchema);
  const Writers = defineCollection(connection, 'docWriters', writerSchema);

  return {
    /** Resolves when it is durable. @returns its id */
    async append(scope: CourseScope, pageId: string, update: Uint8Array): Promise<string> {
      const { courseId } = scope;
      const _id = newId();
      const kept = await pieces.keep(scope, update);
      await Updates.insertMany([{ _id, courseId, pageId, ...kept }] as never);
      return _id;
    },

    /**
     * What is new to somebody. The updates are read before the snapshot: one that is gone by then is in it.
     *
     * @param inFull look for a snapshot too when no known update is gone
     * @returns the ids of all updates there are, those that are new, and the snapshot if it is newer
     */
    async read(scope: CourseScope, pageId: string, known: Known, inFull: boolean) {
      const { courseId } = scope;
      const all = await Updates.find({ courseId, pageId }, { _id: 1 }).lean<{ _id: string }[]>();
      const fresh = all.map(({ _id }) => _id).filter((id) => !known.updates.has(id));
      const found =
        fresh.length === 0
          ? []
          : await Updates.find({ _id: { $in: fresh }, courseId }).lean<UpdateDocument[]>();
      const there = new Set(all.map(({ _id }) => _id));
      const isSquashed = [...known.updates].some((id) => !there.has(id)) || found.length < fresh.length;
      const snapshot =
        (inFull || isSquashed) &&
        (await Snapshots.findOne({ courseId, pageId, n: { $gt: known.snapshot } })
          .sort({ n: -1 })
          .lean<SnapshotDocument>());
      const [state, ...updates] = await pieces.join(scope, [snapshot || {}, ...found]);
      return {
        ids: all.map(({ _id }) => _id),
        updates: found.flatMap(({ _id }, index): LoggedUpdate[] => {
          const update = updates[index];
          // Its pieces went while it was read: it has been squashed, and the next look finds the snapshot.
          return update === undefined || update.length === 0 ? [] : [{ id: _id, update }];
        }),
        snapshot: snapshot && state ? { n: snapshot.n, state } : null,
      };
    },

    /** All that is stored of some pages, whatever their number in five queries: the updates before the snapshots. */
    async readAll(scope: CourseScope, pageIds: readonly string[]): Promise<Map<string, StoredPage>> {
      if (pageIds.length === 0) return new Map();
      const { courseId } = scope;
      const ofPages = { courseId, pageId: { $in: [...pageIds] } };
      const updates = await Updates.find(ofPages).lean<UpdateDocument[]>();
      const [snapshots, writers] = await Promise.all([
        Snapshots.find(ofPages).sort({ n: -1 }).lean<SnapshotDocument[]>(),
        Writers.find(ofPages, { pageId: 1, client: 1, memberId: 1 }).lean<WriterDocument[]>(),
      ]);
      // The one before may still be there beside the newest, which holds all of it.
      const newest = [...new Map([...snapshots].reverse().map((one) => [one.pageId, one])).values()];
      const kept = [...newest, ...updates];
      const bytes = await pieces.join(scope, kept);
      // Its pieces went while it was read: what it held is in a newer snapshot.
      if (bytes.some(({ length }) => length === 0)) return this.readAll(scope, pageIds);
      return new Map(
        pageIds.map((pageId) => [
          pageId,
          {
            updates: kept.flatMap((one, index) => {
              const own = bytes[index];
              return one.pageId === pageId && own !== undefined ? [own] : [];
            }),
            writers: new Map(
              writers
                .filter((one) => one.pageId === pageId)
                .map(({ client, memberId }) => [client, memberId]),
            ),
          },
        ]),
      );
    },

    /**
     * Puts updates, and the snapshot before, into one snapshot. What it holds is deleted after it is there.
     *
     * @returns false when somebody else has made this snapshot: theirs stands
     */
    async squash(
      scope: CourseScope,
      pageId: string,
      { n, state }: { readonly n: number; readonly state: Uint8Array },
      updateIds: readonly string[],
    ): Promise<boolean> {
      const { courseId } = scope;
      const _id = `${pageId}/${n}`;
      const kept = await pieces.keep(scope, state);
      if (!(await insertOnce(Snapshots, { _id, courseId, pageId, n, ...kept }))) {
        await pieces.remove(scope, [kept]);
        return false;
      }
      // The one before stays: it is what somebody may be reading right now, and its number stays taken.
      const older = { courseId, pageId, n: { $lt: n - 1 } };
      const squashed = { _id: { $in: [...updateIds] }, courseId };
      const isInPieces = { pieces: { $exists: true } };
      const gone = [
        ...(await Updates.find({ ...squashed, ...isInPieces }, { pieces: 1 }).lean<Kept[]>()),
        ...(await Snapshots.find({ ...older, ...isInPieces }, { pieces: 1 }).lean<Kept[]>()),
      ];
      await Updates.deleteMany(squashed);
      await Snapshots.deleteMany(older);
      await pieces.remove(scope, gone);
      return true;
    },

    /** Makes a writer number somebody's, unless it is taken. @returns whose it is */
    async claimWriter(
      { courseId }: CourseScope,
      pageId: string,
      client: number,
      memberId: string,
    ): Promise<string> {
      const _id = `${pageId}/${client}`;
      if (await insertOnce(Writers, { _id, courseId, pageId, client, memberId })) return memberId;
      const found = await Writers.findOne({ _id, courseId }).lean<WriterDocument>();
      return found?.memberId ?? memberId;
    },

    async listWriters({ courseId }: CourseScope, pageId: string): Promise<Map<number, string>> {
      const found = await Writers.find({ courseId, pageId }, { client: 1, memberId: 1 }).lean<
        Pick<WriterDocument, 'client' | 'memberId'>[]
      >();
      return new Map(found.map(({ client, memberId }) => [client, memberId]));
    },
  };
}
