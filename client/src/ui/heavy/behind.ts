/**
 * Behind which item of a column something comes that is put before or behind a target.
 *
 * @param target null: at the end
 * @returns null when it comes first
 */
export function behind(
  ids: readonly string[],
  moved: string,
  target: string | null,
  position: 'before' | 'after',
): string | null {
  const rest = ids.filter((id) => id !== moved);
  if (target === null) return rest.at(-1) ?? null;
  if (position === 'after') return target;
  const index = rest.indexOf(target);
  return index <= 0 ? null : (rest[index - 1] ?? null);
}
