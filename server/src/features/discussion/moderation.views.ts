import { ModerationActView } from '../../contracts/discussion-moderation.ts';
import type { ListedAct } from './moderation.domain.ts';

/** For staff. */
export const actView = (act: ListedAct, names: ReadonlyMap<string, string | null>): ModerationActView =>
  ModerationActView.parse({
    id: act.id,
    kind: act.kind,
    threadId: act.threadId,
    n: act.n,
    title: act.title,
    reason: act.after.reason,
    until: act.after.until?.toISOString() ?? null,
    byName: names.get(act.by) ?? null,
    at: act.at.toISOString(),
    undone: act.undone && { byName: names.get(act.undone.by) ?? null, at: act.undone.at.toISOString() },
  });
