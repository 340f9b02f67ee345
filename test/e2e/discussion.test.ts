/** A discussion in the browser: set up, post first, threads and nested replies, what is new, quoting and deleting. */
import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import { ApiSession } from '../factories/browserless.ts';
import { reply } from '../factories/discussion.ts';
import { until } from '../factories/until.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { writeAtEnd } from './browser.ts';
import { frameOf } from './launched.ts';
import type { Person, Tool } from './people.ts';

const TITLE = 'Which bridge?';

/** Writes into the editor of this name. */
async function write(tool: Tool, label: string, text: string): Promise<void> {
  await writeAtEnd(tool.getByRole('textbox', { name: label }), text);
}

/** Chooses from the menu of a post. */
async function command(tool: Tool, name: string, item: string): Promise<void> {
  await tool.getByRole('button', { name, exact: true }).press('Enter');
  await tool.getByRole('menuitem', { name: item }).press('Enter');
}

async function setUp(screen: Screen, teacher: Person): Promise<void> {
  const { look } = screen;
  const tool = await teacher.addActivity();
  await tool.getByRole('radio', { name: /^Discussion/ }).check();
  await tool.getByRole('textbox', { name: 'Title' }).fill(TITLE);
  await write(tool, 'What is to be discussed', 'Say which, and why.');
  await tool.getByRole('radio', { name: /^Post first/ }).check();
  await look('set up', teacher);
  await tool.getByRole('button', { name: 'Create and add to the course' }).press('Enter');
  await teacher.page.getByRole('link', { name: TITLE, exact: true }).waitFor();
}

async function start(screen: Screen, who: Person, title: string): Promise<Tool> {
  const { look } = screen;
  const tool = await who.open(TITLE);
  await tool.getByText('Your own thoughts first').waitFor();
  expect(await tool.getByRole('heading', { name: 'Threads' }).count()).toBe(0);
  await look('before the first post', who);
  await tool.getByRole('link', { name: 'Start a thread' }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Start a thread' }).waitFor();
  await write(tool, 'Your post', `My ${title}.`);
  await tool.getByRole('button', { name: 'Start the thread' }).press('Enter');
  await tool.getByText(/Give the thread a title/).waitFor();
  await look('a thread without a title', who);
  await tool.getByRole('textbox', { name: 'Title' }).fill(title);
  await tool.getByRole('button', { name: 'Start the thread' }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: title }).waitFor();
  return tool;
}

/** How far down something is, once the list that scrolls to it has come to rest. */
async function restingPlace(of: Locator): Promise<number> {
  let place = Number.NaN;
  let quiet = 0;
  await until('the list is at rest', async () => {
    const now = (await of.boundingBox())?.y ?? Number.NaN;
    quiet = now === place ? quiet + 1 : 0;
    place = now;
    return quiet > 5;
  });
  return place;
}

/** Others write while somebody reads: what is read stays where it is. */
async function live({ look, stack }: Screen, reader: Person, tool: Tool): Promise<void> {
  const { simulator, toolUrl } = stack;
  const [course] = simulator.courses;
  const ada = simulator.people.find(({ givenName }) => givenName === 'Ada');
  if (!course || !ada) throw new Error('the demo course has no Ada');
  const request = { deepLinking: true } as const;
  const session = await ApiSession.open(toolUrl, simulator, { courseId: course.id, userId: ada.id, request });
  const path = new URL(frameOf(stack, reader.page).url()).pathname;
  const [activityId = '', threadId = ''] = path.match(/[0-9a-f]{32}/g)?.slice(-2) ?? [];
  for (let n = 4; n <= 15; n += 1) await reply(session, activityId, threadId, 1, `Number ${n}.`);
  const below = tool.getByRole('button', { name: /new posts? below/ });
  await below.waitFor();
  const last = tool.getByRole('article', { name: 'Post 15 by Ada Ström' });
  await tool.getByRole('article', { name: 'Post 1 by Ada Ström' }).focus();
  // From post to post: each comes into sight.
  for (let n = 2; !(await tool.locator('article:focus[aria-label^="Post 15"]').count()); n += 1) {
    expect(n).toBeLessThan(60);
    await tool.locator('article:focus').press('PageDown');
  }
  await below.waitFor({ state: 'detached' });
  const before = await restingPlace(last);
  await reply(session, activityId, threadId, 2, 'In between.');
  const above = tool.getByRole('button', { name: '1 new post above' });
  await above.waitFor();
  const after = await last.boundingBox();
  expect(Math.abs((after?.y ?? 0) - before)).toBeLessThan(2);
  await look('a post has come above', reader);
  const edit = { text: richTextOf('Number 15, changed.'), expectedRevision: 1, draftRevision: 0 };
  await session.ok('PUT', `/discussions/${activityId}/threads/${threadId}/posts/15`, edit);
  await last.getByText('Number 15, changed.').waitFor();
  await above.press('Enter');
  await tool.getByRole('article', { name: 'Post 16 by Ada Ström' }).getByText('In between.').waitFor();
  await above.waitFor({ state: 'detached' });
  // A frame may not write to the clipboard: the address is there to be copied.
  await command(tool, 'More about post 16 by Ada Ström', 'Copy link');
  const link = tool.getByRole('dialog', { name: 'Link to this post' });
  await link.waitFor();
  expect(await link.getByRole('textbox', { name: 'Address' }).inputValue()).toMatch(
    new RegExp(`/discussions/${activityId}/threads/${threadId}\\?post=16$`),
  );
  await look('the address of a post', reader);
  await link.getByRole('button', { name: 'Close' }).press('Enter');
  await link.waitFor({ state: 'detached' });
}

