import { type Connection, Schema } from 'mongoose';
import type { Item } from '../../contracts/questionnaire-rules.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { FormerVersion, Questionnaire } from './questionnaire.domain.ts';

type QuestionnaireDocument = Omit<Questionnaire, 'id'> & Eventful & { _id: string };
type VersionDocument = FormerVersion & { _id: string; courseId: string };

const required = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, required: true } as never;
const number = { type: Number, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const schema = new Schema<QuestionnaireDocument>(
  {
    _id: required,
    courseId: required,
    settings: mixed,
    state: required as never,
    revision: number,
    version: number,
    createdAt: { type: Date, required: true },
    createdBy: required,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  .index({ courseId: 1, createdAt: -1, _id: 1 })
  .index({ courseId: 1, state: 1, createdAt: -1 });

const versionSchema = new Schema<VersionDocument>(
  { _id: required, courseId: required, questionnaireId: required, version: number, items: mixed },
  options,
).index({ courseId: 1, questionnaireId: 1, version: 1 });

const toEntity = ({ _id, events, eventsSince, ...rest }: QuestionnaireDocument): Questionnaire => ({
  id: _id,
  ...rest,
});

/** The last row of the page before. */
export interface RowKey {
  readonly createdAt: Date;
  readonly id: string;
}

export type QuestionnaireStore = ReturnType<typeof createQuestionnaireStore>;

/** Queries of `questionnaires` and `questionnaireVersions`. */
export function createQuestionnaireStore(connection: Connection) {
  const Questionnaires = defineCollection(connection, 'questionnaires', schema, { events: true });
  const Versions = defineCollection(connection, 'questionnaireVersions', versionSchema);

  async function list(
    scope: CourseScope,
    filter: Record<string, unknown>,
    before: RowKey | null,
    limit: number,
  ): Promise<Questionnaire[]> {
    const older = before && {
      $or: [
        { createdAt: { $lt: before.createdAt } },
        { createdAt: before.createdAt, _id: { $gt: before.id } },
      ],
    };
    const found = await Questionnaires.find({ ...filter, courseId: scope.courseId, ...older }, { events: 0 })
      .sort({ createdAt: -1, _id: 1 })
      .limit(limit)
      .lean<QuestionnaireDocument[]>();
    return found.map(toEntity);
  }

  return {
    async find(scope: CourseScope, id: string): Promise<Questionnaire | null> {
      const filter = { _id: id, courseId: scope.courseId };
      const found = await Questionnaires.findOne(filter, { events: 0 }).lean<QuestionnaireDocument>();
      return found && toEntity(found);
    },

    /** Newest first. */
    list: (scope: CourseScope, before: RowKey | null, limit: number) => list(scope, {}, before, limit),

    /** Those that were ever published, newest first. */
    listPublished: (scope: CourseScope, before: RowKey | null, limit: number) =>
      list(scope, { state: { $in: ['open', 'closed'] } }, before, limit),

    /** @returns false when the id is taken, here or in another course. */
    insert({ id, ...fields }: Questionnaire, event: DomainEvent): Promise<boolean> {
      return insertOnce(Questionnaires, { _id: id, ...fields, events: [event], eventsSince: event.at });
    },

    /** Changes what is still at `revision`. @returns what it is now, or null when another save was faster. */
    async change(
      scope: CourseScope,
      id: string,
      revision: number,
      change: Partial<Pick<Questionnaire, 'settings' | 'state' | 'version'>>,
      event: DomainEvent,
    ): Promise<Questionnaire | null> {
      const { $push, $set } = pushEvents(event);
      const changed = await Questionnaires.findOneAndUpdate(
        { _id: id, courseId: scope.courseId, revision },
        { $set: { ...change, ...$set }, $inc: { revision: 1 }, $push },
        { returnDocument: 'after', projection: { events: 0 } },
      ).lean<QuestionnaireDocument>();
      return changed && toEntity(changed);
    },

    /** Keeps the items of a version that is about to be replaced; they are the same whoever keeps them. */
    async keepVersion(
      scope: CourseScope,
      questionnaireId: string,
      version: number,
      items: Item[],
    ): Promise<void> {
      await insertOnce(Versions, {
        _id: `${questionnaireId}/${version}`,
        courseId: scope.courseId,
        questionnaireId,
        version,
        items,
      });
    },

    async findVersions(
      scope: CourseScope,
      questionnaireId: string,
      versions: readonly number[],
    ): Promise<FormerVersion[]> {
      if (versions.length === 0) return [];
      const ids = versions.map((version) => `${questionnaireId}/${version}`);
      return Versions.find({ _id: { $in: ids }, courseId: scope.courseId }).lean<VersionDocument[]>();
    },

    async findVersion(
      scope: CourseScope,
      questionnaireId: string,
      version: number,
    ): Promise<FormerVersion | null> {
      return Versions.findOne({
        _id: `${questionnaireId}/${version}`,
        courseId: scope.courseId,
      }).lean<VersionDocument>();
    },
  };
}
