/** The ways into the tool beside the ordinary one: what people see, by axe and in pictures, wide and narrow. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { buildSettings } from '../factories/roundtable.ts';
import { faultsOf } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { until } from '../factories/until.ts';
import { addPeerReview, demoCourse, frameOf, personOf } from './launched.ts';
import { createPeerReview } from './peer-review-pages.ts';
import { Person, type Tool } from './people.ts';
import { type Stack, startStack } from '../factories/stack.ts';

const TEST_MS = 180_000;
const DAY = 86_400_000;
const at = (days: number): string =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * DAY).toISOString();

const stacks = {} as Record<'canvas' | 'strict', Stack>;
beforeAll(async () => {
  for (const profile of ['canvas', 'strict'] as const) stacks[profile] = await startStack(profile);
}, TEST_MS);
afterAll(async () => {
  for (const stack of Object.values(stacks)) await stack.close();
}, TEST_MS);

function first<T>([item]: readonly T[]): T {
  if (item === undefined) throw new Error('there is none');
  return item;
}

const SCREENS = [
  ['a wide screen in light colours', { width: 1280, colorScheme: 'light' }],
  ['a phone in dark colours', { width: 360, colorScheme: 'dark' }],
] as const;

describe.each(SCREENS)('on %s', (screen, options) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(options);
  }, TEST_MS);
  afterAll(() => browser.close(), TEST_MS);

  /** A story whose pictures are named after the screen. */
  const told = (tell: () => Promise<void>) => () =>
    story(browser, `${screen} ${expect.getState().currentTestName?.split(' › ').at(-1) ?? ''}`, tell);

  async function as(stack: Stack, name: string): Promise<Person> {
    return new Person(await browser.context.newPage(), stack.simulator, name);
  }

  /** Nothing that axe finds, and no sideways scrolling; the picture is for people. */
  async function expectClean(stack: Stack, page: Page, what: string): Promise<void> {
    expect([what, ...(await faultsOf(frameOf(stack, page)))]).toEqual([what]);
    await keepPicture(page, `${screen} ${what}`);
  }

  test(
    'choosing activities: new and existing, several, with dates, and cancelling',
    told(async () => {
      const stack = stacks.strict;
      const course = demoCourse(stack);
      const title = `Chosen on ${screen}`;
      const { teacher } = await addPeerReview(stack, title);
      const second = newId();
      const settings = buildSettings({ title: `${title}, second` });
      await teacher.ok('PUT', `/activities/${second}/peer-review`, { settings, expectedRevision: 0 });
      const tessa = await as(stack, 'Tessa Teacher');
      const picker = await tessa.addActivity();
      await picker.getByText('When learners see it in the course').click();
      await expectClean(stack, tessa.page, 'choose a new one');

      await picker.getByRole('radio', { name: 'Pick an existing one' }).check();
      await picker.getByRole('checkbox', { name: title }).first().waitFor();
      await expectClean(stack, tessa.page, 'choose existing ones');
      await picker.getByRole('button', { name: 'Add to the course' }).click();
      await picker.getByText('Please choose an activity.').filter({ visible: true }).first().waitFor();

      const before = stack.simulator.institution.linksOf(course).length;
      for (const n of [0, 1]) await picker.getByRole('checkbox').nth(n).check();
      await picker.getByRole('button', { name: 'Add to the course' }).click();
      await until(
        'both are in the course',
        () => stack.simulator.institution.linksOf(course).length === before + 2,
      );
      await tessa.page.getByText('2 activities added.').waitFor();

      const again = await tessa.addActivity();
      await again.getByRole('button', { name: 'Cancel' }).click();
      await tessa.page.getByRole('heading', { name: 'Collab 101' }).waitFor();
      expect(stack.simulator.institution.linksOf(course)).toHaveLength(before + 2);
    }),
    TEST_MS,
  );

  test(
    'cancelling in Canvas goes back by the way that the launch named',
    told(async () => {
      const stack = stacks.canvas;
      const tessa = await as(stack, 'Tessa Teacher');
      const picker = await tessa.addActivity();
      await expectClean(stack, tessa.page, 'choose in Canvas');
      await picker.getByRole('button', { name: 'Cancel' }).click();
      await tessa.page.getByRole('heading', { name: 'Collab 101' }).waitFor();
    }),
    TEST_MS,
  );

  test(
    'a plain link: the instructor sets it up, and the waiting learner’s page goes on by itself',
    told(async () => {
      const stack = stacks.canvas;
      const title = `Plain on ${screen}`;
      stack.simulator.addResourceLink(demoCourse(stack), {
        title,
        lineItem: { scoreMaximum: 20, label: title },
      });
      const ada = await as(stack, 'Ada Ström');
      const waiting = await ada.open(title);
      await waiting.getByRole('heading', { name: 'Not ready yet' }).waitFor();
      await expectClean(stack, ada.page, 'not ready');
      const tessa = await as(stack, 'Tessa Teacher');
      const setUp = await tessa.open(title);
      await expectClean(stack, tessa.page, 'set up a plain link');
      await setUp.getByRole('button', { name: 'Create', exact: false }).click();
      await setUp.getByText('Learners hand in').first().waitFor();
      await ada.page.bringToFront();
      await waiting.getByRole('textbox', { name: 'Your work' }).waitFor();
    }),
    TEST_MS,
  );

  test(
    'a copied course: staff are told what came along, check the dates, and take over the LMS’s',
    told(async () => {
      const stack = stacks.strict;
      const { simulator } = stack;
      const course = simulator.addCourse({ title: `Spring, ${screen}` });
      const tessa = personOf(stack, demoCourse(stack), 'instructor');
      simulator.institution.enrol(course, tessa.id, 'instructor');
      const title = `Copied on ${screen}`;
      await addPeerReview(stack, title, {
        course,
        submissionUntil: at(3),
        settings: { submissionsCloseAt: at(3), reviewsCloseAt: at(5) },
      });
      const teacher = await as(stack, 'Tessa Teacher');
      const open = async (where: number): Promise<Tool> => {
        await teacher.page.bringToFront();
        await teacher.page.goto(`${simulator.url}/as/${tessa.id}/courses/${where}`);
        await teacher.page.getByRole('link', { name: title, exact: true }).click();
        const tool = teacher.page.frameLocator('iframe.tool');
        await tool.getByRole('heading', { name: title }).waitFor();
        return tool;
      };
      // The LMS keeps its dates with the link as staff see it.
      await open(course.number);
      const copy = await simulator.copyCourse(course.id, `Autumn, ${screen}`, 14);
      const link = simulator.institution.linksOf(copy)[0];
      const tool = await open(copy.number);
      await tool.getByText(/^Copied from Spring, .* on .*: please check the dates$/).waitFor();
      await tool.getByText('All dates were moved by 14 days').waitFor();
      await expectClean(stack, teacher.page, 'copied');
      await tool.getByRole('button', { name: 'The dates are right' }).click();
      await tool.getByText(/^Copied from/).waitFor({ state: 'detached' });

      if (link) link.submission = { endDateTime: at(24) };
      if (link) link.available = { endDateTime: at(15) };
      const later = await open(copy.number);
      await later.getByText('The course has another date for handing in').waitFor();
      await later.getByText('The course hides this activity too early').waitFor();
      await expectClean(stack, teacher.page, 'other dates in the LMS');
      await later.getByRole('button', { name: 'Use the course’s date' }).click();
      await later.getByText('The course has another date for handing in').waitFor({ state: 'detached' });
    }),
    TEST_MS,
  );

  test(
    'the grading view: the work at its version, its reviews, and the grade with why',
    told(async () => {
      const stack = stacks.strict;
      const title = `Graded on ${screen}`;
      const { activityId, teacher } = await addPeerReview(stack, title);
      const course = demoCourse(stack);
      const { simulator, toolUrl } = stack;
      const link = simulator.institution.linksOf(course).find((one) => one.title === title);
      const learners = await Promise.all(
        [0, 1, 2].map((n) =>
          ApiSession.open(toolUrl, simulator, {
            courseId: course.id,
            userId: personOf(stack, course, 'learner', n).id,
            request: link?.id ?? '',
          }),
        ),
      );
      for (const [n, learner] of learners.entries()) {
        for (let version = 0; version < (n === 0 ? 2 : 1); version++) {
          const text = `A bridge carries.\n\nThis is version ${version + 1} by number ${n}.`;
          const body = { text, expectedVersion: version, expectedRevision: version };
          await learner.ok('POST', `/activities/${activityId}/submission`, body);
        }
      }
      const item = simulator.institution.lineItemsOf(course).find((one) => one.resourceLinkId === link?.id);
      const ada = personOf(stack, course, 'learner');
      const tessa = await as(stack, 'Tessa Teacher');
      const view = async (): Promise<Tool> => {
        await tessa.page.bringToFront();
        const teacherId = personOf(stack, course, 'instructor').id;
        await tessa.page.goto(
          `${simulator.url}/as/${teacherId}/courses/${course.number}/gradebook/${item?.id}/${ada.id}`,
        );
        await tessa.page.getByRole('link', { name: 'See the submission in the tool' }).click();
        const tool = tessa.page.frameLocator('iframe.tool');
        await tool.getByRole('heading', { name: 'Work of Ada Ström' }).waitFor();
        return tool;
      };
      const early = await view();
      await early.getByText('This is version 2 by number 0.').waitFor();
      await early.getByText('No review has been submitted yet.').waitFor();
      await early.getByRole('link', { name: 'Version 1' }).click();
      await early.getByText('This is version 1 by number 0.').waitFor();
      await early.getByText('There is a newer version than this one.').waitFor();
      await expectClean(stack, tessa.page, 'grading view, an older version');

      await teacher.ok('POST', `/activities/${activityId}/allocation`);
      await until('reviews have begun', async () => {
        return (await teacher.ok('GET', `/activities/${activityId}/overview`))['phase'] === 'review';
      });
      for (const learner of learners) {
        const mine = await learner.ok<{ reviewTasks: { reviewId: string }[] }>(
          'GET',
          `/activities/${activityId}/mine`,
        );
        for (const { reviewId } of mine.reviewTasks) {
          const body = {
            ratings: [{ criterionId: 'content', points: 7 }],
            comment: 'Clear, complete.',
            expectedRevision: 0,
          };
          await learner.ok('PUT', `/activities/${activityId}/reviews/${reviewId}`, body);
        }
      }
      await teacher.ok('POST', `/activities/${activityId}/release`);
      await until('it is graded', async () => {
        const { id } = first(learners).view['member'] as { id: string };
        return (
          (await teacher.ok('GET', `/activities/${activityId}/learners/${id}/reviews`))['grade'] !== null
        );
      });
      const graded = await view();
      await graded.getByText('14 of 20 points').first().waitFor();
      await graded.getByRole('heading', { name: 'Review by Bo Baker' }).waitFor();
      await expectClean(stack, tessa.page, 'grading view, graded');
      await graded.getByRole('link', { name: 'All learners' }).click();
      await graded.getByRole('heading', { name: title }).waitFor();
      await graded.getByRole('link', { name: 'Chi Nguyễn' }).first().click();
      await graded.getByRole('heading', { name: 'Work of Chi Nguyễn' }).waitFor();
    }),
    TEST_MS,
  );
});

