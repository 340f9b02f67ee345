import * as contract from '../../server/src/contracts/group-sets.ts';
import { type GroupView, ListGroups } from '../../server/src/contracts/groups.ts';
import type { Endpoint } from '../../server/src/contracts/endpoint.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { Caller } from '../../server/src/platform/http/ports.ts';
import { rosterEntry } from './fake-roster.ts';
import type { RosterWorld } from './roster.ts';

type Input = { params?: object; query?: object; body?: object };

/** A course with a teacher, some learners on the roster, and a set made here. */
export async function openOwnSet(world: RosterWorld, learners = ['ada', 'bo', 'chi', 'dee']) {
  const { context, scope } = await world.openCourse();
  world.lms.people.push(...learners.map((id) => rosterEntry(id)));
  await world.read(scope);
  const call = async <T>(
    subject: string,
    endpoint: Endpoint,
    { params = {}, query = {}, body }: Input = {},
  ) => {
    const memberId = world.memberId(scope, subject);
    const caller = {
      scope,
      member: { id: memberId, testUser: false },
      actor: { kind: 'member', memberId, role: subject === 'teacher' ? 'instructor' : 'learner' },
      requestId: 'request',
      can: () => true,
    } as unknown as Caller;
    const route = world.roster.routes.find((known) => known.endpoint === endpoint);
    const request = { caller, params, query: endpoint.query?.parse(query), body };
    return endpoint.response.parse(await route?.serve(request as never)) as T;
  };
  const setId = newId();
  const staff = <T>(endpoint: Endpoint, input: Input = {}) =>
    call<T>('teacher', endpoint, { ...input, params: { setId, ...input.params } });
  let set = await staff<contract.OwnSetView>(contract.CreateGroupSet, {
    body: { id: setId, name: 'Projects', copyOf: null },
  });
  const id = (subject: string) => world.memberId(scope, subject);
  const opened = {
    context,
    scope,
    setId,
    id,
    call,
    staff,
    /** Changes the set as it is now. */
    async change(endpoint: Endpoint, body: object = {}, params: object = {}) {
      set = await staff<contract.OwnSetView>(contract.GetGroupSet);
      set = await staff<contract.OwnSetView>(endpoint, {
        params,
        body: { ...body, expectedRevision: set.revision },
      });
      return set;
    },
    /** Group name → subjects. */
    async inGroups(): Promise<Record<string, string[]>> {
      const { items } = await staff<{ items: GroupView[] }>(ListGroups);
      return Object.fromEntries<string[]>(
        items.map<[string, string[]]>(({ name, members }) => [
          name ?? '',
          members.map((member) => member.name?.slice(7) ?? ''),
        ]),
      );
    },
    async groupId(name: string): Promise<string> {
      const { items } = await staff<{ items: GroupView[] }>(ListGroups);
      return items.find((group) => group.name === name)?.id ?? '';
    },
    choose: async (subject: string, name: string | null) =>
      call<contract.MyGroupSetView>(subject, contract.ChooseGroup, {
        params: { setId },
        body: { groupId: name === null ? null : await opened.groupId(name) },
      }),
  };
  await opened.change(contract.AddGroups, { names: ['Red', 'Blue'], cap: 2 });
  return opened;
}

/** Settings of a set in which learners choose, change and wait. */
export const openSignUp = {
  name: 'Projects',
  hasLeaders: true,
  signUp: { opensAt: null, closesAt: null, mayChange: true, waitingList: true },
};
