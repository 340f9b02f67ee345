import { createCarryMoves } from './carry-moves.service.ts';
import { createHoldMembersService, type HoldMembersPorts } from './hold-members.service.ts';
import { createModerationService, type ModerationPorts } from './moderation.service.ts';
import { createModerationStore } from './moderation.store.ts';
import { createMoveActStore } from './move-acts.store.ts';
import { createMovesService, type MovesPorts } from './moves.service.ts';
import { createMoveStore } from './moves.store.ts';
import type { PostStore } from './posts.store.ts';
import type { ThreadStore } from './threads.store.ts';

interface Ports
  extends
    Omit<ModerationPorts, 'store' | 'moves' | 'holds' | 'threads'>,
    Pick<MovesPorts, 'request'>,
    Pick<HoldMembersPorts, 'activities'> {
  readonly connection: Parameters<typeof createMoveStore>[0];
  readonly threads: ThreadStore;
  readonly posts: PostStore;
}

/** What staff do: marks that they leave at threads and posts, posts that they move, people whose posts wait. */
export function createModerating({ connection, request, ...ports }: Ports) {
  const store = createModerationStore(connection);
  const acts = createMoveActStore(connection);
  const moveStore = createMoveStore(connection);
  const carry = createCarryMoves({ ...ports, store: moveStore, acts });
  const moves = createMovesService({ ...ports, acts, carry, request });
  const holds = createHoldMembersService({ ...ports, store });
  const moderation = createModerationService({ ...ports, store, moves, holds });
  return { moderation, moves, holds, carry, moveStore };
}
