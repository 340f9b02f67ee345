/** What happens to people's browsers: reloads, sleep, the back button, two tabs, wrong clocks, blocked storage. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ApiSession } from '../factories/browserless.ts';
import { type Browser, keepPicture, openBrowser, type StorageSituation, story } from './browser.ts';
import { until } from '../factories/until.ts';
import {
  addPeerReview,
  demoCourse,
  editor,
  frameOf,
  type Prepared,
  reloadFrame,
  saved,
  write,
} from './launched.ts';
import { Person, type Tool } from './people.ts';
import { type Stack, startStack } from '../factories/stack.ts';

const TEST_MS = 180_000;
const HOUR = 3_600_000;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack('moodle');
}, TEST_MS);
afterAll(() => stack.close(), TEST_MS);

let isAhead = false;
/** The tool stops, and goes on when so much time has passed. */
async function letTimePass(
  ms: number,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await stack.kill();
  await meanwhile();
  await stack.restart(ms);
  isAhead = true;
}
afterEach(async () => {
  if (!isAhead) return;
  await stack.kill();
  await stack.restart();
  isAhead = false;
}, TEST_MS);

/** A story in a browser of its own; its name is that of its pictures. */
const expectStory =
  (name: string, situation: StorageSituation, tell: (browser: Browser) => Promise<void>) =>
  async (): Promise<void> => {
    const browser = await openBrowser({ situation });
    try {
      await story(browser, name, () => tell(browser));
    } finally {
      await browser.close();
    }
  };

async function personIn({ context }: Browser, name: string): Promise<Person> {
  const page = await context.newPage();
  // The browser asks before it leaves a page with text that was not saved.
  page.on('dialog', (dialog) => void dialog.accept());
  return new Person(page, stack.simulator, name);
}

/** Three learners have handed in and review each other. */
async function inReview(title: string): Promise<Prepared> {
  const prepared = await addPeerReview(stack, title);
  const { simulator, toolUrl } = stack;
  const course = demoCourse(stack);
  const link = simulator.institution.linksOf(course).find((one) => one.title === title);
  for (const person of simulator.peopleWith(course, 'learner').slice(0, 3)) {
    const target = { courseId: course.id, userId: person.id, request: link?.id ?? '' };
    const session = await ApiSession.open(toolUrl, simulator, target);
    const body = { text: 'Bridges carry.', expectedVersion: 0, expectedRevision: 0 };
    await session.ok('POST', `/activities/${prepared.activityId}/submission`, body);
  }
  const { teacher, activityId } = prepared;
  await teacher.ok('POST', `/activities/${activityId}/allocation`);
  const phase = async () => (await teacher.ok('GET', `/activities/${activityId}/overview`))['phase'];
  await until('reviews have begun', async () => (await phase()) === 'review');
  return prepared;
}

/** Opens the review that waits for a learner. */
async function openReview(tool: Tool): Promise<ReturnType<Tool['getByRole']>> {
  await tool
    .getByRole('link', { name: /^Start review/ })
    .first()
    .click();
  const comment = tool.getByRole('textbox', { name: 'Comment for the author' });
  await comment.waitFor();
  return comment;
}

describe('reload', () => {
  test(
    'goes on at the same page',
    expectStory('goes on at the same page', 'third-party cookies allowed', async (browser) => {
      await inReview('Reloaded');
      const ada = await personIn(browser, 'Ada Ström');
      const comment = await openReview(await ada.open('Reloaded'));
      const before = frameOf(stack, ada.page).url();
      await reloadFrame(stack, ada.page);
      await comment.waitFor();
      expect(frameOf(stack, ada.page).url()).toBe(before);
    }),
    TEST_MS,
  );

  test(
    'asks to open the activity again where storage is blocked, and that opens the same page',
    expectStory(
      'asks to open the activity again where storage is blocked, and that opens the same page',
      'third-party cookies blocked',
      async (browser) => {
        await inReview('Blocked');
        const ada = await personIn(browser, 'Ada Ström');
        const tool = await ada.open('Blocked');
        const comment = await openReview(tool);
        await comment.fill('Kept by the server.');
        await saved(tool).waitFor();
        const before = frameOf(stack, ada.page).url();
        await reloadFrame(stack, ada.page);
        await tool.getByRole('heading', { name: 'Open this again from your course' }).waitFor();
        await ada.open('Blocked');
        await comment.waitFor();
        expect(frameOf(stack, ada.page).url()).toBe(before);
        expect(await comment.innerText()).toBe('Kept by the server.');
      },
    ),
    TEST_MS,
  );

  test(
    'loses nothing that was saved in a tab of its own',
    expectStory(
      'loses nothing that was saved in a tab of its own',
      'all site data blocked',
      async (browser) => {
        await addPeerReview(stack, 'All blocked');
        const ada = await personIn(browser, 'Ada Ström');
        const tab = (await ada.open('All blocked')) as Page;
        await write(tab, 'Kept by the server.');
        await tab.reload();
        await tab.getByRole('heading', { name: 'Open this again from your course' }).waitFor();
        const again = await ada.open('All blocked');
        expect(await editor(again).innerText()).toBe('Kept by the server.');
      },
    ),
    TEST_MS,
  );
});

