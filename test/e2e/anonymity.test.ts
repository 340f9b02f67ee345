/** Who knows whom: chosen by an instructor, promised where one writes, and kept. */
import { expect } from '@jest/globals';
import { onBothScreens, type Screen } from './both-screens.ts';
import { handInAll, reviewAndRelease } from '../factories/taking-part.ts';
import { addPeerReview, editor, openLearners, saved, write } from './launched.ts';

onBothScreens(
  'moodle',
  'anonymity',
  'an instructor lets all know each other; who began before is asked again, and names are shown',
  tell,
);

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Essay on bridges';
  const { activityId, teacher } = await addPeerReview(stack, title);
  const learners = await openLearners(stack, title, 3);
  const [ada, bo, tessa] = await Promise.all(['Ada Ström', 'Bo Baker', 'Tessa Teacher'].map(person));
  if (!ada || !bo || !tessa) throw new Error('somebody is missing');

  const author = await ada.open(title);
  await author
    .getByText('Reviewers see your work without your name. Teaching staff see all names.')
    .waitFor();
  await write(author, 'Bridges carry.');
  await saved(author).waitFor();

  const staff = await tessa.open(title);
  await staff.getByRole('link', { name: 'Settings' }).press('Enter');
  const choice = staff.getByRole('group', { name: 'Who knows whom' });
  await choice.getByRole('radio', { name: 'All know each other' }).press('Space');
  await choice.scrollIntoViewIfNeeded();
  await look('the settings', tessa);
  await staff.getByRole('button', { name: 'Save settings' }).press('Enter');
  const dialog = staff.getByRole('alertdialog');
  await dialog.getByText('For what is written from now on: All know each other.').waitFor();
  await look('before saving', tessa);
  await dialog.getByRole('button', { name: 'Save settings' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });

  await author.getByRole('button', { name: 'Hand in', exact: true }).press('Enter');
  await author.getByText('Who will see your name has changed since you began.').waitFor();
  await author.getByText('Reviewers see your work with your name, and you see theirs.').waitFor();
  expect(await editor(author).textContent()).toContain('Bridges carry.');
  await look('the author is asked again', ada);
  await author.getByRole('button', { name: 'Hand in', exact: true }).press('Enter');
  await author.getByText(/^Handed in/).waitFor();

  await handInAll({ learners: learners.slice(1), teacher, activityId });
  const reviewer = await bo.open(title);
  await reviewer.getByRole('link', { name: 'Start review: Ada Ström' }).press('Enter');
  await reviewer.getByRole('heading', { name: 'Review the work of Ada Ström' }).waitFor();
  await reviewer.getByText('The author sees your review with your name.').waitFor();
  await look('the reviewer', bo);

  await reviewAndRelease({ learners, teacher, activityId });
  const answered = await ada.open(title);
  await answered.getByRole('heading', { name: 'Bo Baker', exact: true }).waitFor();
  await answered.getByRole('textbox', { name: 'Write to Bo Baker' }).waitFor();
  await look('the result', ada);
}
