import { z } from 'zod';

/** Who has written something, as all who see it know them. */
export const AuthorView = z.object({
  /** Null: not to be known, or not known to the course. */
  name: z.string().nullable(),
  /** What they are called in this discussion as long as the name is not to be known. */
  alias: z.int().nullable(),
  isStaff: z.boolean(),
  isOwn: z.boolean(),
});
