import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Answered, Sheet, SheetKey } from './questionnaire.domain.ts';

/** Without a round or an attempt: the only one. */
type AnsweredDocument = Omit<Answered, 'id' | 'round' | 'attempt' | 'drawn'> &
  Partial<Pick<Answered, 'round' | 'attempt' | 'drawn'>> & { _id: string; courseId: string };
/**
 * `questionnaireId/memberId`, from the second round on `questionnaireId/memberId/round`; without a number of times: once
 * when it is answered.
 */
type SheetDocument = Omit<Sheet, 'sent'> & Eventful & { _id: string; courseId: string; sent?: number };

const required = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, required: true } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const answerSchema = new Schema<AnsweredDocument>(
  {
    _id: required,
    courseId: required,
    questionnaireId: required,
    version: number,
    memberId: { type: String, default: null },
    submittedAt: { type: Date, default: null },
    day: required,
    batch: number,
    round: Number,
    attempt: Number,
    drawn: { type: [String], default: undefined } as never,
    groups: Schema.Types.Mixed as never,
    answers: mixed,
  },
  options,
)
  .index({ courseId: 1, questionnaireId: 1, version: 1, _id: 1 })
  .index({ courseId: 1, questionnaireId: 1, memberId: 1 });

const sheetSchema = new Schema<SheetDocument>(
  {
    _id: required,
    courseId: required,
    answers: mixed,
    revision: number,
    savedAt: { type: Date, default: null },
    key: { type: String, default: null },
    answered: { type: Boolean, required: true },
    sent: Number,
    groups: Schema.Types.Mixed as never,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, _id: 1 });

const toAnswered = ({
  _id,
  courseId,
  round = 1,
  attempt = 1,
  drawn = [],
  ...rest
}: AnsweredDocument): Answered => ({ id: _id, round, attempt, drawn, ...rest });
const toSheet = ({ answers, revision, savedAt, key, answered, sent, groups }: SheetDocument): Sheet => ({
  ...(groups && { groups }),
  answers,
  revision,
  savedAt,
  key,
  answered,
  sent: sent ?? (answered ? 1 : 0),
});
/** Sheets that this attempt was not sent of. */
const before = (attempt: number): object => (attempt === 1 ? { answered: false } : { sent: attempt - 1 });
const sheetId = ({ questionnaireId, memberId, round }: SheetKey): string =>
  `${questionnaireId}/${memberId}${round === 1 ? '' : `/${round}`}`;
/** Answers of a round: the first has no number where there is no other. */
const ofRound = (round: number): object => (round === 1 ? { round: { $not: { $gt: 1 } } } : { round });

/** More than any course has learners; a read of them all is one round trip. */
const ANSWERS_MAX = 20_000;

export type AnswerStore = ReturnType<typeof createAnswerStore>;

/**
 * Queries of `questionnaireSheets` (whose: drafts and who has answered) and `questionnaireAnswers` (what). Nothing in a
 * finished sheet leads to anonymous answers, and nothing in those to a sheet.
 */
