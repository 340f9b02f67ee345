/** How long before a date one is reminded of it. */
const REMIND_BEFORE_MS = 86_400_000;

/** When to remind of a date: a day before it, at the earliest halfway from when it was said. Null: it is over. */
export function remindAt(dueAt: Date, saidAt: Date): Date | null {
  const left = dueAt.getTime() - saidAt.getTime();
  return left <= 0 ? null : new Date(dueAt.getTime() - Math.min(REMIND_BEFORE_MS, left / 2));
}
