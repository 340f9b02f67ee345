/** What a group has for working together, in the browser: its tasks, by mouse and by keys, and what staff see of it. */
import { addProject, buildTeam } from '../factories/group-work.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, demoCourse, frameOf } from './launched.ts';
import type { Person, Tool } from './people.ts';
import { groupLearners } from './questionnaires.ts';

onBothScreens('moodle', 'group room', 'a group plans, decides and meets', tell);

const press = (tool: Tool, name: string) => tool.getByRole('button', { name, exact: true }).press('Enter');

/** Columns, and the places in them. */
const COLUMNS = 8;

/** While something is dragged by keyboard, the focus goes from column to column. */
const isOnDoing = ({ stack }: Screen, { page }: Person): Promise<boolean> =>
  frameOf(stack, page).evaluate<boolean>(
    `(document.activeElement.getAttribute('aria-labelledby') ?? '').split(' ').some(
      (id) => document.getElementById(id)?.getAttribute('aria-label') === 'Doing')`,
  );

/** From the own group to one of its pages. */
async function openRoom(who: Person, tool: Tool, page: string): Promise<void> {
  await tool.getByRole('link', { name: page, exact: true }).first().press('Enter');
  await tool.getByRole('heading', { level: 1, name: page }).waitFor();
}

async function addTask(tool: Tool, title: string, owner?: string): Promise<void> {
  await press(tool, 'Add a task');
  const dialog = tool.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: 'What is to be done' }).fill(title);
  if (owner !== undefined) await dialog.getByRole('checkbox', { name: owner }).check();
  await press(tool, 'Save');
  await dialog.waitFor({ state: 'detached' });
}

async function planTasks(screen: Screen, ada: Person, tool: Tool): Promise<void> {
  const { look } = screen;
  await openRoom(ada, tool, 'Tasks');
  await look('no tasks yet', ada);
  await addTask(tool, 'Draw a sketch', 'You');
  await addTask(tool, 'Count the stones', 'Bo Baker');
  const toDo = tool.getByRole('grid', { name: 'To do' });
  const doing = tool.getByRole('grid', { name: 'Doing' });
  await press(tool, 'Change: Draw a sketch');
  await tool.getByRole('alertdialog').waitFor();
  await look('a task', ada);
  await press(tool, 'Cancel');
  // Enter on the grip, Tab to the next column, Enter: dragging without a mouse.
  const { keyboard } = ada.page;
  await toDo.getByRole('row').filter({ hasText: 'Count the stones' }).focus();
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await tool.getByRole('button', { name: /Doing/ }).first().waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < COLUMNS && !(await isOnDoing(screen, ada)); tabs += 1)
    await keyboard.press('Tab');
  await keyboard.press('Enter');
  // The focus goes along with what was moved.
  await doing.locator('[role=row]:focus').filter({ hasText: 'Count the stones' }).waitFor();
  await press(tool, 'Start: Draw a sketch');
  await doing.getByText('Draw a sketch').waitFor();
  await tool.getByRole('button', { name: 'Done: Draw a sketch' }).click();
  await tool.getByRole('grid', { name: 'Done' }).getByText('Draw a sketch').waitFor();
  await look('a board', ada);
}

/** A page with two versions: named, written on, read, and had again. */
async function writeVersions({ look }: Screen, bo: Person, tool: Tool): Promise<void> {
  await openRoom(bo, tool, 'Pages');
  await tool.getByRole('textbox', { name: 'Title' }).fill('Plan');
  await press(tool, 'Begin the page');
  await tool.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
  const text = tool.getByRole('textbox', { name: 'Text of “Plan”' });
  await text.fill('We build an arch.');
  await tool.getByText('Everything is saved.').waitFor();
  await openRoom(bo, tool, 'Versions');
  await look('no versions yet', bo);
  await tool.getByRole('textbox', { name: 'Keep the page as it is now' }).fill('First draft');
  await press(tool, 'Keep this version');
  await tool.getByText('First draft').waitFor();
  await openRoom(bo, tool, 'Plan');
  await text.fill('We build nothing.');
  await tool.getByText('Everything is saved.').waitFor();
  await openRoom(bo, tool, 'Versions');
  await tool.getByRole('button', { name: /^Restore: First draft/ }).press('Enter');
  await tool.getByText('The page reads as in version 1 again').waitFor();
  await look('versions of a page', bo);
  await tool
    .getByRole('button', { name: /^Read: Kept automatically/ })
    .first()
    .press('Enter');
  const dialog = tool.getByRole('dialog');
  await dialog.getByText('We build nothing.').first().waitFor();
  await look('a version of a page', bo);
  await press(tool, 'Close');
  await openRoom(bo, tool, 'Plan');
  await text.getByText('We build an arch.').waitFor();
  await tool.getByRole('navigation').getByRole('link').first().press('Enter');
}

