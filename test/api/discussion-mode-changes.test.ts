/** What a discussion shows after staff have changed its mode, what they are told before, and what comes back with the mode. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DiscussionEffect, DiscussionSettings } from '../../server/src/contracts/discussion-settings.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, buildDiscussion, listThreads, readThread } from '../factories/discussion.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

type Mode = DiscussionSettings['mode'];

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;

beforeAll(async () => {
  room = await openRoom(2);
  [staff, ada, ben] = [room.staff, room.learner(0), room.learner(1)];
}, 60_000);
afterAll(() => room.stack.close());

/** A thread by Ada (1) with a reply by Ben (2), who has written one of his own, and one by Ada to that (3): for, against and for. */
async function begin(mode: Mode) {
  const activityId = await addDiscussion(staff, { mode });
  const start = (who: ApiSession, path: string, title: string) =>
    who.ok('PUT', path, { title, text: 'So?', side: 'pro', draftRevision: 0 });
  const path = `/discussions/${activityId}/threads/${newId()}`;
  await start(ben, `/discussions/${activityId}/threads/${newId()}`, 'Beams');
  await start(ada, path, 'Arches');
  const reply = (who: ApiSession, replyTo: number, side: string) =>
    who.ok('POST', `${path}/posts`, { id: newId(), replyTo, text: 'So.', side, draftRevision: 0 });
  await reply(ben, 1, 'contra');
  await reply(ada, 2, 'pro');
  let revision = 0;
  const settings = (to: Mode) => buildDiscussion({ mode: to });
  return {
    endorse: (n: number) => staff.ok('PUT', `${path}/posts/${n}/endorsement`, { endorsed: true }),
    accept: (n: number) => ada.ok('PUT', `${path}/posts/${n}/acceptance`, { accepted: true }),
    effectsOf: async (to: Mode) =>
      (
        await staff.ok<{ effects: DiscussionEffect[] }>('POST', `/discussions/${activityId}/preview`, {
          settings: settings(to),
        })
      ).effects,
    change: async (to: Mode) => {
      revision += 1;
      await staff.ok('PUT', `/discussions/${activityId}`, {
        settings: settings(to),
        expectedRevision: revision,
      });
    },
    /** As Ben sees it. */
    shown: async () => {
      const { items, isAnswered, balance } = await readThread(ben, activityId, path.split('/').at(-1) ?? '');
      const list = async (query = '') =>
        (await listThreads(ben, activityId, query)).items.filter(({ title }) => title === 'Arches');
      const [line] = await list();
      const having = (what: 'isAccepted' | 'isEndorsed') =>
        items.filter((post) => post[what]).map(({ n }) => n);
      return {
        accepted: having('isAccepted'),
        endorsed: having('isEndorsed'),
        sides: items.map(({ side }) => side),
        isAnswered,
        balance,
        line: { side: line?.side, isAnswered: line?.isAnswered, balance: line?.balance },
        unanswered: (await list('?filter=unanswered')).length,
      };
    },
  };
}

const NO_SIDES = [null, null, null];
const PLAIN = { isAnswered: null, balance: null, line: { side: null, isAnswered: null, balance: null } };
const counts = { learners: 14, silent: 12, accepted: 0, endorsed: 0, sides: 0, sideless: 0 };

test.each(['open', 'postFirst', 'debate'] as const)(
  'an accepted answer is none any more where threads are no questions: %s; it is again where they are',
  async (to) => {
    const talk = await begin('question');
    await talk.accept(2);
    await talk.endorse(2);
    const asked = await talk.shown();
    expect(asked).toMatchObject({ accepted: [2], endorsed: [2], isAnswered: true, unanswered: 0 });
    expect(await talk.effectsOf(to)).toEqual([
      { code: 'modeChanged', to, ...counts, accepted: 1, sideless: to === 'debate' ? 4 : 0 },
    ]);
    await talk.change(to);
    const balance = to === 'debate' ? { pro: 0, contra: 0 } : null;
    expect(await talk.shown()).toEqual({
      accepted: [],
      endorsed: [2],
      sides: NO_SIDES,
      ...PLAIN,
      balance,
      line: { ...PLAIN.line, balance },
      unanswered: 0,
    });
    await talk.change('question');
    expect(await talk.shown()).toEqual(asked);
  },
);

test.each(['open', 'postFirst', 'debate'] as const)(
  'what staff stand by answers no question unless it replies to one: from %s to questions and back',
  async (from) => {
    const talk = await begin(from);
    for (const n of [1, 3]) await talk.endorse(n);
    const before = await talk.shown();
    expect(before).toMatchObject({ endorsed: [1, 3], isAnswered: null });
    const sides = from === 'debate' ? 4 : 0;
    expect(await talk.effectsOf('question')).toEqual([
      { code: 'modeChanged', to: 'question', ...counts, endorsed: 2, sides },
    ]);
    await talk.change('question');
    expect(await talk.shown()).toMatchObject({
      endorsed: [],
      isAnswered: false,
      line: { isAnswered: false },
      unanswered: 1,
    });
    await talk.endorse(2);
    expect(await talk.shown()).toMatchObject({ endorsed: [2], isAnswered: true, unanswered: 0 });
    await talk.change(from);
    expect(await talk.shown()).toEqual({ ...before, endorsed: [1, 2, 3] });
  },
);

test.each(['open', 'postFirst', 'question'] as const)(
  'nobody stands for a side where nothing is debated: from a debate to %s and back',
  async (to) => {
    const talk = await begin('debate');
    const debated = await talk.shown();
    expect(debated).toMatchObject({
      sides: ['pro', 'contra', 'pro'],
      balance: { pro: 2, contra: 1 },
      line: { side: 'pro' },
    });
    expect(await talk.effectsOf(to)).toEqual([{ code: 'modeChanged', to, ...counts, sides: 4 }]);
    await talk.change(to);
    expect(await talk.shown()).toMatchObject({
      sides: NO_SIDES,
      balance: null,
      line: { side: null, balance: null },
    });
    await talk.change('debate');
    expect(await talk.shown()).toEqual(debated);
  },
);
