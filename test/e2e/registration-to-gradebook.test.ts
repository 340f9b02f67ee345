/** The whole way of an institution: an LMS registers itself, a course uses it, and both gradebooks are compared. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Stack, startStack } from '../factories/stack.ts';
import type { Course } from '../lms-simulator/index.ts';
import { faultsOf } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { gradesOf } from './gradebook.ts';
import { until } from '../factories/until.ts';
import { createPeerReview, handIn, releaseGrades, startReviews, writeReviews } from './peer-review-pages.ts';
import { Person, type Tool } from './people.ts';

const STORY_MS = 240_000;
const TITLE = 'Essay on bridges';
const SHARES = { 'Ada Ström': 1, 'Bo Baker': 0.5, 'Chi Nguyễn': 0.8 };
const GRADES = { 'Ada Ström': 13, 'Bo Baker': 18, 'Chi Nguyễn': 15 };

describe.each(['moodle', 'canvas'] as const)('in %s', (profile) => {
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startStack(profile);
    browser = await openBrowser({ situation: 'third-party cookies blocked' });
  }, STORY_MS);
  afterAll(async () => {
    await browser.close();
    await stack.close();
  }, STORY_MS);

  test(
    'registration by link, an activity by deep linking, grades, and what was changed by hand in the LMS since',
    () => story(browser, `registration to gradebook ${profile}`, () => tell(stack, browser)),
    STORY_MS,
  );
});

async function tell(stack: Stack, { context }: Browser): Promise<void> {
  const { simulator } = stack;
  const [course] = simulator.courses;
  if (!course) throw new Error('the demo course is missing');
  await register(stack, await context.newPage());

  const person = async (name: string) => new Person(await context.newPage(), simulator, name);
  const teacher = await person('Tessa Teacher');
  await createPeerReview(await teacher.addActivity(), TITLE, 20);
  await until('the activity is in the course', () => simulator.institution.linksOf(course).length === 1);
  const learners = await Promise.all(
    Object.entries(SHARES).map(async ([name, share]) => ({ share, person: await person(name) })),
  );
  for (const learner of learners) await handIn(await learner.person.open(TITLE), 'A bridge carries.');
  await startReviews(await teacher.open(TITLE));
  for (const learner of learners) {
    expect(await writeReviews(await learner.person.open(TITLE), learner.share)).toBe(2);
  }
  await releaseGrades(await teacher.open(TITLE));
  await until('every grade is in the gradebook', () => gradesOf(simulator, course.id).length === 3);
  expect(scores(stack, course)).toEqual(GRADES);

  await changeByHand(teacher, 'Ada Ström', '17');
  await changeByHand(teacher, 'Bo Baker', '4');
  await compare(stack, teacher, course);
  const [ada] = learners;
  await (await ada?.person.open(TITLE))?.getByText('17 of 20 points').first().waitFor();
}

const scores = ({ simulator }: Stack, course: Course) =>
  Object.fromEntries(gradesOf(simulator, course.id).map(({ name, score }) => [name, score]));

/** The administrator's side, by the link of the command line; only the tool that came by it stays active. */
async function register(stack: Stack, lms: Page): Promise<void> {
  const { simulator } = stack;
  const { tools } = simulator.institution.state;
  for (const tool of Object.values(tools)) tool.active = false;
  const [link = ''] = (await stack.command('invite-cli', '--name', 'School of Bridges')).split('\n');
  await lms.goto(`${simulator.url}/tools`);
  await lms.getByRole('textbox', { name: 'Registration address' }).fill(link);
  await lms.getByRole('button', { name: 'Register' }).click();
  const frame = lms.frameLocator('iframe.tool');
  await frame.getByRole('button', { name: 'Register' }).click();
  await frame.getByRole('heading', { name: 'Two steps remain' }).waitFor();
  await frame.getByRole('button', { name: 'Close' }).click();
  await lms.waitForURL(`${simulator.url}/tools`);
  const [id] = /^\S+(?=\s+School of Bridges)/m.exec(await stack.command('platforms-cli', 'list')) ?? [];
  await stack.command('platforms-cli', 'approve', id ?? '');
  await lms
    .getByRole('button', { name: /^Activate/ })
    .last()
    .click();
  await until('the tool is active', () => Object.values(tools).filter(({ active }) => active).length === 1);
}

/** On the LMS's own pages. */
async function changeByHand(teacher: Person, name: string, score: string): Promise<void> {
  const { page } = teacher;
  await teacher.goToCourse();
  await page.getByRole('link', { name: 'Gradebook' }).first().click();
  await page.getByRole('link', { name: new RegExp(`, ${name}: `) }).click();
  await page.getByRole('spinbutton', { name: /^Score/ }).fill(score);
  await page.getByRole('button', { name: 'Save grade' }).click();
  await page.getByRole('table', { name: 'Grades' }).getByText('by hand').first().waitFor();
}

const rowOf = (tool: Tool, name: string) =>
  tool.getByRole('table', { name: 'Grades here and in the gradebook' }).getByRole('row', { name });

/** What was changed by hand is seen, never overwritten by itself; one is sent again, one is accepted. */
async function compare(stack: Stack, teacher: Person, course: Course): Promise<void> {
  const tool = await teacher.open(TITLE);
  await tool.getByRole('link', { name: 'Compare with the gradebook' }).press('Enter');
  await tool.getByRole('button', { name: 'Read the gradebook' }).press('Enter');
  await rowOf(tool, 'Ada Ström').getByText('Changed there').waitFor();
  await rowOf(tool, 'Bo Baker').getByText('Changed there').waitFor();
  expect(await rowOf(tool, 'Chi Nguyễn').count()).toBe(0);
  expect(scores(stack, course)).toEqual({ ...GRADES, 'Ada Ström': 17, 'Bo Baker': 4 });
  const frame = teacher.page.frames().find((one) => one.url().startsWith(stack.toolUrl));
  expect(frame ? await faultsOf(frame) : ['the page is not in the frame']).toEqual([]);
  await keepPicture(teacher.page, 'comparison with the gradebook');

  await tool.getByRole('button', { name: 'Accept theirs: Ada Ström' }).press('Enter');
  await tool.getByRole('button', { name: 'Send ours: Bo Baker' }).press('Enter');
  await until('ours is there again', () => scores(stack, course)['Bo Baker'] === 18);
  await until('theirs is here', async () => {
    await tool.getByRole('button', { name: 'Read it again' }).press('Enter');
    await tool.getByRole('button', { name: 'Read it again' }).waitFor();
    return (await tool.getByText('All 3 grades are the same here and there.').count()) === 1;
  });
  expect(scores(stack, course)).toEqual({ ...GRADES, 'Ada Ström': 17 });
}