async function decide({ look }: Screen, bo: Person, tool: Tool): Promise<void> {
  await tool.getByRole('link', { name: 'A bridge for our town' }).press('Enter');
  await openRoom(bo, tool, 'Decisions');
  await press(tool, 'Record a decision');
  await tool.getByRole('textbox', { name: 'What is decided' }).fill('An arch of stone');
  await tool.getByRole('textbox', { name: /^Why/ }).fill('It lasts.');
  await look('a decision is written', bo);
  await press(tool, 'Record');
  await press(tool, 'Amend: An arch of stone');
  await tool.getByRole('checkbox', { name: 'It does not hold any more' }).check();
  await press(tool, 'Record');
  await tool.getByText('Does not hold any more', { exact: true }).waitFor();
  await tool.getByText('Earlier versions').click();
  await look('decisions', bo);
}

async function meet({ look }: Screen, bo: Person, tool: Tool): Promise<void> {
  await tool.getByRole('link', { name: 'A bridge for our town' }).press('Enter');
  await openRoom(bo, tool, 'Meetings');
  await press(tool, 'Plan a meeting');
  await tool.getByRole('textbox', { name: 'What it is about' }).fill('Stones');
  for (const [part, value] of [
    ['month', '03'],
    ['day', '01'],
    ['year', '2030'],
    ['hour', '10'],
    ['minute', '30'],
  ] as const)
    await tool.getByRole('spinbutton', { name: new RegExp(`^${part}`) }).pressSequentially(value);
  await tool.getByRole('spinbutton', { name: /^AM\/PM/ }).pressSequentially('A');
  await tool.getByRole('textbox', { name: /^Address of the video room/ }).fill('https://meet.jit.si/red');
  await look('a meeting is planned', bo);
  await press(tool, 'Save');
  await tool.getByRole('link', { name: /^Join the video room on meet.jit.si/ }).waitFor();
  await press(tool, 'Write notes: Stones');
  await tool.getByRole('textbox', { name: 'Notes' }).fill('Bo draws.');
  await press(tool, 'Save the notes');
  await tool.getByText('Bo draws.').waitFor();
  await tool.getByRole('radio', { name: 'Excused' }).first().press('Space');
  await look('meetings', bo);
}

