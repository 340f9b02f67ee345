/** After the release an author says how helpful a review was and writes to its reviewer, who answers. */
import { onBothScreens, type Screen } from './both-screens.ts';
import { handInAll, reviewAndRelease } from '../factories/taking-part.ts';
import { addPeerReview, openLearners } from './launched.ts';

onBothScreens(
  'moodle',
  'review talk',
  'feedback on feedback goes to the reviewer and back; staff read along',
  tell,
);

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Essay on bridges';
  const { activityId, teacher } = await addPeerReview(stack, title);
  const learners = await openLearners(stack, title, 3);
  const taking = { learners, teacher, activityId };
  await handInAll(taking);
  await reviewAndRelease(taking);
  const [ada, bo, tessa] = await Promise.all(['Ada Ström', 'Bo Baker', 'Tessa Teacher'].map(person));
  if (!ada || !bo || !tessa) throw new Error('somebody is missing');

  // To each of the two reviewers, one of whom is Bo.
  const author = await ada.open(title);
  for (const pseudonym of ['1', '2']) {
    const article = author.getByRole('article').filter({ hasText: `Reviewer ${pseudonym}` });
    const rating = article.getByRole('group', { name: /^How helpful is the feedback/ });
    await rating.getByRole('radio', { name: '4', exact: true }).press('Space');
    await article.getByRole('checkbox', { name: 'Say thank you' }).press('Space');
    await article.getByRole('textbox', { name: /^Write to reviewer/ }).fill('What did you mean by “clear”?');
    await article.getByRole('button', { name: 'Send', exact: true }).press('Enter');
    await article.getByRole('list', { name: 'What was said about this review' }).waitFor();
  }
  await look('the author', ada);

  const reviewer = await bo.open(title);
  await reviewer.getByRole('link', { name: /Work A$/ }).press('Enter');
  const heading = reviewer.getByRole('heading', { name: 'What the author says of this review' });
  await heading.waitFor();
  if ((await reviewer.getByText('What did you mean by').count()) === 0) {
    // The other work is Ada's.
    const again = await bo.open(title);
    await again.getByRole('link', { name: /Work B$/ }).press('Enter');
  }
  await reviewer.getByText('How helpful it is to the author: 4 of 5.').waitFor();
  await reviewer.getByText('The author says thank you.').waitFor();
  await reviewer.getByRole('textbox', { name: 'Write to the author' }).fill('The structure.');
  await reviewer.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await reviewer.getByRole('listitem').filter({ hasText: 'The structure.' }).waitFor();
  await look('the reviewer', bo);

  const answered = await ada.open(title);
  await answered.getByRole('listitem').filter({ hasText: 'The structure.' }).waitFor();
  const staff = await tessa.open(title);
  await staff.getByRole('link', { name: 'Ada Ström', exact: true }).press('Enter');
  await staff.getByText('The structure.').waitFor();
  await look('staff', tessa);
}
