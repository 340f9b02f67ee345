/** An instructor goes through a peer review as invented learners; nothing of it reaches the course. */
import { expect } from '@jest/globals';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion } from '../factories/discussion.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, demoCourse } from './launched.ts';
import type { Person, Tool } from './people.ts';

const press = (tool: Tool, name: string) => tool.getByRole('button', { name, exact: true }).press('Enter');

/** Chooses as whom the rehearsal is seen. */
async function seeAs(tool: Tool, name: string): Promise<void> {
  await tool.getByRole('button', { name: /See it as/ }).press('Enter');
  await tool.getByRole('option', { name, exact: true }).press('Enter');
}

onBothScreens(
  'canvas',
  'rehearsal',
  'every phase is seen as a learner and as oneself, then all of it is cleared',
  tell,
);

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Essay on bridges';
  const { teacher } = await addPeerReview(stack, title);
  const tessa = await person('Tessa Teacher');
  const tool = await tessa.open(title);

  await tool.getByRole('link', { name: 'Rehearse', exact: true }).press('Enter');
  await tool.getByRole('heading', { name: 'Rehearse this activity' }).waitFor();
  await look('before', tessa);
  await press(tool, 'Begin the rehearsal');
  // As the first learner: hands in by hand.
  const work = tool.getByRole('textbox', { name: 'Your work' });
  await work.click();
  await tessa.page.keyboard.type('A bridge carries.');
  await tool.getByText(/^Saved /).waitFor();
  await look('as a learner who writes', tessa);
  await press(tool, 'Hand in');
  await tool
    .getByText(/Handed in/)
    .first()
    .waitFor();
  await press(tool, 'Let all others hand in');
  await tool.getByText('5 works were handed in.').first().waitFor();

  await seeAs(tool, 'Yourself');
  await tool.getByRole('rowheader', { name: 'Learner 6' }).waitFor();
  await look('as oneself', tessa);
  await press(tool, 'Start reviews');
  await tool.getByRole('alertdialog').getByRole('button', { name: 'Start reviews' }).press('Enter');
  await tool.getByText('Learners review', { exact: true }).waitFor();

  await seeAs(tool, 'Learner 2');
  await tool.getByRole('link', { name: /Work A/ }).waitFor();
  await look('as a learner who has works to review', tessa);
  await tool.getByRole('link', { name: /Work A/ }).press('Enter');
  await tool.getByRole('heading', { name: 'Review work A' }).waitFor();
  await look('a review', tessa);
  await press(tool, 'Let all reviews be written');
  await tool.getByText('12 reviews were written.').first().waitFor();

  await seeAs(tool, 'Yourself');
  await press(tool, 'Release grades');
  await tool.getByRole('alertdialog').getByRole('button', { name: 'Release grades' }).press('Enter');
  await tool.getByText('Grades are released', { exact: true }).waitFor();
  await seeAs(tool, 'Learner 3');
  await tool.getByRole('heading', { name: 'Your result' }).waitFor();
  await look('a learner with a grade', tessa);

  // The real activity knows nothing of it, nor does the LMS.
  const items = stack.simulator.institution.lineItemsOf(demoCourse(stack));
  const cells = stack.simulator
    .peopleWith(demoCourse(stack), 'learner')
    .flatMap(({ id }) => items.map((item) => stack.simulator.institution.cell(item.id, id)));
  expect(cells.filter((cell) => cell !== undefined)).toEqual([]);
  await press(tool, 'End and clear');
  await tool.getByRole('heading', { name: 'Rehearse this activity' }).waitFor();
  await tool.getByRole('link', { name: 'Back to the activity' }).press('Enter');
  await tool.getByRole('heading', { name: title }).waitFor();
  expect(await tool.getByRole('rowheader', { name: 'Learner 6' }).count()).toBe(0);

  await discuss(stack, teacher, tessa, look);
}

/** The same of a discussion in which one writes before one reads. */
async function discuss(
  stack: Screen['stack'],
  teacher: ApiSession,
  tessa: Person,
  look: Screen['look'],
): Promise<void> {
  const title = 'Bridges on bridges';
  const activity = await addDiscussion(teacher, { title, mode: 'postFirst' });
  stack.simulator.addResourceLink(demoCourse(stack), { title, custom: { activity } });
  const tool = await tessa.open(title);
  await tool.getByRole('link', { name: 'Rehearse', exact: true }).press('Enter');
  await press(tool, 'Begin the rehearsal');
  await tool.getByText('Your own thoughts first').waitFor();
  await press(tool, 'Let all others start a thread');
  await tool.getByText('6 threads were started.').first().waitFor();
  await press(tool, 'Let all reply');
  await tool.getByText('12 replies were written.').first().waitFor();
  await look('a discussion', tessa);
  await press(tool, 'End and clear');
  await tool.getByRole('link', { name: 'Back to the activity' }).press('Enter');
  await tool.getByRole('heading', { name: title }).waitFor();
  expect(await tool.getByText(/as a sample/).count()).toBe(0);
  await tessa.close();
}
