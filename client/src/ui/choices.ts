/** One of several things to choose from. */
export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly text: string;
  /** What it means, in a few words. */
  readonly hint?: string;
}

/** The set with one id put in or taken out. */
export function toggled<Id extends string>(
  ids: readonly Id[],
  id: Id,
  isIn: boolean,
  order: readonly Choice<Id>[],
): Id[] {
  const next = new Set(isIn ? [...ids, id] : ids.filter((other) => other !== id));
  return order.map((choice) => choice.id).filter((candidate) => next.has(candidate));
}
