/** A rubric with levels, a scale and comments is set up beside a colleague, reviewed by with the keyboard, and read. */
import { expect } from '@jest/globals';
import { onBothScreens, type Screen } from './both-screens.ts';
import { handInAll } from '../factories/taking-part.ts';
import { until } from '../factories/until.ts';
import { addPeerReview, openLearners } from './launched.ts';

onBothScreens('moodle', 'rubric', 'a rubric is set up, reviewed by, changed and read', tell);

const asked = { need: 'required', minimum: 20, prompts: true };
const STYLE = {
  id: 'style',
  title: 'Style',
  description: '',
  points: 4,
  kind: { type: 'scale', min: 1, max: 5, step: 1, lowLabel: 'dry', highLabel: 'lively' },
  mayNotApply: true,
};
const CRITERIA = [
  { id: 'content', title: 'Content', description: 'Is it to the point?', points: 10, comment: asked },
  STYLE,
];

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Rubric on bridges';
  const { activityId, teacher } = await addPeerReview(stack, title, { settings: { criteria: CRITERIA } });
  const [tessa, ada] = await Promise.all(['Tessa Teacher', 'Ada Ström'].map(person));
  if (!tessa || !ada) throw new Error('somebody is missing');

  // What a new activity can start from.
  const picker = await tessa.addActivity();
  await picker.getByRole('button', { name: /Start from/ }).press('Enter');
  await picker.getByRole('option', { name: /^Clinical protocol/ }).press('Enter');
  const first = picker.getByRole('textbox', { name: 'Title of criterion 1' });
  await until('the rubric is filled in', async () => (await first.inputValue()) === 'Safe for the patient');
  await look('a starter', tessa);

  // Content by levels; meanwhile a colleague changes something else.
  const staff = await tessa.open(title);
  await staff.getByRole('link', { name: 'Settings', exact: true }).first().press('Enter');
  // What the course keeps: this rubric, to be taken again; and a file that is none.
  await staff.getByRole('button', { name: 'Rubric library …' }).press('Enter');
  const library = staff.getByRole('dialog', { name: 'Rubric library' });
  await library.getByRole('textbox', { name: 'Name in the library' }).fill(title);
  await library.getByRole('button', { name: 'Save to the library' }).press('Enter');
  const take = library.getByRole('button', { name: `Use “${title}”` });
  await take.waitFor();
  const text = Buffer.from('title,points\nContent,ten\n');
  await library
    .getByLabel('Use a rubric from a file (JSON or CSV)')
    .setInputFiles({ name: 'rubric.csv', mimeType: 'text/csv', buffer: text });
  await library.getByText('Line 2, “points”: this must be a number.').waitFor();
  await look('the library', tessa);
  await take.press('Enter');
  await library.waitFor({ state: 'detached' });
  await staff.getByRole('button', { name: /How criterion 1 is judged/ }).press('Enter');
  await staff.getByRole('option', { name: 'Levels' }).press('Enter');
  await staff.getByRole('textbox', { name: 'Name of level 1 of criterion 1' }).fill('Convincing');
  await look('setting up', tessa);
  const path = `/activities/${activityId}/peer-review`;
  const { settings, revision } = await teacher.ok<{ settings: object; revision: number }>('GET', path);
  await teacher.ok('PUT', path, {
    settings: { ...settings, reviewsPerLearner: 1 },
    expectedRevision: revision,
  });
  await staff.getByRole('button', { name: 'Save settings' }).press('Enter');
  const conflict = staff.getByRole('alert').filter({ hasText: 'Somebody else has changed these settings' });
  await conflict.waitFor();
  await look('somebody was faster', tessa);
  expect(await staff.getByRole('textbox', { name: 'Name of level 1 of criterion 1' }).inputValue()).toBe(
    'Convincing',
  );
  await conflict.getByRole('button', { name: 'Save mine in their place' }).press('Enter');
  await staff.getByRole('link', { name: 'Settings', exact: true }).first().waitFor();

  const learners = await openLearners(stack, title, 3);
  await handInAll({ learners, teacher, activityId });
  const tool = await ada.open(title);
  await tool.getByRole('link', { name: /^Start review.*A$/ }).press('Enter');
  await tool.getByRole('button', { name: 'Submit review' }).press('Enter');
  await tool.getByText('Please choose one of these.').first().waitFor();
  await look('what is missing', ada);
  await tool.getByRole('radio', { name: /^Convincing/ }).press('Space');
  await tool.getByRole('radio', { name: /^Convincing/ }).press('ArrowDown');
  expect(await tool.getByRole('radio', { name: /^Good/ }).isChecked()).toBe(true);
  await tool.getByRole('checkbox', { name: 'Does not apply to this work' }).press('Space');
  const comment = tool.getByRole('textbox', { name: 'Comment on Content' });
  await comment.fill('Too short.');
  await tool.getByRole('textbox', { name: 'Comment for the author' }).fill('A clear start.');
  await tool.getByRole('button', { name: 'Submit review' }).press('Enter');
  await tool.getByText('This comment is too short.').waitFor();
  await tool.getByText('Suggest what the author could try, or ask a question.').first().waitFor();
  await look('advice', ada);
  await comment.fill('The second claim needs a source.');
  await tool.getByRole('button', { name: 'Submit review' }).press('Enter');
  await tool.getByText('Your review is submitted.').first().waitFor();

  // The rubric changes: what was submitted keeps its own.
  const now = await teacher.ok<{ settings: object; revision: number }>('GET', path);
  const changed = { ...now.settings, criteria: [STYLE] };
  await teacher.ok('PUT', path, { settings: changed, expectedRevision: now.revision });
  const again = await ada.open(title);
  await again.getByRole('link', { name: /Work A$/ }).press('Enter');
  await again.getByText('The rubric has been changed').waitFor();
  await look('another rubric', ada);

  await teacher.ok('POST', `/activities/${activityId}/release`);
  await until('grades are out', async () => {
    const { phase } = await teacher.ok<{ phase: string }>('GET', `/activities/${activityId}/overview`);
    return phase === 'released';
  });
  const names = ['Bo Baker', 'Chi Nguyễn'];
  for (const name of names) {
    const author = await (await person(name)).open(title);
    await author.getByRole('heading', { name: 'What reviewers wrote' }).waitFor();
    if ((await author.getByText('No review has come in yet.').count()) > 0) continue;
    await author.getByText(/^Good · \d+ of 10$/).waitFor();
    await author.getByText('The second claim needs a source.').waitFor();
    return;
  }
  throw new Error('nobody has got the review');
}
