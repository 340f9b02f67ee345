import * as contract from '../../contracts/group-sets.ts';
import type { Formed, Group, Membership, SignUp } from './groups.domain.ts';
import type { Member } from './member.domain.ts';
import type { OwnSet } from './own-sets.domain.ts';

export const signUpOf = ({ opensAt, closesAt, ...rest }: contract.SignUp): SignUp => ({
  opensAt: opensAt === null ? null : new Date(opensAt),
  closesAt: closesAt === null ? null : new Date(closesAt),
  ...rest,
});

const signUpView = ({ opensAt, closesAt, mayChange, waitingList }: SignUp): contract.SignUp => ({
  opensAt: opensAt?.toISOString() ?? null,
  closesAt: closesAt?.toISOString() ?? null,
  mayChange,
  waitingList,
});

const formedView = ({ criteria, hasPairs }: Formed) => ({ criteria, hasPairs });

export const ownSetView = (
  { id, name, source, groups, members, own }: OwnSet,
  unplaced: number,
  can: { edit: boolean },
): contract.OwnSetView =>
  contract.OwnSetView.parse({
    id,
    name,
    source,
    groups,
    members,
    revision: own.revision,
    hasLeaders: own.hasLeaders,
    signUp: own.signUp && signUpView(own.signUp),
    unplaced,
    formed: own.formed
      ? {
          ...formedView(own.formed),
          canUndo: can.edit && own.formed.revision === own.revision,
        }
      : null,
    can,
  });

/** What a learner sees of a set; names of others only where one chooses by oneself, or shares a group with them. */
export function myGroupSetView(
  { id, name, own }: OwnSet,
  groups: readonly Group[],
  open: readonly Membership[],
  people: ReadonlyMap<string, Member>,
  memberId: string,
  { isOpen, leaders }: { readonly isOpen: boolean; readonly leaders: ReadonlyMap<string, string | null> },
): contract.MyGroupSetView {
  const mine = open.find((one) => one.memberId === memberId)?.groupId ?? null;
  const waitsFor = own.waiting.find((one) => one.memberId === memberId) ?? null;
  const shown = own.signUp ? groups : groups.filter((group) => group.id === mine);
  return contract.MyGroupSetView.parse({
    id,
    name,
    signUp: own.signUp && { ...signUpView(own.signUp), isOpen },
    myGroupId: mine,
    waitingFor: waitsFor && {
      groupId: waitsFor.groupId,
      ahead: own.waiting
        .filter(({ groupId }) => groupId === waitsFor.groupId)
        .findIndex((one) => one.memberId === memberId),
    },
    // Who is in none of the groups was not put there by criteria.
    formed: mine !== null && own.formed ? formedView(own.formed) : null,
    groups: shown.map((group) => {
      const inside = open.filter(({ groupId }) => groupId === group.id);
      const leader = leaders.get(group.id) ?? null;
      return {
        id: group.id,
        name: group.name,
        topic: group.own?.topic ?? '',
        cap: group.own?.cap ?? null,
        taken: inside.length,
        waiting: own.waiting.filter(({ groupId }) => groupId === group.id).length,
        members: inside
          .flatMap((one) => people.get(one.memberId) ?? [])
          .sort((a, b) => (a.sortName < b.sortName ? -1 : 1))
          .map((person) => ({ memberId: person.id, name: person.name, leads: person.id === leader })),
      };
    }),
  });
}
