import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { AttemptResult, Example, ExampleAttempt, PassDecision } from './calibration.domain.ts';

type ExampleDocument = Omit<Example, 'id'> & Eventful & { _id: string; removed: boolean };
/** `_id`: example/member/n. */
type AttemptDocument = ExampleAttempt & Eventful & { _id: string; courseId: string; kind: 'attempt' };
/** `_id`: pass/activity/member. */
type PassDocument = PassDecision & Eventful & { _id: string; courseId: string; kind: 'pass' };
type RecordDocument = AttemptDocument | PassDocument;

const required = { type: String, required: true };
const count = { type: Number, required: true };
const date = { type: Date, required: true };
const mixed = { type: Schema.Types.Mixed, required: true } as never;
const list = { type: [Schema.Types.Mixed] as never, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;
const eventful = { events: list, eventsSince: Date };

const exampleSchema = new Schema<ExampleDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    title: required,
    text: mixed,
    files: list,
    ratings: list,
    comment: mixed,
    inline: { type: Schema.Types.Mixed } as never,
    revision: count,
    removed: { type: Boolean, required: true },
    createdAt: date,
    savedAt: date,
    ...eventful,
  },
  options,
).index({ courseId: 1, activityId: 1, createdAt: 1 });

/** Attempts and decisions of one activity beside each other: whoever wants to know where somebody stands reads both. */
const recordSchema = new Schema<RecordDocument>(
  {
    _id: required,
    kind: { type: String, enum: ['attempt', 'pass'], required: true },
    courseId: required,
    activityId: required,
    memberId: required,
    at: date,
    // Of an attempt
    exampleId: String,
    n: Number,
    ratings: { type: Schema.Types.Mixed } as never,
    comment: { type: Schema.Types.Mixed } as never,
    inline: { type: Schema.Types.Mixed } as never,
    staff: { type: Schema.Types.Mixed } as never,
    agreement: Number,
    // Of a decision
    passes: Boolean,
    reason: String,
    byId: String,
    revision: Number,
    ...eventful,
  },
  options,
).index({ courseId: 1, activityId: 1, memberId: 1 });

const HIDDEN = { events: 0, eventsSince: 0 } as const;
const toExample = ({ _id, removed, events, eventsSince, ...rest }: ExampleDocument): Example => ({
  id: _id,
  ...rest,
});
const toAttempt = ({ _id, kind, courseId, events, eventsSince, ...rest }: AttemptDocument): ExampleAttempt =>
  rest;
const toPass = ({ _id, kind, courseId, events, eventsSince, ...rest }: PassDocument): PassDecision => rest;
const firstOf = (event: DomainEvent) => ({ events: [event], eventsSince: event.at });

export type CalibrationStore = ReturnType<typeof createCalibrationStore>;

/** Queries of `exampleWorks` and `calibrationRecords`. */
export function createCalibrationStore(connection: Connection) {
  const Examples = defineCollection(connection, 'exampleWorks', exampleSchema, { events: true });
  const Records = defineCollection(connection, 'calibrationRecords', recordSchema, { events: true });

  return {
    /** All of an activity, in the order in which they were added; few, since there is a limit. */
    async listExamples({ courseId }: CourseScope, activityId: string): Promise<Example[]> {
      const found = await Examples.find({ courseId, activityId, removed: false }, HIDDEN)
        .sort({ createdAt: 1 })
        .lean<ExampleDocument[]>();
      return found.map(toExample);
    },

    async findExample(
      { courseId }: CourseScope,
      activityId: string,
      exampleId: string,
    ): Promise<Example | null> {
      const found = await Examples.findOne(
        { _id: exampleId, courseId, activityId, removed: false },
        HIDDEN,
      ).lean<ExampleDocument>();
      return found && toExample(found);
    },

    /** Writes the example over its revision before, or as a new one. @returns false when somebody was faster */
    async saveExample(scope: CourseScope, example: Example, event: DomainEvent): Promise<boolean> {
      const { id, revision, createdAt, activityId, courseId: _courseId, ...content } = example;
      const { courseId } = scope;
      if (revision === 1) {
        const fields = { ...content, activityId, courseId, createdAt, revision, removed: false };
        return insertOnce(Examples, { _id: id, ...fields, ...firstOf(event) });
      }
      const { $push, $set } = pushEvents(event);
      const result = await Examples.updateOne(
        { _id: id, courseId, activityId, revision: revision - 1, removed: false },
        { $set: { ...content, revision, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** @returns false when it was taken away already, or never was there */
    async removeExample(
      { courseId }: CourseScope,
      activityId: string,
      exampleId: string,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const result = await Examples.updateOne(
        { _id: exampleId, courseId, activityId, removed: false },
        { $set: { removed: true, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** @returns false when this attempt was made already. */
    insertAttempt(scope: CourseScope, attempt: ExampleAttempt, event: DomainEvent): Promise<boolean> {
      const _id = `${attempt.exampleId}/${attempt.memberId}/${attempt.n}`;
      const { courseId } = scope;
      return insertOnce(Records, { _id, kind: 'attempt', courseId, ...attempt, ...firstOf(event) });
    },

    /** What came of all attempts of some members, and what staff decided about them. */
    async listRecords(
      { courseId }: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<{ results: AttemptResult[]; passes: PassDecision[] }> {
      const found = await Records.find(
        { courseId, activityId, memberId: { $in: memberIds } },
        { ...HIDDEN, ratings: 0, comment: 0, inline: 0, staff: 0 },
      ).lean<RecordDocument[]>();
      return {
        results: found.flatMap((one) =>
          one.kind === 'attempt'
            ? [{ exampleId: one.exampleId, memberId: one.memberId, n: one.n, agreement: one.agreement }]
            : [],
        ),
        passes: found.flatMap((one) => (one.kind === 'pass' ? [toPass(one)] : [])),
      };
    },

    async findLastAttempt(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
      exampleId: string,
    ): Promise<ExampleAttempt | null> {
      const found = await Records.findOne({ courseId, activityId, memberId, exampleId }, HIDDEN)
        .sort({ n: -1 })
        .lean<AttemptDocument>();
      return found && toAttempt(found);
    },

    /** Writes the decision over the one before. @returns false when somebody was faster */
    async savePass({ courseId }: CourseScope, decision: PassDecision, event: DomainEvent): Promise<boolean> {
      const _id = `pass/${decision.activityId}/${decision.memberId}`;
      if (decision.revision === 1)
        return insertOnce(Records, { _id, kind: 'pass', courseId, ...decision, ...firstOf(event) });
      const { passes, reason, byId, at, revision } = decision;
      const { $push, $set } = pushEvents(event);
      const result = await Records.updateOne(
        { _id, courseId, revision: revision - 1 },
        { $set: { passes, reason, byId, at, revision, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },
  };
}
