import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { SetChanges } from './change-set.service.ts';
import type { CourseStore } from './course.store.ts';
import type { GroupStore } from './groups.store.ts';
import { countsAsLearner } from './member.domain.ts';
import type { MembershipStore } from './memberships.store.ts';
import { changed, isOwn } from './own-sets.domain.ts';
import type { By } from './place-members.service.ts';

interface Ports {
  readonly store: Pick<CourseStore, 'findScope' | 'findMembers'>;
  readonly groups: Pick<GroupStore, 'listSets'>;
  readonly memberships: Pick<MembershipStore, 'listOpenOfMembersIn'>;
  readonly changes: Pick<SetChanges, 'changeAsItIs'>;
}

const BY: By = { actor: { kind: 'system', job: 'course.leavers' }, requestId: null };
const STANDING = ['status', 'role', 'readOnly', 'testUser'];

/**
 * Whoever is none of the learners any more keeps no seat, and no place in a line, where learners choose their groups by
 * themselves: others want it. In sets that staff fill it is staff who take people out.
 */
export function createLeaverService({ store, groups, memberships, changes }: Ports) {
  async function takeOut(scope: CourseScope, memberIds: readonly string[]): Promise<void> {
    const members = await store.findMembers(scope, memberIds);
    const gone = members.filter((member) => !countsAsLearner(member)).map(({ id }) => id);
    if (gone.length === 0) return;
    const sets = (await groups.listSets(scope)).filter(isOwn);
    for (const { id, own } of sets.filter(({ own: { status } }) => status === 'active')) {
      if (own.signUp === null) continue;
      await changes.changeAsItIs(scope, id, BY, async (set) => {
        const open = await memberships.listOpenOfMembersIn(scope, id, gone);
        const waiting = set.own.waiting.filter(({ memberId }) => !gone.includes(memberId));
        if (open.length === 0 && waiting.length === set.own.waiting.length) return null;
        const moves = open.map(({ memberId }) => ({ memberId, groupId: null }));
        return changed({ moves, waiting }, set, { left: gone.length });
      });
    }
  }

  return {
    /** Reads the facts anew, so it does not matter how often and in which order events come. */
    async consume(events: readonly DomainEvent[]): Promise<void> {
      const concerned = new Map<string, Set<string>>();
      for (const { type, courseId, subject, data } of events) {
        const after = (data['after'] ?? {}) as Record<string, unknown>;
        if (type !== 'member.changed' || !STANDING.some((field) => field in after)) continue;
        concerned.set(courseId, (concerned.get(courseId) ?? new Set()).add(subject.id));
      }
      for (const [courseId, memberIds] of concerned) {
        const scope = await store.findScope(courseId);
        if (scope) await takeOut(scope, [...memberIds]);
      }
    },
  };
}
