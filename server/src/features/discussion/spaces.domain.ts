import type { Participant } from './discussion.domain.ts';

type SpacesDecision =
  | { readonly type: 'accept'; readonly groupIds: readonly (string | null)[] }
  | { readonly type: 'refuse'; readonly reason: 'NOT_FOUND' | 'NO_DISCUSSION_GROUP' };
const refuse = (reason: 'NOT_FOUND' | 'NO_DISCUSSION_GROUP') => ({ type: 'refuse', reason }) as const;

/**
 * In whose spaces a thread is started (spec/discussion.md, 1): a learner's in that of a group of their own, staff's in any
 * or in each.
 *
 * @param group undefined: the only one there is
 * @param all the groups of the set; null: the discussion has none
 */
export function decideSpaces(
  who: Pick<Participant, 'isStaff' | 'groupIds'>,
  group: string | undefined,
  all: readonly string[] | null,
): SpacesDecision {
  if (all === null) return group === undefined ? { type: 'accept', groupIds: [null] } : refuse('NOT_FOUND');
  const own = who.isStaff ? all : (who.groupIds ?? []);
  if (own.length === 0) return refuse('NO_DISCUSSION_GROUP');
  if (group === 'all' && who.isStaff) return { type: 'accept', groupIds: own };
  const only = group ?? (own.length === 1 ? own[0] : undefined);
  return only !== undefined && own.includes(only)
    ? { type: 'accept', groupIds: [only] }
    : refuse('NOT_FOUND');
}