describe('a laptop that slept', () => {
  test(
    'for twenty minutes goes on by itself',
    expectStory('for twenty minutes goes on by itself', 'third-party cookies blocked', async (browser) => {
      await addPeerReview(stack, 'Short sleep');
      const ada = await personIn(browser, 'Ada Ström');
      const tool = await ada.open('Short sleep');
      await write(tool, 'Before the break.');
      await letTimePass(20 * 60_000);
      await editor(tool).fill('Before and after the break.');
      await tool
        .getByText(/Not saved|Saving/)
        .first()
        .waitFor();
      await saved(tool).waitFor();
      expect(await tool.getByText('Your session has ended').count()).toBe(0);
      const again = await ada.open('Short sleep');
      expect(await editor(again).innerText()).toBe('Before and after the break.');
    }),
    TEST_MS,
  );

  test.each([
    ['third-party cookies allowed', 'Written when nobody listened.', 'with everything that you have written'],
    ['third-party cookies blocked', 'Saved in the evening.', 'copy it first'],
  ] as const)(
    'overnight with %s goes on at the same page after opening the activity again, and says what is kept',
    async (situation, kept, told) => {
      const browser = await openBrowser({ situation });
      try {
        await story(browser, `overnight with ${situation}`, async () => {
          const title = `Overnight, ${situation}`;
          await inReview(title);
          const ada = await personIn(browser, 'Ada Ström');
          const tool = await ada.open(title);
          const comment = await openReview(tool);
          await comment.fill('Saved in the evening.');
          await saved(tool).waitFor();
          const page = frameOf(stack, ada.page).url();
          await letTimePass(13 * HOUR, () => comment.fill('Written when nobody listened.'));
          await tool.getByText('Your session has ended', { exact: true }).waitFor();
          await tool.getByText(told).waitFor();
          await keepPicture(ada.page, `overnight, ${situation}`);

          const morning = await ada.open(title);
          await comment.waitFor();
          expect(frameOf(stack, ada.page).url()).toBe(page);
          expect(await comment.innerText()).toBe(kept);
          await comment.press('End');
          await saved(morning).or(tool.getByText('Saved automatically')).first().waitFor();

          // Another time the activity opens where it always does.
          const later = await ada.open(title);
          await later.getByRole('heading', { name: title }).waitFor();
        });
      } finally {
        await browser.close();
      }
    },
    TEST_MS,
  );
});

/** Presses the browser's "back" or "forward", which may go within the frame alone. */
const goInHistory = (page: Page, by: -1 | 1): Promise<unknown> => page.evaluate(`history.go(${by})`);

