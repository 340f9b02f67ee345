import type { Model, PipelineStage } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Eventful } from '../../platform/database/collection.ts';
import type { Comparison, KnownComparison } from './comparison.domain.ts';

export type ComparisonDocument = Omit<Comparison, 'id'> & Eventful & { _id: string };

export const toComparison = ({
  _id,
  events,
  eventsSince,
  ...rest
}: Omit<ComparisonDocument, 'events'> & Partial<Eventful>): Comparison => ({ id: _id, ...rest });

/** Those that are somebody's to make: not what staff have taken away. */
export const GIVEN = { takenAway: null } as const;

type Work = readonly { readonly promise?: KnownComparison['left']['promise'] }[];
type Row = readonly { readonly name: string | null }[];

/** What the stages leave in a document: at most one of each. */
interface LookedUp {
  readonly leftWork?: Work;
  readonly rightWork?: Work;
  readonly leftPerson?: Row;
  readonly rightPerson?: Row;
  readonly reviewer?: Row;
  readonly leftRow?: unknown;
  readonly rightRow?: unknown;
  readonly reviewerRow?: unknown;
}

const rowIdOf = (member: string) => ({ $concat: ['$activityId', '/', member] });
const lookup = (from: string, localField: string, as: string): PipelineStage => ({
  $lookup: { from, localField, foreignField: '_id', as },
});

/** All people's names come from their rows of the staff table, which follow the course. */
const PEOPLE: PipelineStage[] = [
  lookup('submissions', 'left.submissionId', 'leftWork'),
  lookup('submissions', 'right.submissionId', 'rightWork'),
  {
    $addFields: {
      leftRow: rowIdOf('$left.authorId'),
      rightRow: rowIdOf('$right.authorId'),
      reviewerRow: rowIdOf('$reviewerId'),
    },
  },
  lookup('progress', 'leftRow', 'leftPerson'),
  lookup('progress', 'rightRow', 'rightPerson'),
  lookup('progress', 'reviewerRow', 'reviewer'),
];

function toKnown(found: ComparisonDocument & LookedUp): KnownComparison {
  const { leftWork, rightWork, leftPerson, rightPerson, reviewer, leftRow, rightRow, reviewerRow, ...head } =
    found;
  const side = ({ group }: ComparisonDocument['left'], work: Work = [], row: Row = []) => ({
    promise: work[0]?.promise ?? ('nobodyKnows' as const),
    name: group ? group.name : (row[0]?.name ?? null),
  });
  return {
    comparison: toComparison(head),
    left: side(head.left, leftWork, leftPerson),
    right: side(head.right, rightWork, rightPerson),
    reviewerName: reviewer?.[0]?.name ?? null,
  };
}

/**
 * Comparisons with the names on all sides and what the authors were promised, each in one round trip: who may see which
 * name is for the domain to say.
 */
export function createKnownComparisons(Heads: Model<ComparisonDocument>) {
  const find = async (match: object): Promise<KnownComparison[]> =>
    (
      await Heads.aggregate<ComparisonDocument & LookedUp>([
        { $match: { ...match, ...GIVEN } },
        { $sort: { _id: 1 } },
        ...PEOPLE,
      ])
    ).map(toKnown);

  return {
    /** One comparison of this activity by this reviewer, or null: another's is none. */
    async findOwnKnown({ courseId }: CourseScope, activityId: string, id: string, reviewerId: string) {
      const [found] = await find({ _id: id, courseId, activityId, reviewerId });
      return found ?? null;
    },

    /** What a reviewer has to compare. */
    listKnownByReviewer: ({ courseId }: CourseScope, activityId: string, reviewerId: string) =>
      find({ courseId, activityId, reviewerId }),

    /** The submitted comparisons of an author's work. */
    listKnownByAuthor: ({ courseId }: CourseScope, activityId: string, authorId: string) =>
      find({ courseId, activityId, authorIds: authorId, state: 'submitted' }),
  };
}
