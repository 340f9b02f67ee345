/** What other dates do to learners, in activities of all types (activity.md item 1). */
import { z } from 'zod';
import { Timestamp } from './endpoint.ts';

const count = z.int().min(0);

/** Learners for whom dates stay as they are: how many, and the first of them by name. */
export const Keeping = z.object({ count, names: z.array(z.string().nullable()) });

/** A step of an activity that ends at another time, for how many learners, and who keeps a date of their own. */
export const DateEffect = z.object({
  code: z.literal('dateChanged'),
  /** Its key, and its title where it has one. */
  step: z.string(),
  title: z.string().nullable(),
  /** When it ends for everybody; null: there is no such step any more. */
  at: Timestamp.nullable(),
  isOver: z.boolean(),
  learners: count,
  keeping: Keeping,
});
export type DateEffect = z.output<typeof DateEffect>;
