/** A work in the list that somebody goes through who marks. */
export interface Walked {
  readonly id: string;
  /** Whether it waits for somebody who marks it, and nobody has taken it. */
  readonly awaits: boolean;
  readonly share: { readonly isOwn: boolean } | null;
}

/**
 * The work that waits next after one, from the beginning again after the end: of the own share, else of nobody's, else
 * of anybody's; null: no other.
 */
export function nextToMark(items: readonly Walked[], after: string | null): string | null {
  const at = items.findIndex(({ id }) => id === after) + 1;
  const waiting = [...items.slice(at), ...items.slice(0, at)].filter((one) => one.id !== after && one.awaits);
  const found =
    waiting.find(({ share }) => share?.isOwn === true) ??
    waiting.find(({ share }) => share === null) ??
    waiting[0];
  return found?.id ?? null;
}

/** What stands before and after a work. */
export function neighboursOf(items: readonly Walked[], id: string) {
  const at = items.findIndex((one) => one.id === id);
  const idAt = (index: number): string | null => items[index]?.id ?? null;
  return at < 0 ? { previous: null, next: null } : { previous: idAt(at - 1), next: idAt(at + 1) };
}