async function tell(screen: Screen): Promise<void> {
  const { person, look, stack } = screen;
  const teacher = await person('Tessa Teacher');
  await setUp(screen, teacher);
  const ada = await person('Ada Ström');
  await start(screen, ada, 'Arch bridges');
  await ada.close();

  const bo = await person('Bo Baker');
  const tool = await start(screen, bo, 'Rope bridges');
  await tool.getByRole('navigation').getByRole('link', { name: TITLE }).first().press('Enter');
  await tool.getByRole('link', { name: 'Arch bridges' }).waitFor();
  await look('threads', bo);
  await tool.getByRole('link', { name: 'Arch bridges' }).press('Enter');
  await tool.getByRole('button', { name: 'Reply to Ada Ström' }).press('Enter');
  await write(tool, 'Your reply to Ada Ström', 'Stone or steel?');
  await tool
    .getByText(/^Saved/)
    .first()
    .waitFor();
  await look('writing a reply', bo);
  await tool.getByRole('button', { name: 'Post the reply' }).press('Enter');
  const reply = tool.getByRole('article', { name: 'Post 2 by You' });
  await reply.getByText('Stone or steel?').waitFor();

  await command(tool, 'More about post 1 by Ada Ström', 'Quote');
  await write(tool, 'Your reply to Ada Ström', 'Indeed.');
  await tool.getByRole('button', { name: 'Post the reply' }).press('Enter');
  const quoting = tool.getByRole('article', { name: 'Post 3 by You' });
  await quoting.getByText('My Arch bridges.').waitFor();

  await command(tool, 'More about post 2 by You', 'Edit');
  await write(tool, 'Your post', ' Wood?');
  await tool.getByRole('button', { name: 'Save the changes' }).press('Enter');
  await reply.getByText('Stone or steel? Wood?').waitFor();
  await reply.getByText(/^edited/).waitFor();
  await look('a thread', bo);
  await command(tool, 'More about post 3 by You', 'Delete');
  await look('before deleting', bo);
  await tool.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await quoting.waitFor({ state: 'detached' });
  await live(screen, bo, tool);
  await bo.close();

  const staff = await teacher.open(TITLE);
  await staff.getByText('15 posts').waitFor();
  await look('the discussion for staff', teacher);
  // It stands among what wants staff, too: one has written most of it.
  await staff.getByRole('link', { name: 'Arch bridges', exact: true }).last().press('Enter');
  await staff.getByText('15 new', { exact: false }).first().waitFor();
  await staff.getByRole('button', { name: 'Go to the next new post' }).press('Enter');
  await staff.getByRole('article', { name: 'Post 1 by Ada Ström' }).waitFor();
  await until(
    'the post has the focus',
    async () =>
      (await frameOf(stack, teacher.page).evaluate<string>('document.activeElement?.tagName')) === 'ARTICLE',
  );
  await command(staff, 'More about post 2 by Bo Baker', 'Earlier versions');
  await staff.getByRole('dialog').getByText('Stone or steel?').waitFor();
  await look('what a post said before', teacher);
  await staff.getByRole('dialog').getByRole('button', { name: 'Close' }).press('Enter');
  await staff.getByText('15 new', { exact: false }).first().waitFor({ state: 'detached' });
  await teacher.close();
}

onBothScreens('moodle', 'discussion', 'learners discuss after their own first posts, staff read along', tell);
