import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { containing } from '../../core/pattern.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { BankItem, PoolItem } from './question-bank.domain.ts';
import type { RowKey } from './row-keys.domain.ts';

interface BankDocument extends Omit<BankItem, 'id'> {
  readonly _id: string;
  readonly courseId: string;
  /** What is searched. */
  readonly text: string;
}

const required = { type: String, required: true };
const schema = new Schema<BankDocument>(
  {
    _id: required,
    courseId: required,
    item: { type: Schema.Types.Mixed, required: true } as never,
    tags: { type: [String], required: true },
    text: required,
    revision: { type: Number, required: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ courseId: 1, createdAt: -1, _id: 1 })
  .index({ courseId: 1, tags: 1, createdAt: -1 });

const toEntity = ({ _id: id, item, tags, revision, createdAt }: BankDocument): BankItem => ({
  id,
  item,
  tags,
  revision,
  createdAt,
});

/** What is searched of a question: its words, those of its options, and its tags. */
const textOf = ({ item, tags }: PoolItem): string => {
  const options = 'options' in item ? item.options.map(({ text }) => text) : [];
  return [item.text, item.hint, ...options, ...tags].join('\n');
};

export interface BankFilter {
  readonly search: string | undefined;
  readonly tag: string | undefined;
}

export type QuestionBankStore = ReturnType<typeof createQuestionBankStore>;

/** Queries of `questionBank`: the questions that a course keeps to use again. */
export function createQuestionBankStore(connection: Connection) {
  const Bank = defineCollection(connection, 'questionBank', schema);

  return {
    /** Newest first. @param before the last row of the page before. */
    async list(
      scope: CourseScope,
      { search, tag }: BankFilter,
      before: RowKey | null,
      limit: number,
    ): Promise<BankItem[]> {
      const found = await Bank.find({
        courseId: scope.courseId,
        ...(tag !== undefined && { tags: tag }),
        ...(search && { text: containing(search) }),
        ...(before && {
          $or: [
            { createdAt: { $lt: before.createdAt } },
            { createdAt: before.createdAt, _id: { $gt: before.id } },
          ],
        }),
      })
        .sort({ createdAt: -1, _id: 1 })
        .limit(limit)
        .lean<BankDocument[]>();
      return found.map(toEntity);
    },

    /** How many questions have each tag, in the order of the alphabet. */
    async countTags(scope: CourseScope): Promise<{ tag: string; count: number }[]> {
      const found = await Bank.aggregate<{ _id: string; count: number }>([
        { $match: { courseId: scope.courseId } },
        { $unwind: '$tags' },
        { $group: { _id: '$tags', count: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ]);
      return found.map(({ _id: tag, count }) => ({ tag, count }));
    },

    count: (scope: CourseScope): Promise<number> => Bank.countDocuments({ courseId: scope.courseId }),

    /** Every question that has one of these tags. */
    async listTagged(scope: CourseScope, tags: readonly string[]): Promise<PoolItem[]> {
      if (tags.length === 0) return [];
      const found = await Bank.find({ courseId: scope.courseId, tags: { $in: [...tags] } }).lean<
        BankDocument[]
      >();
      return found.map(({ item, tags: own }) => ({ item, tags: own }));
    },

    async find(scope: CourseScope, id: string): Promise<BankItem | null> {
      const found = await Bank.findOne({ _id: id, courseId: scope.courseId }).lean<BankDocument>();
      return found && toEntity(found);
    },

    /** @returns false when the id is taken, here or in another course. */
    insert(scope: CourseScope, { id, ...bankItem }: BankItem): Promise<boolean> {
      return insertOnce(Bank, { _id: id, courseId: scope.courseId, ...bankItem, text: textOf(bankItem) });
    },

    /** Changes what is still at `revision`. @returns what it is now, or null when another save was faster. */
    async change(
      scope: CourseScope,
      id: string,
      revision: number,
      { item, tags }: PoolItem,
    ): Promise<BankItem | null> {
      const changed = await Bank.findOneAndUpdate(
        { _id: id, courseId: scope.courseId, revision },
        { $set: { item, tags, text: textOf({ item, tags }) }, $inc: { revision: 1 } },
        { returnDocument: 'after' },
      ).lean<BankDocument>();
      return changed && toEntity(changed);
    },

    async remove(scope: CourseScope, id: string): Promise<void> {
      await Bank.deleteOne({ _id: id, courseId: scope.courseId });
    },
  };
}
