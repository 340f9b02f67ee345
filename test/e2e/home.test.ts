/** A learner's home on a narrow phone and the staff's queue, both without a pointer. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Stack, startStack } from '../factories/stack.ts';
import { faultsOf } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { addPeerReview, demoCourse, frameOf, openLearners, personOf } from './launched.ts';
import { Person } from './people.ts';

const TEST_MS = 180_000;
const TITLE = 'Sketch of a bridge';
const PLAIN = 'A link without an activity';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack('moodle');
  browser = await openBrowser({ width: 320 });
  stack.simulator.addResourceLink(demoCourse(stack), { title: PLAIN });
}, TEST_MS);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, TEST_MS);

test(
  'a learner’s home says what is next, from whatever link; staff see in their queue who is stuck',
  () =>
    story(browser, 'home', async () => {
      const { simulator } = stack;
      const course = demoCourse(stack);
      const faults: Record<string, string[]> = {};
      const check = async (what: string, who: Person): Promise<void> => {
        await keepPicture(who.page, `home ${what}`);
        faults[what] = await faultsOf(frameOf(stack, who.page));
      };
      const ada = new Person(
        await browser.context.newPage(),
        simulator,
        personOf(stack, course, 'learner').name,
      );

      const waiting = await ada.open(PLAIN);
      await waiting.getByRole('heading', { name: 'Not ready yet' }).waitFor();
      await waiting.getByText('Nothing to do right now').waitFor();
      await check('empty', ada);

      const { activityId } = await addPeerReview(stack, TITLE);
      const [session] = await openLearners(stack, TITLE, 1);
      const activity = await ada.open(TITLE);
      await activity.getByRole('heading', { level: 1 }).press('g');
      await ada.page.keyboard.press('h');
      const open = activity.getByRole('link', { name: `Open: Hand in your work, ${TITLE}` });
      await open.waitFor();
      await activity.getByText('Not handed in').waitFor();
      await check('to hand in', ada);
      await open.press('Enter');
      await activity.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      await session?.ok('POST', `/activities/${activityId}/submission`, {
        text: 'Bridges carry.',
        expectedVersion: 0,
        expectedRevision: 0,
      });
      const later = await ada.open(TITLE);
      await later.getByRole('link', { name: 'Home', exact: true }).press('Enter');
      await later.getByText('Handed in', { exact: true }).waitFor();
      expect(await later.getByText('Hand in your work').count()).toBe(0);
      await check('handed in', ada);

      const closed = 'Report on bridges';
      await addPeerReview(stack, closed, {
        settings: { submissionsCloseAt: new Date(Date.now() - 1000).toISOString() },
      });
      const teacher = new Person(
        await browser.context.newPage(),
        simulator,
        personOf(stack, course, 'instructor').name,
      );
      const queue = await teacher.open(TITLE);
      const stuck = queue.getByRole('heading', { name: new RegExp(`In “${closed}”, .* not handed in`) });
      await queue.getByRole('heading', { level: 1 }).press('g');
      await teacher.page.keyboard.press('w');
      await stuck.waitFor();
      await check('queue', teacher);
      await queue.getByRole('link', { name: `Open the activity: ${closed}` }).press('Enter');
      await queue.getByRole('heading', { level: 1, name: closed }).waitFor();
      expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    }),
  TEST_MS,
);
