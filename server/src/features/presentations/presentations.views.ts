import { PresentationSlotView, PresentationsView } from '../../contracts/presentations.ts';
import type { Plan, Slot, SlotState } from './presentations.domain.ts';

interface Group {
  readonly groupId: string;
  readonly name: string | null;
}

interface Seen {
  readonly title: string;
  readonly plan: Plan;
  /** In the running order. */
  readonly slots: readonly (Slot & { readonly state: SlotState })[];
  readonly timer: PresentationsView['timer'];
  /** All groups of the project. */
  readonly groups: readonly Group[];
  /** Those that the caller is in. */
  readonly ownIds: readonly string[];
  readonly forStaff: boolean;
  readonly can: PresentationsView['can'];
}

/** One slot: the group by name. */
export const slotView = (
  { groupId, startsAt, slotId, minutes, place, state, revision }: Slot & { readonly state: SlotState },
  groupName: string | null,
  isOwn: boolean,
): PresentationSlotView =>
  PresentationSlotView.parse({
    slotId,
    startsAt: startsAt.toISOString(),
    minutes,
    place,
    state,
    group: groupId === undefined ? null : { groupId, name: groupName, isOwn },
    revision,
  });

/** For everybody in the project: groups by name, and nobody of them. */
export function presentationsView({ title, plan, slots, timer, groups, ownIds, forStaff, can }: Seen) {
  const { booking, criteria, peerReviewId, revision } = plan;
  const names = new Map(groups.map(({ groupId, name }) => [groupId, name]));
  const placed = new Set(slots.flatMap(({ groupId }) => groupId ?? []));
  return PresentationsView.parse({
    title,
    plan: { booking, criteria, peerReviewId },
    slots: slots.map((slot) => {
      const { groupId = '' } = slot;
      return slotView(slot, names.get(groupId) ?? null, ownIds.includes(groupId));
    }),
    timer,
    waiting: groups
      .filter(({ groupId }) => !placed.has(groupId) && (forStaff || ownIds.includes(groupId)))
      .map(({ groupId, name }) => ({ groupId, name })),
    revision,
    can,
  });
}
