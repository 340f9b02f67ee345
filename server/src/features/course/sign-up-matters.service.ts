import type { CourseScope } from '../../core/course-scope.ts';
import type { MatterSource, SourceMatter } from '../insights/index.ts';
import type { CourseStore } from './course.store.ts';
import type { GroupStore } from './groups.store.ts';
import { countsAsLearner } from './member.domain.ts';
import type { MembershipStore } from './memberships.store.ts';
import { isOwn } from './own-sets.domain.ts';

interface Ports {
  readonly store: Pick<CourseStore, 'findMembers'>;
  readonly groups: Pick<GroupStore, 'listSets'>;
  readonly memberships: Pick<MembershipStore, 'listOpenOfMembers'>;
}

/** Of a sign-up that was open from its beginning on, nobody has noted when that was. */
const ALWAYS = new Date(0);

/**
 * What sign-ups ask of a learner: to choose a group as long as one can and is in none, and, for whoever waits for a seat,
 * at which place of the line.
 */
export const createSignUpMatters = ({ store, groups, memberships }: Ports): MatterSource => ({
  name: 'signUp',
  kind: 'people',
  forLearners: true,

  concernOf({ type, subject, data }) {
    switch (type) {
      case 'groupSet.created':
      case 'groupSet.changed':
      case 'groupSet.deleted':
        return { topics: [subject.id], memberIds: null };
      case 'group.chosen':
        return { topics: [subject.id], memberIds: (data['line'] ?? []) as readonly string[] };
      case 'membership.opened':
      case 'membership.closed':
        return { topics: [String(data['setId'])], memberIds: [String(data['memberId'])] };
      case 'member.joined':
      case 'member.changed':
        return { topics: null, memberIds: [subject.id] };
      default:
        return null;
    }
  },

  async read(scope: CourseScope, topics, waitsFor) {
    const [sets, members, open] = await Promise.all([
      groups.listSets(scope),
      store.findMembers(scope, waitsFor),
      memberships.listOpenOfMembers(scope, waitsFor),
    ]);
    const learners = members.filter(countsAsLearner).map(({ id }) => id);
    const placed = new Set(open.map(({ setId, memberId }) => `${setId}/${memberId}`));
    return sets.filter(isOwn).flatMap(({ id, name, own: { signUp, status, waiting } }) => {
      if (!signUp || status !== 'active' || !topics.includes(id)) return [];
      return learners.flatMap((memberId): SourceMatter[] => {
        const wish = waiting.find((one) => one.memberId === memberId);
        if (!wish && placed.has(`${id}/${memberId}`)) return [];
        const line = waiting.filter(({ groupId }) => groupId === wish?.groupId);
        return [
          {
            id,
            topic: id,
            activityId: id,
            waitsFor: memberId,
            code: wish ? 'GROUP_SEAT' : 'CHOOSE_GROUP',
            params: { name: name ?? '', count: wish ? line.indexOf(wish) + 1 : 1 },
            since: signUp.opensAt ?? ALWAYS,
            until: signUp.closesAt,
          },
        ];
      });
    });
  },

  async listTopics(scope) {
    return { topics: (await groups.listSets(scope)).filter(isOwn).map(({ id }) => id), next: null };
  },
});