describe('the back button', () => {
  test(
    'goes through the tool’s pages and then out of it',
    expectStory(
      'goes through the tool’s pages and then out of it',
      'third-party cookies blocked',
      async (browser) => {
        await inReview('Back and forth');
        const ada = await personIn(browser, 'Ada Ström');
        const tool = await ada.open('Back and forth');
        const comment = await openReview(tool);
        await goInHistory(ada.page, -1);
        await tool.getByRole('heading', { name: 'Your reviews' }).waitFor();
        await goInHistory(ada.page, 1);
        await comment.waitFor();
        await goInHistory(ada.page, -1);
        await tool.getByRole('heading', { name: 'Your reviews' }).waitFor();
        await goInHistory(ada.page, -1);
        await ada.page.getByRole('heading', { name: 'Collab 101' }).waitFor();
      },
    ),
    TEST_MS,
  );

  test(
    'comes past a page of the LMS that posts the launch once more',
    expectStory(
      'comes past a page of the LMS that posts the launch once more',
      'third-party cookies allowed',
      async (browser) => {
        await addPeerReview(stack, 'Posted again');
        const ada = await personIn(browser, 'Ada Ström');
        let authorization = '';
        ada.page.on('request', (request) => {
          if (request.url().includes('/mod/lti/auth.php')) authorization = request.url();
        });
        const tool = await ada.open('Posted again');
        const refused = ada.page.waitForResponse((answer) => answer.url().endsWith('/lti/launch'));
        // As if the LMS's own page lay before the tool's in the history, and one had gone back to it.
        await frameOf(stack, ada.page).evaluate(`location.assign(${JSON.stringify(authorization)})`);
        expect((await refused).status()).toBe(401);
        await tool.getByRole('heading', { name: 'Posted again' }).waitFor();
      },
    ),
    TEST_MS,
  );

  test(
    'finds nothing to post again in a tab of its own',
    expectStory(
      'finds nothing to post again in a tab of its own',
      'all site data blocked',
      async (browser) => {
        await inReview('Own tab');
        const ada = await personIn(browser, 'Ada Ström');
        const tab = (await ada.open('Own tab')) as Page;
        // The page that asked "Is this you?" has given its place to the tool's: nothing lies before it.
        expect(await tab.evaluate('history.length')).toBeLessThanOrEqual(2);
        await openReview(tab);
        await tab.goBack();
        await tab.getByRole('heading', { name: 'Own tab' }).waitFor();
        await tab.goBack().catch(() => null);
        expect(await tab.getByText(/ERR_CACHE_MISS|STATE_USED|CONFIRMATION_EXPIRED/).count()).toBe(0);
        expect(new URL(tab.url()).pathname).not.toMatch(/^\/lti\//);
      },
    ),
    TEST_MS,
  );
});

describe('two tabs at once', () => {
  test(
    'of two people keep each to their own, through reloads',
    expectStory(
      'of two people keep each to their own, through reloads',
      'third-party cookies allowed',
      async (browser) => {
        await addPeerReview(stack, 'Two people');
        const [ada, bo] = [await personIn(browser, 'Ada Ström'), await personIn(browser, 'Bo Baker')];
        const [hers, his] = [await ada.open('Two people'), await bo.open('Two people')];
        await ada.page.bringToFront();
        await write(hers, 'By Ada.');
        await bo.page.bringToFront();
        await write(his, 'By Bo.');
        await reloadFrame(stack, ada.page);
        await reloadFrame(stack, bo.page);
        await editor(hers).waitFor();
        await editor(his).waitFor();
        expect([await editor(hers).innerText(), await editor(his).innerText()]).toEqual([
          'By Ada.',
          'By Bo.',
        ]);
      },
    ),
    TEST_MS,
  );

  test(
    'of two courses stay in their own',
    expectStory('of two courses stay in their own', 'third-party cookies allowed', async (browser) => {
      const { simulator } = stack;
      const other = simulator.addCourse({ title: 'Another course' });
      const [ada, tessa] = [demoPerson('Ada Ström'), demoPerson('Tessa Teacher')];
      simulator.institution.enrol(other, ada, 'learner');
      simulator.institution.enrol(other, tessa, 'instructor');
      await addPeerReview(stack, 'Here');
      await addPeerReview(stack, 'There', { course: other });
      const [first, second] = [await personIn(browser, 'Ada Ström'), await personIn(browser, 'Ada Ström')];
      const here = await first.open('Here');
      await second.page.bringToFront();
      await second.page.goto(`${simulator.url}/as/${ada}/courses/${other.number}`);
      await second.page.getByRole('link', { name: 'There', exact: true }).click();
      const there = second.page.frameLocator('iframe.tool');
      await editor(there).waitFor();
      for (const person of [first, second]) await reloadFrame(stack, person.page);
      await here.getByRole('heading', { name: 'Here' }).waitFor();
      await here.getByText('Collab 101').waitFor();
      await there.getByRole('heading', { name: 'There' }).waitFor();
      await there.getByText('Another course').waitFor();
    }),
    TEST_MS,
  );

  test(
    'of one person and one text ask which counts',
    expectStory(
      'of one person and one text ask which counts',
      'third-party cookies blocked',
      async (browser) => {
        await addPeerReview(stack, 'One text');
        const [first, second] = [await personIn(browser, 'Ada Ström'), await personIn(browser, 'Ada Ström')];
        const [one, two] = [await first.open('One text'), await second.open('One text')];
        await write(two, 'From the second tab.');
        await first.page.bringToFront();
        await editor(one).fill('From the first tab.');
        await one.getByText('Saved in another tab').waitFor();
        await one.getByRole('button', { name: 'Keep this one' }).click();
        await saved(one).waitFor();
      },
    ),
    TEST_MS,
  );
});

function demoPerson(name: string): string {
  const person = stack.simulator.people.find((one) => one.name === name);
  if (!person) throw new Error(`no ${name}`);
  return person.id;
}

describe('a device whose clock is wrong', () => {
  test.each([
    ['three hours fast', 3 * HOUR],
    ['three hours slow', -3 * HOUR],
  ])(
    '%s works, renews its bearer no more often, and says the right "in … hours"',
    async (name, skewMs) => {
      const browser = await openBrowser();
      try {
        await story(browser, name, async () => {
          const title = `Clock ${name}`;
          const closes = new Date(Date.now() + 5.5 * HOUR).toISOString();
          await addPeerReview(stack, title, { settings: { submissionsCloseAt: closes } });
          await browser.context.clock.install({ time: Date.now() + skewMs });
          const ada = await personIn(browser, 'Ada Ström');
          let renewals = 0;
          ada.page.on('request', (request) => (renewals += Number(request.url().endsWith('/session/renew'))));
          const tool = await ada.open(title);
          await tool.getByText('(in 5 hours)').first().waitFor();
          await write(tool, 'Whatever the time.');
          await new Promise((resolve) => setTimeout(resolve, 3000));
          expect(renewals).toBe(0);
        });
      } finally {
        await browser.close();
      }
    },
    TEST_MS,
  );
});
