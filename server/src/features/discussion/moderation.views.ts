import { ModerationActView } from '../../contracts/discussion-moderation.ts';
import type { ListedAct } from './moderation.domain.ts';
import type { MoveWork } from './move-work.domain.ts';

/** How many posts are to go; null once all have. */
const progressOf = ({ state, total, moved }: MoveWork) => ({ left: state === 'done' ? null : total - moved });

/** For staff. */
export const actView = (act: ListedAct, names: ReadonlyMap<string, string | null>): ModerationActView =>
  ModerationActView.parse({
    id: act.id,
    kind: act.kind,
    threadId: act.threadId,
    n: act.n,
    title: act.title,
    member: act.memberId === null ? null : { name: names.get(act.memberId) ?? null },
    move: act.work && {
      to: act.work.to,
      title: act.toTitle,
      ...progressOf(act.back ?? act.work),
    },
    reason: act.after.reason,
    until: act.after.until?.toISOString() ?? null,
    byName: names.get(act.by) ?? null,
    at: act.at.toISOString(),
    undone: act.undone && { byName: names.get(act.undone.by) ?? null, at: act.undone.at.toISOString() },
  });
