import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type {
  Content,
  Deliverable,
  DeliverableKey,
  DeliverableLine,
  EarlierCopy,
  FrozenPage,
  HandedIn,
} from './group-work.domain.ts';

/** `_id`: activity/group/n. */
type DeliverableDocument = Deliverable & Eventful & { _id: string; courseId: string };
type ListedLine = DeliverableLine & Pick<Deliverable, 'savedAt'>;
interface WithWriters extends Pick<Deliverable, 'n'> {
  readonly draft: Pick<Content, 'fileIds'>;
  readonly handedIn:
    | (Pick<HandedIn, 'memberIds' | 'fileIds'> & {
        readonly pages?: readonly Pick<FrozenPage, 'written'>[];
      })
    | null;
}
/** A copy that is not the one that stands any more. `_id`: activity/group/n/version/step. */
type VersionDocument = EarlierCopy & { _id: string; courseId: string; deliverableId: string };

const required = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const schema = new Schema<DeliverableDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    n: number,
    draft: mixed,
    revision: number,
    savedBy: { type: String, default: null } as never,
    savedAt: { type: Date, default: null } as never,
    version: number,
    step: number,
    handedIn: mixed,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, groupId: 1 })
  .index({ courseId: 1, activityId: 1, 'handedIn.memberIds': 1 });

const versionSchema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    deliverableId: required,
    wasWithdrawn: { type: Boolean, required: true },
    version: number,
    by: required,
    at: { type: Date, required: true },
    memberIds: { type: [String] as never, required: true },
    needsAll: { type: Boolean, required: true },
    confirmations: mixed,
    objections: mixed,
    settledAt: { type: Date, default: null } as never,
    text: mixed,
    fileIds: { type: [String] as never, required: true },
    pages: mixed,
    sections: mixed,
  },
  options,
)
  .index({ courseId: 1, deliverableId: 1, _id: 1 })
  .index({ courseId: 1, memberIds: 1, deliverableId: 1 });

/** What lists of many need: nothing that people have written. */
const WITHOUT_TEXTS = {
  'draft.text': 0,
  'handedIn.text': 0,
  'handedIn.pages': 0,
  'handedIn.sections': 0,
  'handedIn.objections': 0,
  events: 0,
} as const;

const idOf = ({ activityId, groupId, n }: DeliverableKey): string => `${activityId}/${groupId}/${n}`;

const toDeliverable = ({ _id, courseId, events, eventsSince, ...rest }: DeliverableDocument): Deliverable =>
  rest;

const toEarlier = ({ _id, courseId, deliverableId, ...copy }: VersionDocument): EarlierCopy => copy;

export type DeliverableStore = ReturnType<typeof createDeliverableStore>;