export function createAnswerStore(connection: Connection) {
  const Sheets = defineCollection(connection, 'questionnaireSheets', sheetSchema, { events: true });
  const Sent = defineCollection(connection, 'questionnaireAnswers', answerSchema);

  const insertSheet = (scope: CourseScope, id: string, sheet: Sheet): Promise<boolean> =>
    insertOnce(Sheets, { _id: id, courseId: scope.courseId, ...sheet, events: [] });

  return {
    async findSheet(scope: CourseScope, key: SheetKey): Promise<Sheet | null> {
      const filter = { _id: sheetId(key), courseId: scope.courseId };
      const found = await Sheets.findOne(filter, { events: 0 }).lean<SheetDocument>();
      return found && toSheet(found);
    },

    /** A member's sheets, one of each questionnaire at most: by questionnaire. */
    async findSheets(scope: CourseScope, keys: readonly SheetKey[]): Promise<Map<string, Sheet>> {
      const filter = { courseId: scope.courseId, _id: { $in: keys.map(sheetId) } };
      const found = await Sheets.find(filter, { events: 0 }).lean<SheetDocument[]>();
      return new Map(found.map((sheet) => [sheet._id.split('/')[0] ?? '', toSheet(sheet)]));
    },

    /** Those of some members who have answered in a round. */
    async findAnswered(
      scope: CourseScope,
      questionnaireId: string,
      round: number,
      memberIds: readonly string[],
    ): Promise<string[]> {
      const byId = new Map(
        memberIds.map((memberId) => [sheetId({ questionnaireId, memberId, round }), memberId]),
      );
      const filter = { courseId: scope.courseId, _id: { $in: [...byId.keys()] }, answered: true };
      const found = await Sheets.find(filter, { _id: 1 }).lean<{ _id: string }[]>();
      return found.flatMap(({ _id }) => byId.get(_id) ?? []);
    },

    /** Saves the draft of an attempt if it is still at `revision` and was not sent. @returns false when it is not so. */
    async saveDraft(
      scope: CourseScope,
      sheetKey: SheetKey,
      attempt: number,
      { answers, groups }: Pick<Sheet, 'answers' | 'groups'>,
      revision: number,
      now: Date,
    ): Promise<boolean> {
      const _id = sheetId(sheetKey);
      const saved = { answers, revision: revision + 1, savedAt: now, ...(groups && { groups }) };
      const first = { ...saved, key: null, answered: false, sent: 0 };
      if (revision === 0 && (await insertSheet(scope, _id, first))) return true;
      const result = await Sheets.updateOne(
        { _id, courseId: scope.courseId, revision, ...before(attempt) },
        { $set: saved },
      );
      return result.modifiedCount === 1;
    },

    /** Gives the sheet a key for an attempt unless it has one. @returns the key; null when the attempt is sent. */
    async keySheet(
      scope: CourseScope,
      sheetKey: SheetKey,
      attempt: number,
      key: string,
    ): Promise<string | null> {
      const _id = sheetId(sheetKey);
      const fresh: Sheet = { answers: {}, revision: 0, savedAt: null, key, answered: false, sent: 0 };
      if (attempt === 1 && (await insertSheet(scope, _id, fresh))) return key;
      const filter = { _id, courseId: scope.courseId };
      await Sheets.updateOne({ ...filter, key: null, ...before(attempt) }, { $set: { key } });
      const found = await Sheets.findOne(filter, { events: 0 }).lean<SheetDocument>();
      return found && toSheet(found).sent < attempt ? found.key : null;
    },

    /**
     * Marks the sheet as answered, and takes from it what was answered.
     *
     * @param key that of the attempt; another one's sheet stays as it is.
     * @param event null where nobody may know when.
     */
    async closeSheet(
      scope: CourseScope,
      sheetKey: SheetKey,
      key: string,
      event: DomainEvent | null,
    ): Promise<void> {
      const { $push, $set } = event ? pushEvents(event) : { $push: null, $set: {} };
      await Sheets.updateOne(
        { _id: sheetId(sheetKey), courseId: scope.courseId, key },
        {
          $set: { answers: {}, savedAt: null, key: null, answered: true, ...$set },
          // A tab with the former draft must not save it as the next attempt's.
          $inc: { sent: 1, revision: 1 },
          // Each time those are asked about who are in the group then.
          $unset: { groups: 1 },
          ...($push && { $push }),
        },
      );
    },

    /** Keeps sent answers; the same ones again change nothing. */
    async insertAnswers(scope: CourseScope, { id, ...answered }: Answered): Promise<void> {
      await insertOnce(Sent, { _id: id, courseId: scope.courseId, ...answered });
    },

    async countAnswers(
      scope: CourseScope,
      questionnaireId: string,
      version: number,
      round: number,
    ): Promise<number> {
      return Sent.countDocuments({ courseId: scope.courseId, questionnaireId, version, ...ofRound(round) });
    },

    /** How many have answered, by questionnaire. */
    async countAnswersOf(
      scope: CourseScope,
      questionnaireIds: readonly string[],
    ): Promise<Map<string, number>> {
      if (questionnaireIds.length === 0) return new Map();
      const found = await Sent.aggregate<{ _id: string; count: number }>([
        {
          $match: {
            courseId: scope.courseId,
            questionnaireId: { $in: [...questionnaireIds] },
            // Further attempts are no further people.
            attempt: { $not: { $gt: 1 } },
          },
        },
        { $group: { _id: '$questionnaireId', count: { $sum: 1 } } },
      ]);
      return new Map(found.map(({ _id, count }) => [_id, count]));
    },

    /** What a member has sent in a round, in order. */
    async listOf(scope: CourseScope, { questionnaireId, memberId, round }: SheetKey): Promise<Answered[]> {
      const filter = { courseId: scope.courseId, questionnaireId, memberId, ...ofRound(round) };
      const found = await Sent.find(filter).lean<AnsweredDocument[]>();
      return found.map(toAnswered).sort((a, b) => a.attempt - b.attempt);
    },

    /** Every answer of a questionnaire, of all versions. @param groupIds of what is about people of some groups alone */
    async listAll(
      scope: CourseScope,
      questionnaireId: string,
      groupIds?: readonly string[],
    ): Promise<Answered[]> {
      const ofGroups = groupIds && { 'groups.groupId': { $in: groupIds } };
      const found = await Sent.find({ courseId: scope.courseId, questionnaireId, ...ofGroups })
        .sort({ version: 1, _id: 1 })
        .limit(ANSWERS_MAX)
        .batchSize(ANSWERS_MAX)
        .lean<AnsweredDocument[]>();
      return found.map(toAnswered);
    },

    /** The page of a version's answers after the one with the id `after`. */
    async list(
      scope: CourseScope,
      questionnaireId: string,
      version: number,
      after: string | undefined,
      limit: number,
    ): Promise<Answered[]> {
      const found = await Sent.find({
        courseId: scope.courseId,
        questionnaireId,
        version,
        ...(after !== undefined && { _id: { $gt: after } }),
      })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<AnsweredDocument[]>();
      return found.map(toAnswered);
    },
  };
}