describe('in Canvas’s frame', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser({ situation: 'all site data blocked' });
  }, TEST_MS);
  afterAll(() => browser.close(), TEST_MS);

  const heightOf = (page: Page): Promise<number> =>
    page.evaluate<number>('document.querySelector("iframe.tool")?.getBoundingClientRect().height ?? 0');

  test(
    'the frame is as tall as the page, follows it up and down, and comes to rest; the LMS’s page keeps the focus',
    () =>
      story(browser, 'frame height', async () => {
        const stack = stacks.canvas;
        await addPeerReview(stack, 'Tall');
        const tessa = new Person(await browser.context.newPage(), stack.simulator, 'Tessa Teacher');
        const tool = await tessa.open('Tall');
        const { page } = tessa;
        const fits = async (): Promise<boolean> => {
          const content = await frameOf(stack, page).evaluate<number>(
            'document.querySelector("#root")?.getBoundingClientRect().height ?? 0',
          );
          return Math.abs((await heightOf(page)) - Math.max(400, Math.ceil(content))) <= 4;
        };
        // Parts of the page come one after the other.
        const rests = async (): Promise<boolean> => {
          const before = await heightOf(page);
          await new Promise((resolve) => setTimeout(resolve, 1000));
          return (await heightOf(page)) === before && (await fits());
        };
        await until('the frame fits', rests);
        // Nobody has asked for the keyboard's focus to leave the LMS's page.
        expect(await page.evaluate<string>('document.activeElement?.tagName')).toBe('BODY');

        const overview = await heightOf(page);
        await tool.getByRole('link', { name: 'Settings', exact: true }).first().click();
        await tool.getByRole('heading', { name: 'Settings' }).first().waitFor();
        await until(
          'the frame has grown',
          async () => (await heightOf(page)) > overview + 100 && (await fits()),
        );
        // The page that one went to begins at its heading.
        expect(await frameOf(stack, page).evaluate<string>('document.activeElement?.tagName')).toBe('H1');
        await page.evaluate('history.back()');
        await until(
          'the frame has shrunk',
          async () => (await heightOf(page)) < overview + 100 && (await fits()),
        );

        const resting = await heightOf(page);
        await new Promise((resolve) => setTimeout(resolve, 2000));
        expect(await heightOf(page)).toBe(resting);
      }),
    TEST_MS,
  );

  test(
    'the back button leaves nothing to post again where the platform’s storage proved the browser',
    () =>
      story(browser, 'storage and back', async () => {
        const stack = stacks.canvas;
        await addPeerReview(stack, 'Stored');
        const ada = new Person(await browser.context.newPage(), stack.simulator, 'Ada Ström');
        const tool = await ada.open('Stored');
        await tool.getByRole('textbox', { name: 'Your work' }).waitFor();
        await ada.page.evaluate('history.back()');
        await ada.page.getByRole('heading', { name: 'Collab 101' }).waitFor();
      }),
    TEST_MS,
  );

  test(
    'a platform’s storage that loads later than the tool proves the browser all the same',
    () =>
      story(browser, 'late storage', async () => {
        const stack = stacks.canvas;
        await addPeerReview(stack, 'Late');
        const page = await browser.context.newPage();
        await page.route('**/frames/storage', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 500));
          await route.continue();
        });
        const ada = new Person(page, stack.simulator, 'Ada Ström');
        await ada.goToCourse();
        await page.getByRole('link', { name: 'Late', exact: true }).click();
        await page.frameLocator('iframe.tool').getByRole('textbox', { name: 'Your work' }).waitFor();
      }),
    TEST_MS,
  );
});

test(
  'an instructor adds an activity in Canvas, where it gets its column',
  async () => {
    const stack = stacks.canvas;
    const browser = await openBrowser();
    try {
      await story(browser, 'canvas column', async () => {
        const tessa = new Person(await browser.context.newPage(), stack.simulator, 'Tessa Teacher');
        await createPeerReview(await tessa.addActivity(), 'With a column', 25);
        const columns = () =>
          stack.simulator.institution
            .lineItemsOf(demoCourse(stack))
            .filter(({ label }) => label === 'With a column');
        await until('the column is there', () => columns().length === 1);
        expect(columns()[0]?.scoreMaximum).toBe(25);
      });
    } finally {
      await browser.close();
    }
  },
  TEST_MS,
);
