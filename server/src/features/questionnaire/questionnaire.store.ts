import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { FormerVersion, Questionnaire } from './questionnaire.domain.ts';
import type { RowKey } from './row-keys.domain.ts';

/** Without a pool: nothing is drawn, or it was left out. */
type QuestionnaireDocument = Omit<Questionnaire, 'id' | 'pool' | 'seed'> &
  Partial<Pick<Questionnaire, 'pool' | 'seed'>> &
  Eventful & { _id: string };
type VersionDocument = Omit<FormerVersion, 'pool'> &
  Partial<Pick<FormerVersion, 'pool'>> & { _id: string; courseId: string };

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
    pool: Schema.Types.Mixed as never,
    seed: String,
    createdAt: { type: Date, required: true },
    createdBy: required,
    changedAt: Date,
    sharedAt: Date,
    shownComments: { type: [String], default: undefined } as never,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  .index({ courseId: 1, createdAt: -1, _id: 1 })
  .index({ courseId: 1, state: 1, createdAt: -1 });

const versionSchema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    questionnaireId: required,
    version: number,
    items: mixed,
    pool: Schema.Types.Mixed as never,
  },
  options,
).index({ courseId: 1, questionnaireId: 1, version: 1 });

const toEntity = ({
  _id,
  events,
  eventsSince,
  pool = [],
  seed = '',
  ...rest
}: QuestionnaireDocument): Questionnaire => ({
  id: _id,
  pool,
  seed,
  ...rest,
});

const toVersion = ({ questionnaireId, version, items, pool = [] }: VersionDocument): FormerVersion => ({
  questionnaireId,
  version,
  items,
  pool,
});

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
    const found = await Questionnaires.find(
      { ...filter, courseId: scope.courseId, ...older },
      {
        events: 0,
        // As large as a bank.
        pool: 0,
      },
    )
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
      change: Partial<
        Pick<Questionnaire, 'settings' | 'state' | 'version' | 'pool' | 'seed' | 'sharedAt' | 'shownComments'>
      >,
      event: DomainEvent,
    ): Promise<Questionnaire | null> {
      const { $push, $set } = pushEvents(event);
      const changed = await Questionnaires.findOneAndUpdate(
        { _id: id, courseId: scope.courseId, revision },
        { $set: { ...change, changedAt: event.at, ...$set }, $inc: { revision: 1 }, $push },
        { returnDocument: 'after', projection: { events: 0 } },
      ).lean<QuestionnaireDocument>();
      return changed && toEntity(changed);
    },

    /** Keeps the items of a version that is about to be replaced; they are the same whoever keeps them. */
    async keepVersion(
      scope: CourseScope,
      { questionnaireId, version, items, pool }: FormerVersion,
    ): Promise<void> {
      await insertOnce(Versions, {
        _id: `${questionnaireId}/${version}`,
        courseId: scope.courseId,
        questionnaireId,
        version,
        items,
        pool,
      });
    },

    async findVersions(
      scope: CourseScope,
      questionnaireId: string,
      versions: readonly number[],
    ): Promise<FormerVersion[]> {
      if (versions.length === 0) return [];
      const ids = versions.map((version) => `${questionnaireId}/${version}`);
      const found = await Versions.find({ _id: { $in: ids }, courseId: scope.courseId }).lean<
        VersionDocument[]
      >();
      return found.map(toVersion);
    },

    async findVersion(
      scope: CourseScope,
      questionnaireId: string,
      version: number,
    ): Promise<FormerVersion | null> {
      const found = await Versions.findOne({
        _id: `${questionnaireId}/${version}`,
        courseId: scope.courseId,
      }).lean<VersionDocument>();
      return found && toVersion(found);
    },
  };
}
