/** A peer review from its template to the grade that a dispute has changed, as an instructor and three learners see it. */
import { expect } from '@jest/globals';
import { sample } from '../factories/documents.ts';
import { until } from '../factories/until.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { gradesOf } from './gradebook.ts';
import { releaseGrades, startReviews } from './peer-review-pages.ts';
import type { Person, Tool } from './people.ts';

onBothScreens(
  'moodle',
  'whole review',
  'set up, tried, practised, handed in, reviewed in place, answered, disputed, changed, explained',
  tell,
);

const POINTS = 20;
const CHANGED = 19;
const changedIn = (grades: readonly number[]): number => grades.filter((grade) => grade === CHANGED).length;

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Essay on bridges';
  const { simulator } = stack;
  const [tessa, ada, bo, chi] = await Promise.all(
    ['Tessa Teacher', 'Ada Ström', 'Bo Baker', 'Chi Nguyễn'].map(person),
  );
  if (!tessa || !ada || !bo || !chi) throw new Error('somebody is missing');
  const [course] = simulator.courses;
  if (!course) throw new Error('the demo course is missing');
  const grades = () =>
    gradesOf(simulator, course.id).flatMap(({ name, score }) => (name === 'Ada Ström' ? [score] : []));
  const before = grades();

  await setUp(await tessa.addActivity(), title);
  await until('the activity is in the course', () =>
    simulator.institution.linksOf(course).some((link) => link.title === title),
  );
  // The LMS goes back to the course by itself.
  await tessa.page.waitForURL(/added=1/);
  for (const learner of [ada, bo, chi]) await learner.open(title);
  const staff = await tessa.open(title);
  await staff.getByRole('link', { name: 'Pre-flight check' }).first().press('Enter');
  await staff.getByText('Grades that could come out').first().scrollIntoViewIfNeeded();
  await staff.getByRole('table', { name: 'People of the dry run' }).waitFor();
  await look('pre-flight', tessa);
  await addExample(await tessa.open(title));

  await handIn(ada, title, true);
  await look('handed in', ada);
  for (const learner of [bo, chi]) await handIn(learner, title, false);
  await startReviews(await tessa.open(title));

  const practising = await bo.open(title);
  await practising.getByRole('link', { name: 'To the examples' }).press('Enter');
  await practising.getByRole('link', { name: 'Start review: Example 1' }).press('Enter');
  await submitReview(practising, 1);
  await practising.getByText(/^Agreement: [\d.]+%/).waitFor();
  await look('practised', bo);

  for (const [learner, level] of [
    [ada, 0],
    [bo, 1],
    [chi, 2],
  ] as const)
    await writeReviews(await learner.open(title), level, learner === bo ? () => look('reviewing', bo) : null);
  await releaseGrades(await tessa.open(title));
  await until('the grade is in the gradebook', () => grades().length > before.length);

  const own = await ada.open(title);
  await own.getByText(/^Your work: median of 2 reviews/).waitFor();
  await own.getByText('This word is what I remember.').first().waitFor();
  const rating = own.getByRole('group', { name: /^How helpful is the feedback/ }).first();
  await rating.getByRole('radio', { name: '4', exact: true }).press('Space');
  await own.getByText(/^Say how helpful each review of your work is until/).waitFor();
  await own.getByText('Question this: Your grade', { exact: true }).press('Enter');
  await own
    .getByRole('textbox', { name: 'What do you think is wrong, and why?' })
    .first()
    .fill('I cite three sources.');
  await own.getByRole('button', { name: 'Send to staff' }).first().press('Enter');
  await own.getByText('Waiting for staff').waitFor();
  await look('disputed', ada);

  await answer(await tessa.open(title));
  await look('answered', tessa);
  await until('the gradebook has the new grade', () => changedIn(grades()) > changedIn(before));
  const changed = await ada.open(title);
  await changed.getByText('They are there indeed.').waitFor();
  await changed.getByText(`${CHANGED} of ${POINTS} points`).first().waitFor();
  await look('explained', ada);
}

/** From the template for essays, with examples to practise on. */
async function setUp(picker: Tool, title: string): Promise<void> {
  await picker.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  await picker.getByRole('button', { name: /Start from/ }).press('Enter');
  await picker.getByRole('option', { name: /^Essay/ }).press('Enter');
  const first = picker.getByRole('textbox', { name: 'Title of criterion 1' });
  await until('the rubric is filled in', async () => (await first.inputValue()) === 'Thesis and argument');
  await picker.getByRole('checkbox', { name: 'Learners practise reviewing on examples' }).press('Space');
  await picker
    .getByRole('checkbox', { name: 'Authors have a date for saying how helpful reviews are' })
    .press('Space');
  await picker.getByText('Saying how helpful reviews are ends', { exact: true }).first().waitFor();
  const points = picker.getByRole('textbox', { name: 'Points in the gradebook' });
  await points.fill(String(POINTS));
  await points.press('Tab');
  await picker.getByRole('button', { name: 'Create and add to the course' }).press('Enter');
}

