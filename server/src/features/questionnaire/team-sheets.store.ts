import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { TeamSheet } from './team.domain.ts';

/** `_id`: `questionnaireId/groupId`. */
type TeamSheetDocument = TeamSheet & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<TeamSheetDocument>(
  {
    _id: required,
    courseId: required,
    questionnaireId: required,
    groupId: required,
    name: { type: String, default: null },
    version: { type: Number, required: true },
    answers: { type: Schema.Types.Mixed, required: true } as never,
    revision: { type: Number, required: true },
    savedAt: { type: Date, default: null },
    savedBy: { type: String, default: null },
    sentAt: { type: Date, default: null },
    sentBy: { type: String, default: null },
    memberIds: { type: [String], required: true } as never,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ courseId: 1, questionnaireId: 1, groupId: 1 })
  .index({ courseId: 1, questionnaireId: 1, memberIds: 1 });

const toSheet = ({ _id, courseId, events, eventsSince, ...sheet }: TeamSheetDocument): TeamSheet => sheet;

/** More groups than any course has. */
const GROUPS_MAX = 10_000;

export type TeamSheetStore = ReturnType<typeof createTeamSheetStore>;

/** Queries of `questionnaireTeamSheets`: what groups answer together. */
export function createTeamSheetStore(connection: Connection) {
  const Sheets = defineCollection(connection, 'questionnaireTeamSheets', schema, { events: true });

  return {
    async find(scope: CourseScope, questionnaireId: string, groupId: string): Promise<TeamSheet | null> {
      const filter = { courseId: scope.courseId, questionnaireId, groupId };
      const found = await Sheets.findOne(filter, { events: 0 }).lean<TeamSheetDocument>();
      return found && toSheet(found);
    },

    /** What was sent while a member was in the group. */
    async findSentOf(
      scope: CourseScope,
      questionnaireId: string,
      memberId: string,
    ): Promise<TeamSheet | null> {
      const filter = { courseId: scope.courseId, questionnaireId, memberIds: memberId };
      const found = await Sheets.findOne(filter, { events: 0 }).lean<TeamSheetDocument>();
      return found && toSheet(found);
    },

    /** All that was sent. */
    async listSent(scope: CourseScope, questionnaireId: string): Promise<TeamSheet[]> {
      const found = await Sheets.find({ courseId: scope.courseId, questionnaireId }, { events: 0 })
        .limit(GROUPS_MAX)
        .batchSize(GROUPS_MAX)
        .lean<TeamSheetDocument[]>();
      return found.filter(({ sentAt }) => sentAt !== null).map(toSheet);
    },

    /**
     * Puts a sheet over the one before it, which has one revision less and was not sent.
     *
     * @param event of one that is sent. @returns false when somebody else was faster
     */
    async save(scope: CourseScope, sheet: TeamSheet, event: DomainEvent | null): Promise<boolean> {
      const _id = `${sheet.questionnaireId}/${sheet.groupId}`;
      const before = sheet.revision - 1;
      if (before === 0) {
        const events = event ? { events: [event], eventsSince: event.at } : { events: [] };
        return insertOnce(Sheets, { _id, courseId: scope.courseId, ...sheet, ...events });
      }
      const { $push, $set } = event ? pushEvents(event) : { $push: null, $set: {} };
      const result = await Sheets.updateOne(
        { _id, courseId: scope.courseId, revision: before, sentAt: null },
        { $set: { ...sheet, ...$set }, ...($push && { $push }) },
      );
      return result.modifiedCount === 1;
    },
  };
}
