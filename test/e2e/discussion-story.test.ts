/** A graded discussion in the browser: milestones, the checklist, the walk through all members, and the grade. */
import { expect } from '@jest/globals';
import { until } from '../factories/until.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { writeAtEnd } from './browser.ts';
import type { Person, Tool } from './people.ts';

const TITLE = 'Milestones on bridges';

/** Writes into the editor of this name. */
async function write(tool: Tool, label: string, text: string): Promise<void> {
  await writeAtEnd(tool.getByRole('textbox', { name: label }), text);
}

async function fillNumber(tool: Tool, label: string, value: string, nth = 0): Promise<void> {
  const field = tool.getByRole('textbox', { name: label, exact: true }).nth(nth);
  await field.fill(value);
  await field.press('Tab');
}

async function setUp(screen: Screen, teacher: Person): Promise<void> {
  const tool = await teacher.addActivity();
  await tool.getByRole('radio', { name: /^Discussion/ }).check();
  await tool.getByRole('textbox', { name: 'Title' }).fill(TITLE);
  await write(tool, 'What is to be discussed', 'Which bridge, and why?');
  await fillNumber(tool, 'Points in the gradebook of the course', '10');
  await tool.getByRole('button', { name: 'Add a milestone' }).press('Enter');
  await fillNumber(tool, 'Words in each, at least', '3');
  await tool.getByRole('button', { name: 'Add a milestone' }).press('Enter');
  await tool.getByRole('radio', { name: /^Both/ }).check();
  await tool.getByRole('button', { name: 'Add a criterion' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Title of criterion 1' }).fill('Depth');
  await screen.look('set up', teacher);
  await tool.getByRole('button', { name: 'Create and add to the course' }).press('Enter');
  await teacher.page.getByRole('link', { name: TITLE, exact: true }).waitFor();
}

async function takePart(screen: Screen, ada: Person): Promise<void> {
  const tool = await ada.open(TITLE);
  await tool.getByText('0 of 2 done').waitFor();
  await screen.look('checklist', ada);
  await tool.getByRole('link', { name: 'Start a thread' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Title' }).fill('Arches');
  await write(tool, 'Your post', 'They stand');
  await tool.getByText('Words: 2 of 3').waitFor();
  await write(tool, 'Your post', ' for centuries.');
  await tool.getByText('Long enough for what is expected').waitFor();
  await screen.look('words while writing', ada);
  await tool.getByRole('button', { name: 'Start the thread' }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Arches' }).waitFor();
  await tool.getByRole('navigation').getByRole('link', { name: TITLE }).first().press('Enter');
  await tool.getByText('1 of 2 done').waitFor();
}

async function grade(screen: Screen, teacher: Person): Promise<void> {
  const tool = await teacher.open(TITLE);
  await tool.getByRole('link', { name: 'How it goes' }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'How the discussion goes' }).waitFor();
  await tool.getByRole('cell', { name: 'Ada Ström' }).or(tool.getByText('Ada Ström')).first().waitFor();
  await screen.look('how it goes', teacher);
  await tool.getByRole('navigation').getByRole('link', { name: TITLE }).first().press('Enter');
  await tool.getByRole('link', { name: 'Go through all members' }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Members and their posts' }).waitFor();
  await screen.look('members', teacher);
  await tool.getByText('Change who marks twice', { exact: true }).press('Enter');
  await tool.getByRole('radio', { name: 'All', exact: true }).check();
  await screen.look('marking by two people', teacher);
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByText(/^Two people mark 1 of 1 works/).waitFor();
  await markFirst(screen);
  await tool.getByRole('checkbox', { name: 'Ada Ström' }).press('Space');
  await tool.getByRole('button', { name: 'Give zero' }).press('Enter');
  const dialog = tool.getByRole('dialog', { name: 'Give zero' });
  await dialog.getByText('1 work changes.').waitFor();
  await screen.look('zero for members', teacher);
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await tool.getByRole('switch', { name: 'Hide who the learners are' }).press('Space');
  await tool.getByText('names that are in the texts can still be read').waitFor();
  await tool.getByRole('link', { name: 'Ada Ström' }).waitFor({ state: 'detached' });
  await screen.look('members hidden', teacher);
  await tool.getByRole('link', { name: 'Next who waits' }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: /^Work [0-9A-F]{6}$/ }).waitFor();
  await tool.getByText('They stand for centuries.').waitFor();
  await tool.getByText(/^Somebody has marked this work already/).waitFor();
  await fillNumber(tool, 'Points for Depth', '9');
  await tool.getByRole('textbox', { name: 'Comment on this post' }).fill('How long?');
  await write(tool, 'Comment on everything', 'Well begun.');
  expect(await tool.getByText('Ada').count()).toBe(0);
  await screen.look('one member', teacher);
  await tool.getByRole('button', { name: 'Save and count' }).press('Enter');
  await tool.getByRole('heading', { name: 'Both marks' }).waitFor();
  await screen.look('both marks', teacher);
  await tool.getByRole('button', { name: 'Take over the points of Amal Assistant' }).press('Enter');
  await tool.getByRole('button', { name: 'Save and count' }).press('Enter');
  await tool.getByText('It is saved.').first().waitFor();
  await tool.getByRole('navigation').getByRole('link', { name: TITLE }).first().press('Enter');
  await tool.getByRole('button', { name: 'Release grades' }).press('Enter');
  await screen.look('before the release', teacher);
  await tool.getByRole('alertdialog').getByRole('button', { name: 'Release grades' }).press('Enter');
  await tool.getByText(/^Graded by milestones and a rubric. Grades are released/).waitFor();
}

/** An assistant marks as the first of two. */
async function markFirst(screen: Screen): Promise<void> {
  const amal = await screen.person('Amal Assistant');
  const tool = await amal.open(TITLE);
  await tool.getByRole('link', { name: 'Go through all members' }).press('Enter');
  await tool.getByRole('link', { name: 'Next who waits' }).press('Enter');
  await tool.getByText('They stand for centuries.').waitFor();
  await fillNumber(tool, 'Points for Depth', '5');
  await tool.getByRole('button', { name: 'Save and count' }).press('Enter');
  await tool.getByText(/^Your mark is finished. It becomes a grade/).waitFor();
  await screen.look('the first of two', amal);
  await amal.close();
}

async function tell(screen: Screen): Promise<void> {
  const { person, stack } = screen;
  const teacher = await person('Tessa Teacher');
  await setUp(screen, teacher);
  const ada = await person('Ada Ström');
  await takePart(screen, ada);
  await grade(screen, teacher);

  const tool = await ada.open(TITLE);
  // Half for one milestone of two, and half for 5 of 10 points.
  await tool.getByText(/Milestones: 1 of 2 met, 5 of 10 points/).waitFor();
  await tool.getByText('Well begun.').waitFor();
  await tool.getByText('How long?').waitFor();
  await screen.look('result', ada);
  const scores = () =>
    stack.simulator.courses
      .flatMap(({ id }) => stack.simulator.gradebook(id))
      .filter(({ lineItem }) => lineItem.label === TITLE)
      .map(({ cell }) => cell.score);
  await until('the grade is in the gradebook', () => Promise.resolve(scores().includes(5)), 20);
  expect(scores()).toContain(5);
  await dispute(screen, tool, ada, teacher);
  await ada.close();
  await teacher.close();
}

/** The learner questions the released grade, and staff answer with the posts a step away. */
async function dispute(screen: Screen, own: Tool, ada: Person, teacher: Person): Promise<void> {
  await own.getByText('Question this: Your grade', { exact: true }).press('Enter');
  await own.getByRole('textbox', { name: 'What do you think is wrong, and why?' }).fill('I replied, too.');
  await own.getByRole('button', { name: 'Send to staff' }).press('Enter');
  await own.getByText('Waiting for staff').waitFor();
  // There is nothing else to dispute, but the time for it is not over.
  expect(await own.getByText(/^The time for disputes ended/).count()).toBe(0);
  await screen.look('disputed grade', ada);
  const tool = await teacher.open(TITLE);
  await tool.getByText('1 dispute waits for an answer').waitFor();
  await tool.getByRole('link', { name: 'Open the disputes' }).press('Enter');
  await tool
    .getByRole('link', { name: /^Open: Ada Ström/ })
    .first()
    .press('Enter');
  await tool.getByRole('link', { name: 'Posts of Ada Ström' }).waitFor();
  await screen.look('dispute', teacher);
  await tool.getByRole('link', { name: 'Settings', exact: true }).first().press('Enter');
  await tool.getByRole('radio', { name: 'Post first' }).press('Space');
  await fillNumber(tool, 'Points in the gradebook of the course', '20');
  await tool.getByRole('button', { name: 'Save settings' }).press('Enter');
  const dialog = tool.getByRole('alertdialog', { name: 'Save these changes?' });
  await dialog.getByText('The gradebook column has 20 points instead of 10.').waitFor();
  await screen.look('before saving', teacher);
  await dialog.getByRole('button', { name: 'Save settings' }).press('Enter');
  await tool.getByText('The settings are saved.').first().waitFor();
}

onBothScreens('moodle', 'graded discussion', 'a discussion with milestones is graded', tell);
