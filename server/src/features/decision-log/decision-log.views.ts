import { DecisionLogView } from '../../contracts/decision-log.ts';
import type { RoomView } from '../../contracts/group-room.ts';
import type { DecisionVersion } from './decision-log.domain.ts';

/** What a group has decided, for its members and for staff. @param names of everybody who is named in it */
export function decisionLogView(
  room: RoomView,
  decisions: readonly (readonly DecisionVersion[])[],
  names: ReadonlyMap<string, string | null>,
): DecisionLogView {
  const inside = new Set(room.members.map(({ memberId }) => memberId));
  return DecisionLogView.parse({
    room,
    items: decisions.map((versions) => ({
      decisionId: versions[0]?.decisionId,
      versions: versions.map(({ by, at, presentIds, ...version }) => ({
        ...version,
        by: names.get(by) ?? null,
        at: at.toISOString(),
        presentIds: presentIds.filter((id) => inside.has(id)),
        present: presentIds.map((id) => names.get(id) ?? null),
      })),
    })),
  });
}