/** Queries of `deliverables`, what groups write and have handed in, and of `deliverableVersions`, what they had before. */
export function createDeliverableStore(connection: Connection) {
  const Deliverables = defineCollection(connection, 'deliverables', schema, { events: true });
  const Versions = defineCollection(connection, 'deliverableVersions', versionSchema);
  const list = (filter: object): Promise<ListedLine[]> =>
    Deliverables.find(filter, WITHOUT_TEXTS).lean<ListedLine[]>();

  return {
    async find({ courseId }: CourseScope, key: DeliverableKey): Promise<Deliverable | null> {
      const found = await Deliverables.findOne({ _id: idOf(key), courseId }).lean<DeliverableDocument>();
      return found && toDeliverable(found);
    },

    listOfGroups: ({ courseId }: CourseScope, activityId: string, groupIds: readonly string[]) =>
      list({ courseId, activityId, groupId: { $in: groupIds } }),

    /** What some members have a part in, in whatever groups. */
    listOfMembers: ({ courseId }: CourseScope, activityId: string, memberIds: readonly string[]) =>
      list({ courseId, activityId, 'handedIn.memberIds': { $in: memberIds } }),

    /** All of one group, with who wrote the pages of its copies; without what is written. */
    listWithWriters: ({ courseId }: CourseScope, activityId: string, groupId: string) =>
      Deliverables.find(
        { courseId, activityId, groupId },
        {
          n: 1,
          'draft.fileIds': 1,
          'handedIn.memberIds': 1,
          'handedIn.fileIds': 1,
          'handedIn.pages.written': 1,
        },
      ).lean<WithWriters[]>(),

    listOf: ({ courseId }: CourseScope, activityId: string) => list({ courseId, activityId }),

    /** What groups have handed in at a milestone; whole. */
    async listHandedIn(
      { courseId }: CourseScope,
      activityId: string,
      n: number,
      groupIds: readonly string[],
    ): Promise<(Pick<Deliverable, 'groupId'> & { readonly handedIn: HandedIn })[]> {
      return Deliverables.find(
        {
          _id: { $in: groupIds.map((groupId) => idOf({ activityId, groupId, n })) },
          courseId,
          handedIn: { $ne: null },
        },
        { groupId: 1, handedIn: 1 },
      ).lean<(Pick<Deliverable, 'groupId'> & { readonly handedIn: HandedIn })[]>();
    },

    /** The groups that have handed something in at a milestone. */
    async listHandedInIds({ courseId }: CourseScope, activityId: string, n: number): Promise<string[]> {
      const found = await Deliverables.find(
        { courseId, activityId, n, handedIn: { $ne: null } },
        { groupId: 1 },
      ).lean<Pick<Deliverable, 'groupId'>[]>();
      return found.map(({ groupId }) => groupId);
    },

    async hasAny({ courseId }: CourseScope, activityId: string): Promise<boolean> {
      return (await Deliverables.exists({ courseId, activityId })) !== null;
    },

    /** What was handed in before, newest first, without texts. */
    async listEarlier({ courseId }: CourseScope, key: DeliverableKey) {
      const found = await Versions.find(
        { courseId, deliverableId: idOf(key) },
        { version: 1, at: 1, by: 1, memberIds: 1, wasWithdrawn: 1 },
      )
        .sort({ _id: 1 })
        .lean<Pick<VersionDocument, 'version' | 'at' | 'by' | 'memberIds' | 'wasWithdrawn'>[]>();
      // A crash, or two at once, may have left a version twice.
      const byVersion = new Map(found.map((one) => [one.version, one]));
      return [...byVersion.values()].sort((a, b) => b.version - a.version);
    },

    /** A copy that was handed in before; whole. */
    async findEarlier(
      { courseId }: CourseScope,
      key: DeliverableKey,
      version: number,
    ): Promise<EarlierCopy | null> {
      const found = await Versions.findOne({ courseId, deliverableId: idOf(key), version })
        .sort({ _id: -1 })
        .lean<VersionDocument>();
      return found && toEarlier(found);
    },

    /** The copies of before that a member has a part in at a milestone, newest first; whole. */
    async listEarlierOf(
      { courseId }: CourseScope,
      key: DeliverableKey,
      memberId: string,
    ): Promise<EarlierCopy[]> {
      const filter = { courseId, deliverableId: idOf(key), memberIds: memberId };
      return (await Versions.find(filter).sort({ _id: -1 }).lean<VersionDocument[]>()).map(toEarlier);
    },

    /** Where a member has a part in a copy of before. */
    async keysOfEarlier(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
    ): Promise<Pick<DeliverableKey, 'groupId' | 'n'>[]> {
      const within = { $gte: `${activityId}/`, $lt: `${activityId}0` };
      const found = await Versions.find(
        { courseId, memberIds: memberId, deliverableId: within },
        { deliverableId: 1 },
      ).lean<Pick<VersionDocument, 'deliverableId'>[]>();
      return found.map(({ deliverableId }) => {
        const [, groupId = '', n = ''] = deliverableId.split('/');
        return { groupId, n: Number(n) };
      });
    },

    /** @returns false when somebody has saved meanwhile */
    async saveDraft(
      { courseId }: CourseScope,
      key: DeliverableKey,
      { text, fileIds }: Content,
      { revision, by, at }: { readonly revision: number; readonly by: string; readonly at: Date },
    ): Promise<boolean> {
      const { activityId, groupId, n } = key;
      const saved = { draft: { text, fileIds }, savedBy: by, savedAt: at };
      if (revision === 0) {
        const fresh = { revision: 1, version: 0, step: 0, handedIn: null, events: [] };
        return insertOnce(Deliverables, {
          _id: idOf(key),
          courseId,
          activityId,
          groupId,
          n,
          ...saved,
          ...fresh,
        });
      }
      const { matchedCount } = await Deliverables.updateOne(
        { _id: idOf(key), courseId, revision },
        { $set: saved, $inc: { revision: 1 } },
      );
      return matchedCount > 0;
    },

    /**
     * Puts another copy in the place of the one that stands, which is kept, or changes it; with its event.
     *
     * @param handedIn null: it is taken back
     * @returns false when somebody was faster
     */
    async advance(
      { courseId }: CourseScope,
      before: Deliverable,
      handedIn: HandedIn | null,
      event: DomainEvent,
    ): Promise<boolean> {
      const { revision, step } = before;
      const _id = idOf(before);
      const stood = before.handedIn;
      const isNew = handedIn !== null && handedIn.version !== stood?.version;
      if (stood && handedIn?.version !== stood.version) {
        const kept = `${_id}/${String(stood.version).padStart(6, '0')}/${step}`;
        const wasWithdrawn = handedIn === null;
        await insertOnce(Versions, { _id: kept, courseId, deliverableId: _id, wasWithdrawn, ...stood });
      }
      const { $push, $set } = pushEvents(event);
      const { matchedCount } = await Deliverables.updateOne(
        // What is frozen is the draft that was decided on.
        { _id, courseId, step, ...(isNew && { revision }) },
        {
          $set: { handedIn, ...(isNew && { version: handedIn.version }), ...$set },
          $inc: { step: 1 },
          $push,
        },
      );
      return matchedCount > 0;
    },
  };
}
