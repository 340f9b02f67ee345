/** A group project in the browser: set up, written together, handed in, found wrong, confirmed, and graded. */
import { until } from '../factories/until.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview } from './launched.ts';
import type { Person, Tool } from './people.ts';
import { groupLearners } from './questionnaires.ts';

const TITLE = 'A bridge for our town';

onBothScreens('moodle', 'group work', 'a group writes, hands in and confirms, and has a grade', tell);

async function write(tool: Tool, label: string, text: string): Promise<void> {
  const editor = tool.getByRole('textbox', { name: label });
  await editor.waitFor();
  await editor.press('Control+End');
  await editor.pressSequentially(text);
}

async function setUp({ look }: Screen, teacher: Person): Promise<void> {
  const tool = await teacher.addActivity();
  await tool.getByRole('radio', { name: /^Group project/ }).check();
  await tool.getByRole('textbox', { name: 'Title' }).first().fill(TITLE);
  await write(tool, 'The project', 'Plan a bridge together.');
  await tool.getByRole('button', { name: /^Choose later/ }).press('Enter');
  await tool.getByRole('option', { name: 'Teams' }).press('Enter');
  await tool.getByRole('radio', { name: /^Everybody confirms/ }).check();
  await tool.getByRole('button', { name: 'Add a milestone' }).press('Enter');
  const milestone = tool.getByRole('group', { name: 'Milestone 1' });
  await milestone.getByRole('textbox', { name: 'Title' }).fill('Concept');
  await milestone.getByRole('textbox', { name: /^What is to be delivered/ }).fill('Two pages and a sketch.');
  await look('set up', teacher);
  await tool.getByRole('button', { name: 'Create and add to the course' }).press('Enter');
  await teacher.page.getByRole('link', { name: TITLE, exact: true }).waitFor();
}

/** Opens the milestone of one's own group. */
async function openConcept(who: Person): Promise<Tool> {
  const tool = await who.open(TITLE);
  await tool.getByRole('heading', { name: 'Your group: Red' }).waitFor();
  await tool.getByRole('link', { name: 'Concept' }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Concept' }).waitFor();
  return tool;
}

async function tell(screen: Screen): Promise<void> {
  const { stack, person, look } = screen;
  const prepared = await addPeerReview(stack, 'Essay');
  await groupLearners({ stack, prepared }, { Red: [0, 1], Blue: [2] });
  const [tessa, ada, bo] = await Promise.all(['Tessa Teacher', 'Ada Ström', 'Bo Baker'].map(person));
  if (!tessa || !ada || !bo) throw new Error('somebody is missing');
  await setUp(screen, tessa);

  const first = await openConcept(ada);
  await write(first, 'Text of the group', 'An arch of stone.');
  await first.getByText(/^Saved \d/).waitFor();
  await look('while one writes', ada);
  await first.getByRole('button', { name: 'Hand in for the group' }).press('Enter');
  await first.getByText('Not confirmed yet').waitFor();
  await look('waits for the others', ada);

  const second = await openConcept(bo);
  await second.getByRole('button', { name: 'Something is wrong' }).press('Enter');
  await second.getByRole('textbox', { name: 'What is wrong?' }).fill('The costs are missing.');
  await look('what is wrong', bo);
  await second.getByRole('button', { name: 'Tell the group' }).press('Enter');
  await second.getByText('Finds something wrong: The costs are missing.').waitFor();

  const again = await openConcept(ada);
  await again.getByText('Finds something wrong: The costs are missing.').waitFor();
  await write(again, 'Text of the group', ' It costs little.');
  await again.getByText(/^Saved \d/).waitFor();
  await again.getByRole('button', { name: 'Hand in again' }).press('Enter');
  await again.getByText(/^Version 2, handed in by You/).waitFor();

  const confirming = await openConcept(bo);
  await confirming.getByText('It costs little.').first().waitFor();
  await confirming.getByRole('button', { name: 'Confirm', exact: true }).press('Enter');
  await confirming.getByText('Handed in', { exact: true }).waitFor();
  await look('handed in', bo);
  const own = await bo.open(TITLE);
  await own
    .getByText(/^Handed in /)
    .first()
    .waitFor();
  await look('the own group', bo);

  const staff = await tessa.open(TITLE);
  const table = staff.getByRole('table', { name: 'All groups' });
  await table.getByText('Blue').waitFor();
  await table.scrollIntoViewIfNeeded();
  await look('all groups', tessa);
  await table.getByRole('link', { name: 'Handed in' }).press('Enter');
  await staff.getByText('An arch of stone. It costs little.').waitFor();
  await staff.getByRole('textbox', { name: /^Points, up to 10/ }).fill('8');
  await staff.getByRole('textbox', { name: 'Difference for Bo Baker' }).fill('1');
  await staff.getByRole('textbox', { name: 'Difference for Bo Baker' }).press('Tab');
  await staff.getByRole('textbox', { name: 'Reason for Bo Baker' }).fill('Found what was missing.');
  await look('what staff see of a group', tessa);
  await staff.getByRole('button', { name: 'Save the grade' }).press('Enter');
  await staff.getByText(/^Given: 8 of 10 for version 2/).waitFor();
  const releasing = await tessa.open(TITLE);
  await releasing.getByRole('button', { name: 'Release grades' }).press('Enter');
  await releasing.getByRole('alertdialog').getByRole('button', { name: 'Release grades' }).press('Enter');
  await releasing.getByText(/^Learners see their grades/).waitFor();
  await look('grades', tessa);
  const graded = async (): Promise<boolean> => {
    const page = await bo.open(TITLE);
    const grade = page.getByText(/for you \+1; 9 of 10 points/);
    return grade.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  };
  await until('Bo has a grade', graded);
  await look('the own grade', bo);
}
