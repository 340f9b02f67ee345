import type { Mark } from './marking.domain.ts';

/**
 * What a mark says of the quality of a work, in percent; null when it says nothing of it: none is owed, or many works
 * were given nothing at once, whatever was in them.
 */
export function qualityOf(mark: Mark): number | null {
  if (mark.kind !== 'marked' || mark.maximum <= 0) return null;
  if (mark.bulk !== undefined && mark.points === 0) return null;
  return (mark.points / mark.maximum) * 100;
}
