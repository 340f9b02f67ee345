/** A discussion in the browser: set up, post first, threads and nested replies, what is new, quoting and deleting. */
import { expect } from '@jest/globals';
import { until } from '../factories/until.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { frameOf } from './launched.ts';
import type { Person, Tool } from './people.ts';

/** The course has one for each screen. */
const titleOn = ({ where }: Screen): string => `Which bridge on ${where}?`;

/** Writes into the editor of this name. */
async function write(tool: Tool, label: string, text: string): Promise<void> {
  const editor = tool.getByRole('textbox', { name: label });
  await editor.waitFor();
  await editor.press('End');
  await editor.pressSequentially(text);
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
  await tool.getByRole('textbox', { name: 'Title' }).fill(titleOn(screen));
  await write(tool, 'What is to be discussed', 'Say which, and why.');
  await tool.getByRole('radio', { name: /^Post first/ }).check();
  await look('set up', teacher);
  await tool.getByRole('button', { name: 'Create and add to the course' }).press('Enter');
  await teacher.page.getByRole('link', { name: titleOn(screen), exact: true }).waitFor();
}

async function start(screen: Screen, who: Person, title: string): Promise<Tool> {
  const { look } = screen;
  const tool = await who.open(titleOn(screen));
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

async function tell(screen: Screen): Promise<void> {
  const { person, look, stack } = screen;
  const teacher = await person('Tessa Teacher');
  await setUp(screen, teacher);
  const ada = await person('Ada Ström');
  await start(screen, ada, 'Arch bridges');
  await ada.close();

  const bo = await person('Bo Baker');
  const tool = await start(screen, bo, 'Rope bridges');
  await tool
    .getByRole('navigation')
    .getByRole('link', { name: titleOn(screen) })
    .first()
    .press('Enter');
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
  await bo.close();

  const staff = await teacher.open(titleOn(screen));
  await staff.getByText('2 posts').waitFor();
  await look('the discussion for staff', teacher);
  await staff.getByRole('link', { name: 'Arch bridges' }).press('Enter');
  await staff.getByText('2 new', { exact: false }).first().waitFor();
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
  await staff.getByText('2 new', { exact: false }).first().waitFor({ state: 'detached' });
  await teacher.close();
}

onBothScreens('moodle', 'discussion', 'learners discuss after their own first posts, staff read along', tell);
