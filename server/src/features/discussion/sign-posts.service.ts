import type { Random } from '../../core/random.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AliasStore } from './aliases.store.ts';
import { waitsForApproval } from './approval.domain.ts';
import { drawAlias, promiseTo } from '../../core/name-promise.ts';
import type { Discussion, Post, Signed } from './discussion.domain.ts';

/** More tries than are needed by as many people as a course has. */
const ROUNDS = 60;

export type PostSigner = ReturnType<typeof createPostSigner>;

/**
 * Says by whom a post is, under what promise, what they are called where that hides their name, and whether it waits until
 * staff approve it.
 */
export function createPostSigner(aliases: AliasStore, random: Random) {
  /** The same for everything that somebody writes in a discussion; drawn when they first need one. */
  async function aliasOf({ scope, member }: Caller, activityId: string): Promise<number> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const known = await aliases.find(scope, activityId, member.id);
      if (known !== null) return known;
      const drawn = drawAlias(random(), round);
      if (await aliases.take(scope, activityId, member.id, drawn)) return drawn;
    }
    throw new Error(`no alias left in discussion ${activityId}`);
  }

  return async (caller: Caller, { id, settings }: Discussion): Promise<Signed & Pick<Post, 'unapproved'>> => {
    const who = { memberId: caller.member.id, isStaff: isStaff(caller.member.role) };
    const promise = promiseTo(settings.anonymity, who.isStaff);
    const alias = promise === 'none' ? null : await aliasOf(caller, id);
    return { authorId: who.memberId, promise, alias, unapproved: waitsForApproval(settings, who) };
  };
}
