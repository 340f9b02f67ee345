import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, openBrowser, story } from './browser.ts';
import { gradesOf } from './gradebook.ts';
import { until } from '../factories/until.ts';
import { createPeerReview, handIn, releaseGrades, startReviews, writeReviews } from './peer-review-pages.ts';
import { Person } from './people.ts';
import { type Stack, startStack } from '../factories/stack.ts';

const STORY_MS = 240_000;
const TITLE = 'Essay on bridges';
/** What share of the points each reviewer gives, to everybody. */
const SHARES = { 'Ada Ström': 1, 'Bo Baker': 0.5, 'Chi Nguyễn': 0.8 };
/** With three works and three reviewers everybody is reviewed by the two others: the median is their mean. */
const GRADES = { 'Ada Ström': 13, 'Bo Baker': 18, 'Chi Nguyễn': 15 };

describe.each([
  ['moodle', 'third-party cookies allowed'],
  ['moodle', 'all site data blocked'],
  ['canvas', 'third-party cookies blocked'],
] as const)('in %s with %s', (profile, situation) => {
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startStack(profile);
    browser = await openBrowser({ situation });
  }, STORY_MS);
  afterAll(async () => {
    await browser.close();
    await stack.close();
  }, STORY_MS);

  test(
    'an instructor adds a peer review, learners hand in and review, grades reach the gradebook and are explained',
    () => story(browser, `story-${profile}-${situation}`, () => tellStory(stack, browser)),
    STORY_MS,
  );
});

async function tellStory({ simulator }: Stack, { context }: Browser): Promise<void> {
  const person = async (name: string) => new Person(await context.newPage(), simulator, name);
  const [course] = simulator.courses;
  if (!course) throw new Error('the demo course is missing');

  const teacher = await person('Tessa Teacher');
  await createPeerReview(await teacher.addActivity(), TITLE, 20);
  await until('the activity is in the course', () => simulator.institution.linksOf(course).length === 1);

  const learners = await Promise.all(
    Object.entries(SHARES).map(async ([name, share]) => ({ share, person: await person(name) })),
  );
  for (const [index, learner] of learners.entries()) {
    await handIn(await learner.person.open(TITLE), `A bridge carries. By number ${index}.`);
  }
  await startReviews(await teacher.open(TITLE));
  for (const learner of learners) {
    expect(await writeReviews(await learner.person.open(TITLE), learner.share)).toBe(2);
  }
  await releaseGrades(await teacher.open(TITLE));

  await until('every grade is in the gradebook', () => gradesOf(simulator, course.id).length === 3);
  const grades = gradesOf(simulator, course.id);
  expect(Object.fromEntries(grades.map(({ name, score }) => [name, score]))).toEqual(GRADES);

  const ada = await person('Ada Ström');
  const result = await ada.open(TITLE);
  await result.getByText('13 of 20 points').first().waitFor();
  await result.getByText(/^Your work: median of 2 reviews/).waitFor();
  await result
    .getByText(/In the course gradebook since/)
    .first()
    .waitFor();
}
