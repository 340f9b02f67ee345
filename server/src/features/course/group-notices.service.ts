import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import type { GroupStore } from './groups.store.ts';
import type { MembershipStore } from './memberships.store.ts';
import { isOwn } from './own-sets.domain.ts';

const KINDS = ['groupPlaced', 'groupLeft', 'groupSeat'] as const;
type Kind = (typeof KINDS)[number];

/** A stay that has begun or ended. */
interface Stay {
  readonly event: DomainEvent;
  readonly setId: string;
  readonly memberId: string;
  readonly seated: boolean;
}

/** Those of some events that tell somebody of their group what they have not done themselves. */
const staysIn = (events: readonly DomainEvent[]): Stay[] =>
  events.flatMap((event) => {
    const { setId, memberId, seated = false } = event.data as Partial<Stay>;
    if (event.subject.kind !== 'membership' || setId === undefined || memberId === undefined) return [];
    const { actor } = event;
    const byOther = actor.kind === 'member' && actor.memberId !== memberId;
    return seated || byOther ? [{ event, setId, memberId, seated }] : [];
  });

/**
 * Tells learners in which group of a set that is made here they are by what others did: staff have moved them, or a seat
 * became free that they waited for. Of its own groups the LMS tells. A source of notices in words of its own, since
 * notices know the course; it asks for no task.
 */
export function createGroupNotices(
  groups: Pick<GroupStore, 'findSet' | 'findGroups'>,
  memberships: Pick<MembershipStore, 'listOpenOfMembersIn'>,
) {
  async function readSet(scope: CourseScope, setId: string, stays: readonly Stay[]) {
    const people = [...new Set(stays.map(({ memberId }) => memberId))];
    const [set, open] = await Promise.all([
      groups.findSet(scope, setId),
      memberships.listOpenOfMembersIn(scope, setId, people),
    ]);
    if (!isOwn(set)) return [];
    const names = new Map(
      (await groups.findGroups(scope, [...new Set(open.map(({ groupId }) => groupId))])).map(
        ({ id, name }) => [id, name],
      ),
    );
    const groupNow = new Map(open.map(({ memberId, groupId }) => [memberId, groupId]));
    const told = stays.flatMap((stay) => {
      const groupId = groupNow.get(stay.memberId) ?? null;
      const { type, requestId, id, data } = stay.event;
      // Who has moved on since is told by what moved them.
      if (type === 'membership.opened' ? data['groupId'] !== groupId : groupId !== null) return [];
      const kind: Kind = groupId === null ? 'groupLeft' : stay.seated ? 'groupSeat' : 'groupPlaced';
      // What one request did to a group is one matter, in whichever parts its events come.
      return [{ ...stay, kind, groupId, key: `${kind}/${groupId ?? setId}/${requestId ?? id}` }];
    });
    return [...groupBy(told, ({ key }) => key)].flatMap(([key, same]) => {
      const [first] = same;
      if (!first) return [];
      const { kind, groupId, event } = first;
      const memberIds = same.map(({ memberId }) => memberId);
      return [
        {
          type: 'tell' as const,
          announcement: {
            key,
            activityId: setId,
            title: [set.name, groupId && names.get(groupId)].filter(Boolean).join(': '),
            task: null,
            at: event.at,
            until: null,
          },
          recipients: memberIds.map((memberId) => ({ memberId, content: { kind } })),
        },
        // Where one was before is no news any more.
        ...KINDS.filter((earlier) => earlier !== kind).map((earlier) => ({
          type: 'withdraw' as const,
          activityId: setId,
          kind: earlier,
          memberIds,
          at: event.at,
        })),
      ];
    });
  }

  return {
    name: 'groupSeats',

    async read(scope: CourseScope, events: readonly DomainEvent[]) {
      const bySet = groupBy(staysIn(events), ({ setId }) => setId);
      const changes = await Promise.all([...bySet].map(([setId, stays]) => readSet(scope, setId, stays)));
      return changes.flat();
    },
  };
}