/** A file is added, replaced, taken out and had again, and chosen for handing in. */
async function keepFiles({ look }: Screen, bo: Person, tool: Tool): Promise<void> {
  await tool.getByRole('link', { name: 'A bridge for our town' }).press('Enter');
  await openRoom(bo, tool, 'Files');
  const file = (text: string) => ({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await tool.getByLabel('Choose files').setInputFiles(file('Stones.'));
  await tool.getByText('Version 1, Bo Baker').waitFor();
  await tool.locator('input[aria-label="Replace plan.txt"]').setInputFiles(file('More stones.'));
  await tool.getByText('Version 2, Bo Baker').waitFor();
  await tool.getByText('Earlier versions of plan.txt').click();
  await look('files', bo);
  await press(tool, 'Delete plan.txt');
  await tool.getByText('No files yet').waitFor();
  await tool.getByRole('button', { name: /^Undo/ }).first().press('Enter');
  await tool.getByText('Version 2, Bo Baker').waitFor();
  await tool.getByRole('link', { name: 'A bridge for our town' }).press('Enter');
  await tool.getByRole('link', { name: 'Concept' }).press('Enter');
  await press(tool, 'Add plan.txt');
  await tool.getByRole('button', { name: 'Remove plan.txt' }).waitFor();
  await look('a file is chosen', bo);
  await press(tool, 'Hand in for the group');
  await tool.getByText('What is handed in').first().waitFor();
}

/** A board is pasted; what is shown in a frame is refused here, where nothing of the world outside is reached. */
async function goOutside({ look }: Screen, bo: Person, tool: Tool): Promise<void> {
  await tool.getByRole('link', { name: 'A bridge for our town' }).press('Enter');
  await openRoom(bo, tool, 'Board and video room');
  await press(tool, 'Change the address of the board');
  await tool.getByRole('textbox', { name: /^Address/ }).fill('https://evil.example/app');
  await press(tool, 'Save');
  await look('an address is refused', bo);
  await tool.getByRole('textbox', { name: /^Address/ }).fill('https://miro.com/app/board/uXjV=/');
  await press(tool, 'Save');
  await tool.getByRole('link', { name: 'Open the board on miro.com (new tab)' }).waitFor();
  await tool.getByRole('link', { name: 'Join the video room on meet.jit.si (new tab)' }).waitFor();
  await press(tool, 'Show the board here');
  await tool.getByTitle('Board on miro.com').waitFor();
  await look('places outside', bo);
}

/** Staff allow places outside, and see where all groups go. */
async function seePlaces({ look }: Screen, tessa: Person, tool: Tool): Promise<void> {
  await tool.getByRole('link', { name: 'A bridge for our town' }).press('Enter');
  await tool.getByRole('link', { name: 'Boards, video and breakout rooms' }).press('Enter');
  await tool.getByText('Board: miro.com').waitFor();
  await look('places of all groups', tessa);
  const saved = tessa.page.waitForEvent('download');
  await press(tool, 'CSV for Zoom');
  await saved;
  await tool.getByRole('link', { name: 'A bridge for our town' }).press('Enter');
  await tool.getByRole('link', { name: 'Edit the project' }).press('Enter');
  await tool.getByRole('group', { name: 'Video room' }).scrollIntoViewIfNeeded();
  await look('places are set up', tessa);
  await press(tool, 'Make a discussion for the groups');
  await tool.getByText('“Talk: A bridge for our town” is made').first().waitFor();
  await press(tool, 'Save settings');
  await tool.getByRole('table', { name: 'All groups' }).waitFor();
}

/** From the room to where the group talks. */
async function talk({ look }: Screen, ada: Person, tool: Tool): Promise<void> {
  await tool.getByRole('link', { name: 'A bridge for our town' }).press('Enter');
  await tool.getByRole('link', { name: 'Talk', exact: true }).waitFor();
  await look('the room of a group', ada);
  await tool.getByRole('link', { name: 'Talk', exact: true }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Talk: A bridge for our town' }).waitFor();
  await tool.getByText('only your group and the teaching staff read it').waitFor();
  await look('where a group talks', ada);
}

async function tell(screen: Screen): Promise<void> {
  const { stack, person, look } = screen;
  const prepared = await addPeerReview(stack, 'Essay');
  const { setId } = await groupLearners({ stack, prepared }, { Red: [0, 1], Blue: [2] });
  const activityId = await addProject(prepared.teacher, {
    groupSetId: setId,
    team: buildTeam({
      board: { pattern: '', groupsPaste: true },
      videoRoom: { pattern: 'https://meet.jit.si/bridge-{group}', groupsPaste: false },
    }),
  });
  const [tessa, ada, bo] = await Promise.all(['Tessa Teacher', 'Ada Ström', 'Bo Baker'].map(person));
  if (!tessa || !ada || !bo) throw new Error('somebody is missing');
  const link = { title: 'A bridge for our town', custom: { activity: activityId } };
  stack.simulator.addResourceLink(demoCourse(stack), link);
  const own = await ada.open(link.title);
  await own.getByRole('heading', { name: 'Your group: Red' }).waitFor();
  await planTasks(screen, ada, own);

  const others = await bo.open(link.title);
  await writeVersions(screen, bo, others);
  await openRoom(bo, others, 'Tasks');
  await others.getByRole('grid', { name: 'Doing' }).getByText('Count the stones').waitFor();
  // What the one does, the other sees without doing anything.
  await addTask(own, 'Ask the town');
  await others.getByRole('grid', { name: 'To do' }).getByText('Ask the town').waitFor();
  await others.getByRole('button', { name: 'Change: Ask the town' }).click();
  await press(others, 'Delete the task');
  await others.getByRole('button', { name: /^Undo/ }).press('Enter');
  await others.getByRole('grid', { name: 'To do' }).getByText('Ask the town').waitFor();

  await decide(screen, bo, others);
  await meet(screen, bo, others);
  await keepFiles(screen, bo, others);
  await goOutside(screen, bo, others);

  const contributing = await bo.open(link.title);
  await openRoom(bo, contributing, 'Contributions');
  await contributing.getByRole('textbox', { name: /^What I did/ }).fill('I counted the stones.');
  await contributing.getByText(/^Saved \d/).waitFor();
  await look('contributions', bo);

  const staff = await tessa.open(link.title);
  const table = staff.getByRole('table', { name: 'All groups' });
  await table.getByText('Red').first().waitFor();
  await table.scrollIntoViewIfNeeded();
  await look('all groups', tessa);
  await table.getByRole('link', { name: 'Red', exact: true }).press('Enter');
  await staff.getByRole('heading', { level: 1, name: 'Red' }).waitFor();
  await look('what staff see of a group', tessa);
  await press(staff, 'Write to the group …');
  await staff.getByText(/^Goes to/).waitFor();
  await look('writing to a group', tessa);
  await press(staff, 'Send');
  await staff.getByText('Red is told.').first().waitFor();
  await press(staff, 'Move a member …');
  await staff.getByRole('alertdialog').getByText('To which group').waitFor();
  await staff.getByRole('button', { name: /To which group/ }).press('Enter');
  await staff.getByRole('option', { name: /^Blue/ }).press('Enter');
  await staff.getByText('What happens then:').waitFor();
  await look('a member is to be moved', tessa);
  await press(staff, 'Move');
  await staff.getByText('Members: Bo Baker', { exact: true }).waitFor();
  await staff.getByRole('button', { name: /^Undo/ }).press('Enter');
  await staff.getByText(/^Members: .*Ada Ström/).waitFor();
  await openRoom(tessa, staff, 'Tasks');
  await staff.getByText('You look on here').waitFor();
  await look('what staff see of a board', tessa);
  await seePlaces(screen, tessa, staff);
  await talk(screen, ada, own);
}
