import { Schema } from 'mongoose';
import type { ProgressCounts } from './peer-review.domain.ts';

/** Counts over the rows of a staff table. */
export interface CountsDocument {
  /** The activity's id. */
  _id: string;
  courseId: string;
  counts: ProgressCounts;
  revision: number;
}

export const countsSchema = new Schema<CountsDocument>(
  {
    _id: { type: String, required: true },
    courseId: { type: String, required: true },
    counts: { type: Schema.Types.Mixed, required: true } as never,
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
);

export const NO_COUNTS: ProgressCounts = {
  learners: 0,
  submissions: 0,
  reviewsDone: 0,
  reviewsAllocated: 0,
  gradable: 0,
};

/** Kept under the activity's id: so they come along with the activity in one round trip. */
export const COUNTS = {
  from: 'progressCounts',
  read: (kept: object | null): ProgressCounts => (kept as CountsDocument | null)?.counts ?? NO_COUNTS,
};
