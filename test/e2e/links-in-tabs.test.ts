/** Links to posts that people send each other: opened in a tab of their own, where nobody has launched anything. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, reply, startThread } from '../factories/discussion.ts';
import { type Stack, startStack } from '../factories/stack.ts';
import { openBrowser, story } from './browser.ts';
import { demoCourse, frameOf, openLearners, personOf } from './launched.ts';
import { Person } from './people.ts';

const TEST_MS = 180_000;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack('moodle');
}, TEST_MS);
afterAll(() => stack.close(), TEST_MS);

test(
  'a link to a post, opened in a tab, leads there once the activity is opened in the course',
  async () => {
    const title = 'Linked bridges';
    const { simulator, toolUrl } = stack;
    const course = demoCourse(stack);
    const userId = personOf(stack, course, 'instructor').id;
    const launch = { courseId: course.id, userId, request: { deepLinking: true } } as const;
    const activityId = await addDiscussion(await ApiSession.open(toolUrl, simulator, launch), { title });
    simulator.addResourceLink(course, { title, custom: { activity: activityId } });
    const [ada] = await openLearners(stack, title, 1);
    if (!ada) throw new Error('nobody to discuss');
    const threadId = await startThread(ada, activityId, 'Why arches?');
    await reply(ada, activityId, threadId, 1, 'They carry the load to the banks.');
    const browser = await openBrowser({ situation: 'third-party cookies allowed' });
    try {
      await story(browser, 'a link to a post in a tab', async () => {
        const page = await browser.context.newPage();
        const reader = new Person(page, simulator, 'Bo Baker');
        await (await reader.open(title)).getByRole('link', { name: 'Why arches?' }).waitFor();
        const begin = frameOf(stack, page).url().split('/discussions/')[0];
        const link = `${begin}/discussions/${activityId}/threads/${threadId}?post=2`;
        const tab = await browser.context.newPage();
        await tab.goto(link);
        await tab.getByRole('heading', { name: 'Open this again from your course' }).waitFor();
        await tab.getByText('the page that this link leads to then opens by itself').waitFor();
        const tool = await reader.open(title);
        await tool.getByText('They carry the load to the banks.').waitFor();
        expect(frameOf(stack, page).url()).toBe(link);
        // Once: the next start is an ordinary one.
        await (await reader.open(title)).getByRole('link', { name: 'Why arches?' }).waitFor();
        expect(frameOf(stack, page).url()).not.toContain('threads');
      });
    } finally {
      await browser.close();
    }
  },
  TEST_MS,
);
