/** The main story without a pointer: everything is reached with the Tab key, in the order of the page, and its focus is seen. */
import { afterAll, beforeAll, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type Stack, startStack } from '../factories/stack.ts';
import { type Browser, openBrowser, story } from './browser.ts';
import { gradesOf } from './gradebook.ts';
import { until } from '../factories/until.ts';
import { demoCourse, openLearners } from './launched.ts';
import { Person, type Tool } from './people.ts';

const STORY_MS = 240_000;
const TITLE = 'Essay on bridges';
/** More than any page has places to stop at. */
const STOPS_MAX = 120;

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack('moodle');
  browser = await openBrowser();
}, STORY_MS);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, STORY_MS);

/** An element of a page, as far as it is looked at here: the tests are compiled without the types of a browser. */
interface Seen {
  readonly parentElement: Seen | null;
  readonly nextElementSibling: Seen | null;
  readonly ownerDocument: { readonly activeElement: unknown };
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element: unknown) => element === (element as Seen).ownerDocument.activeElement);

/** How the element, what draws it and what it stands in are framed: the keyboard's focus changes some of it. */
const framesOf = (target: Locator): Promise<string> =>
  target.evaluate((element: unknown) => {
    const { getComputedStyle } = globalThis as unknown as {
      getComputedStyle(of: Seen): Record<'outline' | 'boxShadow' | 'borderColor', string>;
    };
    const frames = [];
    let one: Seen | null = element as Seen;
    for (let above = 0; above < 5 && one; above += 1) {
      for (const drawn of [one, one.nextElementSibling]) {
        if (!drawn) continue;
        const { outline, boxShadow, borderColor } = getComputedStyle(drawn);
        frames.push(outline, boxShadow, borderColor);
      }
      one = one.parentElement;
    }
    return frames.join('; ');
  });

/** Goes on with the Tab key until the target has the focus, and shows it. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  if (await hasFocus(target)) return;
  const before = await framesOf(target);
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    await page.keyboard.press('Tab');
    if (!(await hasFocus(target))) continue;
    await until(`the focus is seen on ${String(target)}`, async () => (await framesOf(target)) !== before, 2);
    return;
  }
  throw new Error(`the Tab key does not reach ${String(target)}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** A button, and the one of the same name in the dialog that explains it. */
async function confirm(page: Page, tool: Tool, name: string): Promise<void> {
  await press(page, tool.getByRole('button', { name, exact: true }));
  const dialog = tool.getByRole('alertdialog');
  await dialog.waitFor();
  await press(page, dialog.getByRole('button', { name, exact: true }));
  await dialog.waitFor({ state: 'detached' });
}

async function tell(): Promise<void> {
  const { simulator } = stack;
  const course = demoCourse(stack);
  const person = async (name: string) => new Person(await browser.context.newPage(), simulator, name);
  const teacher = await person('Tessa Teacher');
  const picker = await teacher.addActivity();
  await type(teacher.page, picker.getByRole('textbox', { name: 'Title', exact: true }), TITLE);
  await type(teacher.page, picker.getByRole('textbox', { name: 'Points in the gradebook' }), '20');
  await press(teacher.page, picker.getByRole('button', { name: 'Create and add to the course' }));
  await until('the activity is in the course', () => simulator.institution.linksOf(course).length === 1);

  const ada = await person('Ada Ström');
  const work = await ada.open(TITLE);
  await type(ada.page, work.getByRole('textbox', { name: 'Your work' }), 'A bridge carries.');
  await press(ada.page, work.getByRole('button', { name: 'Hand in', exact: true }));
  await work
    .getByText(/Handed in [A-Z]/)
    .first()
    .waitFor();
  // Two others do the same elsewhere.
  const [, ...others] = await openLearners(stack, TITLE);
  const activityId = simulator.institution.linksOf(course)[0]?.custom['activity'];
  for (const learner of others) {
    await learner.ok('POST', `/activities/${activityId}/submission`, {
      text: 'An arch pushes.',
      expectedVersion: 0,
      expectedRevision: 0,
    });
  }

  const overview = await teacher.open(TITLE);
  await confirm(teacher.page, overview, 'Start reviews');
  await overview.getByText('Learners review').first().waitFor();

  const reviews = await ada.open(TITLE);
  await press(ada.page, reviews.getByRole('link', { name: /^Start review/ }).first());
  const points = reviews.getByRole('textbox', { name: /^Points for / });
  await points.first().waitFor();
  for (const field of await points.all()) await type(ada.page, field, '5');
  await type(
    ada.page,
    reviews.getByRole('textbox', { name: 'Comment for the author' }),
    'Clear and complete.',
  );
  await press(ada.page, reviews.getByRole('button', { name: 'Submit review' }));
  await reviews.getByText('Your review is submitted.').first().waitFor();

  const after = await teacher.open(TITLE);
  await confirm(teacher.page, after, 'Release grades');
  await after.getByRole('button', { name: 'Release again' }).waitFor();
  await until('the grade is in the gradebook', () => gradesOf(simulator, course.id).length === 1);

  // With the focus on the page, letters are shortcuts; the sheet tells which, and Escape closes it.
  await reach(teacher.page, after.getByRole('link', { name: 'Settings', exact: true }));
  await teacher.page.keyboard.press('?');
  await after.getByRole('dialog').waitFor();
  await teacher.page.keyboard.press('Escape');
  await after.getByRole('dialog').waitFor({ state: 'detached' });
}

test(
  'an activity is made, work handed in and reviewed, and grades released, with the keyboard alone',
  () => story(browser, 'keyboard', tell),
  STORY_MS,
);
