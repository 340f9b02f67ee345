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

const inDays = (days: number): string => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Essay on bridges';
  const { activityId, teacher } = await addPeerReview(stack, title, {
    settings: {
      columns: { kind: 'separate', reviewingPoints: 10, reviewingLabel: 'Reviewing' },
      quality: { percent: 30 },
      // Feedback would be over before results are there.
      releaseMode: { kind: 'date', releaseAt: inDays(20) },
      backEvaluation: { closesAt: inDays(10) },
    },
  });
  const learners = await openLearners(stack, title, 3);
  const taking = { learners, teacher, activityId };
  await handInAll(taking);
  const [ada, bo, tessa] = await Promise.all(['Ada Ström', 'Bo Baker', 'Tessa Teacher'].map(person));
  if (!ada || !bo || !tessa) throw new Error('somebody is missing');

  const before = await tessa.open(title);
  const warning = before.getByText('Authors could not say how helpful reviews are');
  await warning.waitFor();
  await look('too late for feedback', tessa);
  await before.getByRole('button', { name: 'Let it run until then' }).press('Enter');
  await warning.waitFor({ state: 'detached' });
  await reviewAndRelease(taking);

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
  let heads = /Work A$/;
  await reviewer.getByRole('link', { name: heads }).press('Enter');
  const heading = reviewer.getByRole('heading', { name: 'What the author says of this review' });
  await heading.waitFor();
  if ((await reviewer.getByText('What did you mean by').count()) === 0) {
    // The other work is Ada's.
    heads = /Work B$/;
    const again = await bo.open(title);
    await again.getByRole('link', { name: heads }).press('Enter');
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

  // Where they mark the work they judge its reviews as well.
  const marking = await tessa.open(title);
  await marking.getByRole('link', { name: 'Marking', exact: true }).press('Enter');
  await marking
    .getByRole('table', { name: 'Marking' })
    .getByRole('link', { name: 'Ada Ström' })
    .press('Enter');
  await marking.getByText('2 reviews of this work – 2 not judged yet').press('Enter');
  const judged = marking
    .getByRole('article')
    .filter({ has: marking.getByRole('heading', { name: /Bo Baker/ }) });
  const quality = judged.getByRole('group', { name: 'How good is the review by Bo Baker?' });
  await quality.getByRole('radio', { name: '4', exact: true }).press('Space');
  await judged.getByRole('textbox', { name: /^Comment to the reviewer/ }).fill('You name a place.');
  await judged.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await judged.getByText(/^Said by Tessa Teacher/).waitFor();
  await marking.getByText('2 reviews of this work – 1 not judged yet').waitFor();
  await look('marking', tessa);

  const told = await bo.open(title);
  await told.getByText('Your instructors find them good by 75%, which counts 30%').waitFor();
  await told.getByRole('link', { name: heads }).press('Enter');
  await told.getByText('You name a place.').waitFor();
  await look('what staff say', bo);
}
