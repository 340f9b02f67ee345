import type { Anonymity } from '../../contracts/anonymity.ts';
import type { Choice, Side } from '../../contracts/peer-review-comparative.ts';
import { type RichText, sameRichText } from '../../contracts/plain-text.ts';
import { type JudgedCriterion, weightOf } from '../../contracts/rubric-rules.ts';
import { type AuthorGroup, authorsOf, type ReviewState, type Submission } from './peer-review.domain.ts';

/** One of the two works of a comparison. */
export interface WorkInPair {
  readonly submissionId: string;
  /** The version of the work that is compared. */
  readonly submissionVersion: number;
  readonly authorId: string;
  /** Whose work it is, where groups hand in. */
  readonly group?: AuthorGroup;
  /** Stands for the author before the reviewer: "A", "B", … */
  readonly workLabel: string;
  /** Stands for the reviewer before the author: "1", "2", … */
  readonly reviewerLabel: string;
}

/** "This reviewer says which of these two works is better", and what has come of it. */
export interface Comparison {
  readonly id: string;
  readonly courseId: string;
  readonly activityId: string;
  readonly reviewerId: string;
  readonly left: WorkInPair;
  readonly right: WorkInPair;
  /** Everybody's whose works they are, to find a work's comparisons by. */
  readonly authorIds: readonly string[];
  /** Came on top of what everybody has to do: welcome, but missing it lowers no grade. */
  readonly extra: boolean;
  readonly state: ReviewState;
  /** 0 while nothing was submitted. */
  readonly version: number;
  /** What its reviewer was promised: the strictest of all versions. */
  readonly promise?: Anonymity;
  /** How far the left work was chosen over all criteria, from 0 to 1; null while nothing was submitted. */
  readonly share: number | null;
  readonly choices: readonly Choice[];
  /** Staff have taken it away before it had begun; absent: it is given. */
  readonly takenAway?: true;
}

/** A comparison with the names on all sides, and what the authors were promised. */
export interface KnownComparison {
  readonly comparison: Comparison;
  readonly left: KnownAuthor;
  readonly right: KnownAuthor;
  readonly reviewerName: string | null;
}

interface KnownAuthor {
  readonly promise: Anonymity;
  readonly name: string | null;
}

/** What a reviewer says of two works. */
export interface ComparisonContent {
  readonly choices: readonly Choice[];
  /** To each author of the own work. */
  readonly leftComment: RichText;
  readonly rightComment: RichText;
}

export interface ComparisonVersion extends ComparisonContent {
  readonly comparisonId: string;
  readonly version: number;
  readonly promise: Anonymity;
  readonly share: number;
  readonly at: Date;
}

/** A submitted comparison as strengths are made of it. */
export interface JudgedPair {
  readonly id: string;
  readonly reviewerId: string;
  readonly leftAuthorId: string;
  readonly rightAuthorId: string;
  readonly share: number;
  readonly choices: readonly Choice[];
}

/** A comparison that somebody is to make. */
export const newComparison = (
  id: string,
  reviewerId: string,
  sides: Readonly<Record<Side, Pick<WorkInPair, 'workLabel' | 'reviewerLabel'>>>,
  works: Readonly<Record<Side, Submission>>,
  extra: boolean,
): Comparison => ({
  id,
  courseId: works.left.courseId,
  activityId: works.left.activityId,
  reviewerId,
  left: inPair(works.left, sides.left),
  right: inPair(works.right, sides.right),
  authorIds: [...authorsOf(works.left), ...authorsOf(works.right)],
  extra,
  state: 'toDo',
  version: 0,
  share: null,
  choices: [],
});

const inPair = (
  { id, version, authorId, group }: Submission,
  labels: Pick<WorkInPair, 'workLabel' | 'reviewerLabel'>,
): WorkInPair => ({
  submissionId: id,
  submissionVersion: version,
  authorId,
  ...(group && { group }),
  ...labels,
});

/** The criteria by which works are compared: a comment alone says nothing of which is better. */
export const comparedCriteria = <One extends JudgedCriterion>(criteria: readonly One[]): One[] =>
  criteria.filter((criterion) => weightOf(criterion) > 0);

/** How far the left work was chosen, each criterion by what it counts. */
export function shareOf(criteria: readonly JudgedCriterion[], choices: readonly Choice[]): number {
  const chosen = new Map(choices.map(({ criterionId, better }) => [criterionId, better]));
  let left = 0;
  let all = 0;
  for (const criterion of comparedCriteria(criteria)) {
    const weight = weightOf(criterion);
    all += weight;
    if (chosen.get(criterion.id) === 'left') left += weight;
  }
  return left / all;
}

/** Which side of a comparison the work is on that somebody has a part in. */
export const sideOf = ({ left }: Pick<Comparison, 'left'>, memberId: string): Side =>
  authorsOf(left).includes(memberId) ? 'left' : 'right';

const sameChoices = (a: readonly Choice[], b: readonly Choice[]): boolean =>
  a.length === b.length &&
  a.every((one) =>
    b.some(({ criterionId, better }) => criterionId === one.criterionId && better === one.better),
  );

/** Whether two say the same, in whatever order the choices come. */
export const sameComparison = (a: ComparisonContent, b: ComparisonContent): boolean =>
  sameChoices(a.choices, b.choices) &&
  sameRichText(a.leftComment, b.leftComment) &&
  sameRichText(a.rightComment, b.rightComment);
