import { endsAt, type Plan, type Slot } from './presentations.domain.ts';

interface Facts {
  readonly booking: Plan['booking'];
  readonly slots: readonly Slot[];
  readonly groups: readonly { readonly groupId: string; readonly memberIds: readonly string[] }[];
}

interface Wait {
  readonly id: string;
  readonly code: 'BOOK_PRESENTATION' | 'PRESENTATION';
  readonly groupId: string;
  readonly memberIds: readonly string[];
  readonly answerBy: Date | null;
  readonly until: Date;
}

/**
 * What presentations ask of groups: to be there, and where groups book, to book before the last slot begins. A group
 * for which no slot is left has that matter too: whoever opens it sees so, and tells staff.
 */
export function waitsOf({ booking, slots, groups }: Facts, now: Date): Wait[] {
  const starts = slots.map(({ startsAt }) => startsAt).filter((at) => at > now);
  const lastStart = starts.length === 0 ? null : new Date(Math.max(...starts.map((at) => at.getTime())));
  return groups.flatMap(({ groupId, memberIds }): Wait[] => {
    const own = slots.find((slot) => slot.groupId === groupId);
    const of = { groupId, memberIds };
    if (own) {
      const until = endsAt(own);
      if (until <= now) return [];
      return [{ ...of, id: own.slotId, code: 'PRESENTATION', answerBy: own.startsAt, until }];
    }
    if (booking === 'staff' || lastStart === null) return [];
    return [{ ...of, id: `${groupId}/book`, code: 'BOOK_PRESENTATION', answerBy: null, until: lastStart }];
  });
}
