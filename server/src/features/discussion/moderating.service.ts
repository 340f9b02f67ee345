import { createCarryMoves } from './carry-moves.service.ts';
import { createModerationService, type ModerationPorts } from './moderation.service.ts';
import { createModerationStore } from './moderation.store.ts';
import { createMoveActStore } from './move-acts.store.ts';
import { createMovesService, type MovesPorts } from './moves.service.ts';
import { createMoveStore } from './moves.store.ts';
import type { PostStore } from './posts.store.ts';
import type { ThreadStore } from './threads.store.ts';

interface Ports extends Omit<ModerationPorts, 'store' | 'moves' | 'threads'>, Pick<MovesPorts, 'request'> {
  readonly connection: Parameters<typeof createMoveStore>[0];
  readonly threads: ThreadStore;
  readonly posts: PostStore;
}

/** What staff do to threads and posts: marks that they leave, and posts that they move. */
export function createModerating({ connection, request, ...ports }: Ports) {
  const store = createModerationStore(connection);
  const acts = createMoveActStore(connection);
  const moveStore = createMoveStore(connection);
  const carry = createCarryMoves({ ...ports, store: moveStore, acts });
  const moves = createMovesService({ ...ports, acts, carry, request });
  return { moderation: createModerationService({ ...ports, store, moves }), moves, carry, moveStore };
}