async function addExample(staff: Tool): Promise<void> {
  await staff.getByRole('link', { name: 'Examples and calibration' }).press('Enter');
  await staff.getByRole('link', { name: 'Add an example' }).press('Enter');
  await staff.getByRole('textbox', { name: 'Title for the teaching staff' }).fill('A strong one');
  await staff
    .getByRole('textbox', { name: 'Text of the work' })
    .fill('Bridges carry what we trust them with.');
  await rate(staff, 0);
  await staff.getByRole('textbox', { name: 'Comment on Thesis and argument' }).fill(THESIS);
  await staff.getByRole('textbox', { name: /^Why: a comment/ }).fill('It has a thesis.');
  await staff.getByRole('button', { name: 'Save example' }).press('Enter');
  await staff.getByRole('listitem').filter({ hasText: 'A strong one' }).getByText('Ready').waitFor();
}

const THESIS = 'The thesis stands at the beginning; say next what would speak against it.';

async function handIn(learner: Person, title: string, withFile: boolean): Promise<void> {
  const tool = await learner.open(title);
  await tool
    .getByRole('textbox', { name: 'Your work' })
    .fill('Suspension bridges carry their deck by cables.');
  if (withFile) {
    const chooser = learner.page.waitForEvent('filechooser');
    await tool.getByRole('button', { name: 'Choose files' }).press('Enter');
    const file = { name: 'essay.pdf', mimeType: 'application/pdf', buffer: Buffer.from(sample('essay.pdf')) };
    await (await chooser).setFiles(file);
    await tool.getByRole('button', { name: /^Show essay\.pdf/ }).waitFor();
  }
  await tool.getByRole('button', { name: 'Hand in', exact: true }).press('Enter');
  await tool
    .getByText(/^Handed in/)
    .first()
    .waitFor();
}

const LEVELS = ['Excellent', 'Good', 'In part'];

/** Chooses the same place on every criterion. @param level from the best, 0 */
async function rate(tool: Tool, level: number): Promise<void> {
  const radios = tool.getByRole('radio', { name: new RegExp(`^${LEVELS[level]}`) });
  await radios.first().waitFor();
  for (const radio of await radios.all()) await radio.press('Space');
  await tool.getByRole('radio', { name: String(5 - level), exact: true }).press('Space');
}

async function submitReview(tool: Tool, level: number): Promise<void> {
  await rate(tool, level);
  await tool.getByRole('textbox', { name: 'Comment on Thesis and argument' }).fill(THESIS);
  await tool
    .getByRole('textbox', { name: 'Comment for the author' })
    .fill('Well argued; try a counterexample.');
  await tool.getByRole('button', { name: 'Submit review' }).press('Enter');
}

/** Writes both reviews, each with a comment on a paragraph. @param before what is done before the first is submitted */
async function writeReviews(tool: Tool, level: number, before: (() => Promise<void>) | null): Promise<void> {
  for (const pseudonym of ['A', 'B']) {
    await tool.getByRole('link', { name: new RegExp(`^Start review.*${pseudonym}$`) }).press('Enter');
    await tool.getByRole('button', { name: 'Paragraph' }).press('Enter');
    await tool.getByRole('option', { name: /^Suspension/ }).press('Enter');
    await tool.getByRole('button', { name: 'Comment on it' }).press('Enter');
    const note = tool.getByRole('article', { name: 'Comment 1', exact: true });
    await note.getByRole('textbox', { name: 'Comment 1' }).fill('This word is what I remember.');
    await note.getByRole('button', { name: 'Done' }).press('Enter');
    if (pseudonym === 'A') await before?.();
    await submitReview(tool, level);
    await tool.getByText('Your review is submitted.').first().waitFor();
    await tool.getByRole('heading', { name: 'Your reviews' }).waitFor();
  }
  expect(await tool.getByRole('link', { name: /^Start review/ }).count()).toBe(0);
}

/** Staff accept the dispute and set the grade. */
async function answer(staff: Tool): Promise<void> {
  await staff.getByRole('link', { name: 'Open the disputes' }).press('Enter');
  await staff.getByRole('link', { name: 'Open: Ada Ström' }).press('Enter');
  await staff.getByRole('button', { name: 'Take: Ada Ström' }).press('Enter');
  await staff.getByRole('radio', { name: 'Accepted, the grade was changed' }).press('Space');
  const points = staff.getByRole('textbox', { name: 'New grade in points' });
  await points.fill(String(CHANGED));
  await points.press('Tab');
  await staff
    .getByRole('textbox', { name: 'Reason, which the learner reads' })
    .fill('They are there indeed.');
  await staff.getByRole('button', { name: 'Send the answer' }).press('Enter');
  await staff.getByText(`Grade set to ${CHANGED}`).waitFor();
}
