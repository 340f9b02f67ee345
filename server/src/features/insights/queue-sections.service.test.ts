import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { gatherClassroom } from '../../../../test/factories/classroom.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import type { Endpoint } from '../../contracts/endpoint.ts';
import { AddGroups, CreateGroupSet, MoveMembers } from '../../contracts/group-sets.ts';
import { ListGroups } from '../../contracts/groups.ts';
import { GetQueue, GetQueueOverview, type WaitingItemView } from '../../contracts/insights.ts';
import { AssignAssistants, ChooseSections } from '../../contracts/sections.ts';
import { newId } from '../../core/ids.ts';

let world: PeerReviewWorld;
beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());

test('what is about learners of other sections is left out for who looks after one, until all is asked for', async () => {
  const room = await gatherClassroom(world);
  const { courseId, platformId, deploymentId } = room.scope;
  const tara = await world.join(room.scope, 'Tara', { role: 'assistant' });
  const setId = newId();
  const say = (endpoint: Endpoint, params: Record<string, string>, body?: object) =>
    world.call(room.instructor, endpoint, { params, body });
  await say(CreateGroupSet, {}, { id: setId, name: 'Labs', copyOf: null });
  await say(AddGroups, { setId }, { names: ['Monday', 'Tuesday'], cap: null, expectedRevision: 1 });
  const { items: groups } = (await say(ListGroups, { setId })) as { items: { id: string }[] };
  const ids = [0, 1].map((index) => room.person(index).member.id);
  const moves = ids.map((memberId, index) => ({ memberId, groupId: groups[index]?.id }));
  await say(MoveMembers, { setId }, { moves, expectedRevision: 2 });
  await say(ChooseSections, {}, { setId, expectedRevision: 0 });
  const groupId = groups[0]?.id ?? '';
  await say(AssignAssistants, { groupId }, { memberIds: [tara.member.id], expectedRevision: 1 });
  await world.connection.collection('gradeSlots').insertMany(
    ids.map((memberId) => ({
      _id: `${room.activityId}/${memberId}` as never,
      courseId,
      platformId,
      deploymentId,
      activityId: room.activityId,
      columnId: room.activityId,
      memberId,
      entries: [],
      want: { n: 1, timestamp: world.clock.now() },
      problem: { code: 'SCORE_REFUSED', words: 'no', since: world.clock.now() },
    })),
  );
  // Something that is about nobody in particular.
  world.clock.time = '2027-03-08T12:00:01Z';
  await world.insights.rebuild(courseId);
  const seenBy = async (sections: string) => {
    const query = { limit: '50', sections };
    const { items } = (await world.call(tara, GetQueue, { params: {}, query })) as {
      items: WaitingItemView[];
    };
    return items.map(({ because }) => String(because.params['name'])).sort();
  };
  const all = await seenBy('all');
  expect(all).toEqual(expect.arrayContaining(['Ada Learner', 'Ben Learner']));
  expect(all.length).toBeGreaterThan(2);
  expect(await seenBy('auto')).toEqual(all.filter((name) => name !== 'Ben Learner'));
  expect(await seenBy('mine')).toEqual(await seenBy('auto'));
  const overview = await world.call(tara, GetQueueOverview, { params: {}, query: { sections: 'auto' } });
  expect(overview).toMatchObject({
    sections: { mine: 1, shown: 'mine', people: 1 },
    counts: { states: { open: all.length - 1 } },
  });
});
