/** Groups by criteria over HTTP: what is known of people, a proposal, the groups, and the way back. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FormationProposal } from '../../server/src/contracts/group-formation.ts';
import type { MyGroupSetView, OwnSetView } from '../../server/src/contracts/group-sets.ts';
import type { GroupView } from '../../server/src/contracts/groups.ts';
import type { AttributeImportView, AttributesView } from '../../server/src/contracts/member-attributes.ts';
import { newId } from '../../server/src/core/ids.ts';
import { buildItem, buildQuestionnaire, idOf } from '../factories/questionnaire.ts';
import { makeGroups, openRoom, type Room } from './questionnaire-room.ts';

const PEOPLE = 8;
let room: Room;
let setId: string;
let everybody: string[];

beforeAll(async () => {
  room = await openRoom(PEOPLE);
  setId = await makeSet('Projects');
  const { items } = await room.staff.ok<{ items: { name: string }[] }>(
    'GET',
    `/group-sets/${setId}/unplaced?limit=100`,
  );
  everybody = items.map(({ name }) => name);
}, 60_000);
afterAll(() => room.stack.close());

async function makeSet(name: string): Promise<string> {
  const id = newId();
  await room.staff.ok('POST', '/group-sets', { id, name, copyOf: null });
  return id;
}

const importFile = (lines: readonly string[], types = {}) =>
  room.staff.ok<AttributeImportView>('POST', '/member-attributes/import', { csv: lines.join('\n'), types });
const attributes = () => room.staff.ok<AttributesView>('GET', '/member-attributes');
const attribute = async (name: string) => {
  const found = (await attributes()).items.find((one) => one.name === name);
  if (!found) throw new Error(`no attribute ${name}`);
  return found;
};
const getSet = (id = setId) => room.staff.ok<OwnSetView>('GET', `/group-sets/${id}`);
const formation = (overrides: object = {}) => ({
  people: 'everybody',
  into: { kind: 'size', size: 4 },
  nameOfNew: 'Team',
  rules: [],
  pairs: [],
  locks: [],
  seed: 7,
  ...overrides,
});
const propose = (wanted: object, id = setId) =>
  room.staff.ok<FormationProposal>('POST', `/group-sets/${id}/formation/preview`, wanted);
async function placesOf(id = setId): Promise<Record<string, string[]>> {
  const { items } = await room.staff.ok<{ items: GroupView[] }>('GET', `/group-sets/${id}/groups?limit=100`);
  return Object.fromEntries(
    items.map(({ name, members }) => [name ?? '', members.map((one) => one.memberId).sort()]),
  );
}

describe('what is known of people', () => {
  test('a file is taken in without its wrong rows, and once more adds nothing', async () => {
    const lines = [
      'name;level;skill',
      ...everybody.map((name, index) => `${name};${index < 2 ? 'Senior' : 'Junior'};${index % 4}`),
      'Nobody;Senior;1',
    ];
    const preview = await room.staff.ok<AttributeImportView>('POST', '/member-attributes/import/preview', {
      csv: lines.join('\n'),
      types: {},
    });
    expect(preview).toMatchObject({
      people: everybody.length,
      problemCount: 1,
      problems: [{ problem: 'PERSON_UNKNOWN', value: 'Nobody' }],
    });
    expect((await attributes()).items).toEqual([]);
    await importFile(lines);
    await importFile(lines);
    const { items } = await attributes();
    expect(items.map(({ name, type, known }) => [name, type, known])).toEqual([
      ['level', 'category', everybody.length],
      ['skill', 'number', everybody.length],
    ]);
    expect(items[0]?.values).toEqual([
      { value: 'Junior', count: everybody.length - 2 },
      { value: 'Senior', count: 2 },
    ]);
  });

  test('answers of a questionnaire are taken over; an anonymous one is refused and not offered', async () => {
    const items = [buildItem('oneChoice', { id: idOf('one') })];
    const publish = async (visibility: string): Promise<string> => {
      const id = newId();
      const settings = buildQuestionnaire({ visibility, items });
      const { revision } = await room.staff.ok<{ revision: number }>('PUT', `/questionnaires/${id}`, {
        settings,
        expectedRevision: 0,
      });
      await room.staff.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: revision });
      return id;
    };
    const [named, anonymous] = [await publish('identified'), await publish('anonymous')];
    for (const [index, answer] of ['Yes', 'No', 'Yes'].entries()) {
      await room.learner(index).ok('POST', `/questionnaires/${named}/mine`, {
        version: 1,
        answers: { [idOf('one')]: idOf(answer) },
      });
    }
    const { questionnaires } = await attributes();
    expect(questionnaires.map(({ id }) => id)).toEqual([named]);
    const keys = [idOf('one')];
    const taken = await room.staff.ok<AttributesView>('POST', '/member-attributes/answers', {
      questionnaireId: named,
      keys,
    });
    const answered = taken.items.find(({ source }) => source === 'questionnaire');
    expect(answered).toMatchObject({ source: 'questionnaire', type: 'category', known: 3 });
    const refused = await room.staff.call('POST', '/member-attributes/answers', {
      questionnaireId: anonymous,
      keys,
    });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'ANSWERS_ANONYMOUS' } } });
    const ids = [answered?.id];
    const left = await room.staff.ok<AttributesView>('POST', '/member-attributes/delete', { ids });
    expect(left.items.map(({ name }) => name)).toEqual(['level', 'skill']);
  });

  test('learners get nothing of it', async () => {
    expect((await room.learner(0).call('GET', '/member-attributes')).status).toBe(403);
  });
});

describe('groups by criteria', () => {
  test('a proposal says where a rule does not hold, and saves nothing', async () => {
    const level = await attribute('level');
    const rules = [{ kind: 'cluster', attributeId: level.id, values: ['Senior'] }];
    const good = await propose(formation({ rules }));
    expect(good.broken).toEqual([0]);
    const [one, other] = (await propose(formation())).groups.flatMap(({ members }) => members);
    const seniors = good.groups
      .flatMap(({ members }) => members)
      .filter(({ name }) => everybody.slice(0, 2).includes(name ?? ''));
    const locks = seniors.map(({ memberId }, group) => ({ memberId, group }));
    const bad = await propose(formation({ rules, locks }));
    expect(bad.broken).toEqual([2]);
    expect(bad.groups.flatMap(({ faults }) => faults)).toEqual(
      expect.arrayContaining(locks.map(({ memberId }) => ({ kind: 'cluster', rule: 0, memberId }))),
    );
    const pairs = [{ kind: 'apart', memberIds: [one?.memberId, other?.memberId] }];
    const apart = await propose(formation({ pairs }));
    const at = (id?: string) =>
      apart.groups.findIndex(({ members }) => members.some(({ memberId }) => memberId === id));
    expect(at(one?.memberId)).not.toBe(at(other?.memberId));
    expect(await getSet()).toMatchObject({ revision: 1, groups: 0, formed: null });
  });

  test('applying is one command, done once, and the way back leads to what was', async () => {
    const id = await makeSet('Teams');
    await room.staff.ok('POST', `/group-sets/${id}/groups`, {
      names: ['Red', 'Blue'],
      cap: null,
      expectedRevision: 1,
    });
    const level = await attribute('level');
    const first = await propose(formation({ into: { kind: 'present' } }), id);
    const { items } = await room.staff.ok<{ items: GroupView[] }>('GET', `/group-sets/${id}/groups`);
    const [someone] = first.groups.flatMap(({ members }) => members);
    await room.staff.ok('POST', `/group-sets/${id}/moves`, {
      moves: [{ memberId: someone?.memberId, groupId: items.find(({ name }) => name === 'Red')?.id }],
      expectedRevision: first.revision,
    });
    const before = await placesOf(id);
    const wanted = formation({
      into: { kind: 'count', count: 3 },
      rules: [{ kind: 'distribute', attributeId: level.id }],
    });
    const proposal = await propose(wanted, id);
    const body = { ...wanted, key: proposal.key, expectedRevision: proposal.revision };
    const other = await room.staff.call('POST', `/group-sets/${id}/formation`, {
      ...body,
      seed: 8,
      key: 'x',
    });
    expect(other).toMatchObject({ status: 409, body: { error: { code: 'PROPOSAL_OUTDATED' } } });
    const formed = await room.staff.ok<OwnSetView>('POST', `/group-sets/${id}/formation`, body);
    expect(formed).toMatchObject({
      groups: 3,
      unplaced: 0,
      formed: { canUndo: true, criteria: [{ kind: 'distribute', attribute: 'level' }] },
    });
    expect(await room.staff.ok('POST', `/group-sets/${id}/formation`, body)).toEqual(formed);
    const after = await placesOf(id);
    expect(Object.values(after).flat()).toHaveLength(everybody.length);
    expect(Object.values(after)).toEqual(
      expect.arrayContaining(
        proposal.groups.map(({ members }) => members.map(({ memberId }) => memberId).sort()),
      ),
    );
    const undone = await room.staff.ok<OwnSetView>('POST', `/group-sets/${id}/formation/undo`, {
      expectedRevision: formed.revision,
    });
    expect(undone).toMatchObject({ groups: 2, formed: null });
    expect(await placesOf(id)).toEqual(before);
    const twice = await room.staff.call('POST', `/group-sets/${id}/formation/undo`, {
      expectedRevision: undone.revision,
    });
    expect(twice).toMatchObject({ status: 409, body: { error: { code: 'NOTHING_TO_UNDO' } } });
  });

  test('learners are told the criteria, and nobody’s values', async () => {
    const level = await attribute('level');
    const wanted = formation({ rules: [{ kind: 'cluster', attributeId: level.id, values: ['Senior'] }] });
    const { key, revision } = await propose(wanted);
    await room.staff.ok('POST', `/group-sets/${setId}/formation`, {
      ...wanted,
      key,
      expectedRevision: revision,
    });
    // However many sets one is in, they come in as many round trips.
    for (let sets = 0; sets < 3; sets += 1) await makeGroups(room, { Club: [0] });
    const mine = await room.learner(0).ok<{ items: MyGroupSetView[] }>('GET', '/my-groups');
    const [set] = mine.items.filter(({ id }) => id === setId);
    expect(set?.formed).toEqual({
      criteria: [{ kind: 'cluster', attribute: 'level', hours: null }],
      hasPairs: false,
    });
    expect(JSON.stringify(mine)).not.toMatch(/Senior|Junior|skill|attributeId/);
  });
});
