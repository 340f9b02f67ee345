import { afterAll, beforeAll, expect } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type Stack, startStack } from '../factories/stack.ts';
import { until } from '../factories/until.ts';
import type { ProfileName } from '../lms-simulator/index.ts';
import { faultsOf, toolFrameOf } from './axe.ts';
import { type Browser, type BrowserOptions, keepPicture, openBrowser } from './browser.ts';
import { addPeerReview, openLearners, type Prepared } from './launched.ts';
import type { Person, Tool } from './people.ts';

/** How long a story about questionnaires may take. */
export const TEST_MS = 240_000;

export interface Room {
  readonly stack: Stack;
  /** The activity at whose link questionnaires are opened. */
  readonly prepared: Prepared;
  readonly wide: Browser;
  readonly phone: Browser;
}

/**
 * A course with an activity, a wide browser and a phone, while the suite runs.
 *
 * @param pictures what pictures of the pages are called
 */
export function makeRoom(
  pictures: string,
  { profile, title, phone = {} }: { profile: ProfileName; title: string; phone?: BrowserOptions },
) {
  const room = {} as Room;
  const faults: Record<string, string[]> = {};
  beforeAll(async () => {
    const stack = await startStack(profile);
    Object.assign(room, {
      stack,
      prepared: await addPeerReview(stack, title),
      wide: await openBrowser(),
      phone: await openBrowser({ width: 320, ...phone }),
    } satisfies Room);
  }, TEST_MS);
  afterAll(async () => {
    await room.wide.close();
    await room.phone.close();
    await room.stack.close();
  }, TEST_MS);
  return {
    room,
    /** Keeps a picture of a page, and what axe says of it. */
    async check(what: string, who: Person, within?: string[]): Promise<void> {
      await keepPicture(who.page, `${pictures} ${what}`);
      faults[what] = await faultsOf(toolFrameOf(who.page, room.stack.toolUrl), within ? { within } : {});
    },
    expectNoFaults: () => expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]),
  };
}

/** Opens the questionnaires of the course by the navigation. */
export async function openQuestionnaires(who: Person, { title }: Prepared): Promise<Tool> {
  const tool = await who.open(title);
  await tool.getByRole('link', { name: 'Questionnaires', exact: true }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Questionnaires' }).waitFor();
  return tool;
}

/** Chooses from a list that opens. What takes the focus meanwhile, as a list after a move does, closes it: then again. */
export async function choose(tool: Tool, field: RegExp, option: string): Promise<void> {
  const button = tool.getByRole('button', { name: field });
  const wanted = tool.getByRole('option', { name: option, exact: true });
  await button.waitFor();
  await until(`${option} is chosen`, async () => {
    if ((await button.filter({ hasText: option }).count()) > 0) return true;
    if ((await wanted.count()) === 0) await button.press('Enter');
    await wanted.press('Enter', { timeout: 2000 }).catch(() => undefined);
    return false;
  });
  await tool.getByRole('listbox').waitFor({ state: 'detached' });
}

/**
 * A group set “Teams” with some of the first learners in its groups.
 *
 * @param groups the numbers of the learners by the name of their group. @returns the set's id, and the learners
 */
export async function groupLearners(
  { stack, prepared: { title, teacher } }: Pick<Room, 'stack' | 'prepared'>,
  groups: Readonly<Record<string, readonly number[]>>,
): Promise<{
  setId: string;
  learners: ApiSession[];
  move: (index: number, name: string) => Promise<unknown>;
}> {
  const setId = newId();
  await teacher.ok('POST', '/group-sets', { id: setId, name: 'Teams', copyOf: null });
  const names = Object.keys(groups);
  await teacher.ok('POST', `/group-sets/${setId}/groups`, { names, cap: null, expectedRevision: 1 });
  const { items } = await teacher.ok<{ items: { id: string; name: string }[] }>(
    'GET',
    `/group-sets/${setId}/groups`,
  );
  const learners = await openLearners(stack, title, Math.max(...Object.values(groups).flat()) + 1);
  const idOf = (learner: ApiSession | undefined) =>
    (learner?.view as { member: { id: string } } | undefined)?.member.id;
  const moveOf = (index: number, name: string) => ({
    memberId: idOf(learners[index]),
    groupId: items.find((group) => group.name === name)?.id,
  });
  const place = (moves: object[], expectedRevision: number) =>
    teacher.ok('POST', `/group-sets/${setId}/moves`, { moves, expectedRevision });
  const moves = Object.entries(groups).flatMap(([name, all]) => all.map((index) => moveOf(index, name)));
  await place(moves, 2);
  return { setId, learners, move: (index, name) => place([moveOf(index, name)], 3) };
}
