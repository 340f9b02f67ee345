/** Learners take works to review one at a time, as they come in: who waits sees the next one come. */
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, openLearners } from './launched.ts';

onBothScreens('moodle', 'pull', 'works are given out as they come; who waits is shown the next', tell);

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Pull on bridges';
  const { activityId } = await addPeerReview(stack, title, {
    settings: { givenOut: 'rolling', reviewsPerLearner: 2, leastPerWork: 1 },
  });
  const [adaApi, boApi, thirdApi] = await openLearners(stack, title, 3);
  const [ada, tessa] = await Promise.all(['Ada Ström', 'Tessa Teacher'].map(person));
  if (!ada || !tessa || !adaApi || !boApi || !thirdApi) throw new Error('somebody is missing');
  const handIn = (api: typeof adaApi) =>
    api.ok('POST', `/activities/${activityId}/submission`, {
      text: 'Bridges carry.',
      expectedVersion: 0,
      expectedRevision: 0,
    });

  const staff = await tessa.open(title);
  await staff.getByText('Reviews begin by themselves with the first work').waitFor();

  const before = await ada.open(title);
  await before.getByText('Hand in first').waitFor();
  await look('hand in first', ada);
  await handIn(adaApi);
  const waiting = await ada.open(title);
  await waiting.getByText('There is no work for you to review right now').waitFor();
  await look('waiting', ada);

  // Nobody touches the page: the work appears by itself.
  await handIn(boApi);
  const button = waiting.getByRole('button', { name: 'Review a work' });
  await button.waitFor();
  await look('ready', ada);
  await button.press('Enter');
  await waiting.getByRole('heading', { name: 'Review work A' }).waitFor();
  await waiting.getByRole('textbox', { name: /^Points for / }).fill('7');
  await waiting.getByRole('textbox', { name: 'Comment for the author' }).fill('Clear, with an example.');
  await waiting.getByRole('button', { name: 'Submit review' }).press('Enter');
  await waiting.getByText('1 of 2 done').waitFor();
  await waiting.getByText('There is no work for you to review right now').waitFor();

  // A third one comes, and finds a review that Ada has not written yet.
  await handIn(thirdApi);
  const again = await ada.open(title);
  await again.getByRole('button', { name: 'Review a work' }).press('Enter');
  await again.getByRole('heading', { name: 'Review work B' }).waitFor();
  const kept = await ada.open(title);
  await kept.getByText(/^The work is kept for you until/).waitFor();
  await look('kept', ada);

  // Staff give Ada's work to somebody, and take that back.
  const page = await tessa.open(title);
  await page.getByRole('link', { name: 'Ada Ström', exact: true }).press('Enter');
  const reviewers = page.getByRole('region', { name: 'Who reviews this work' });
  await reviewers.getByText('Nobody reviews it yet.').waitFor();
  const others = reviewers.getByRole('combobox', { name: 'Give it to another reviewer' });
  await others.press('B');
  await others.pressSequentially('o Ba');
  await page.getByRole('option', { name: 'Ada' }).waitFor({ state: 'hidden' });
  // The focus stays in the field: on an option it would close the list.
  await others.press('ArrowDown');
  await others.press('Enter');
  await page.getByText('Bo Baker reviews this work now.').first().waitFor();
  await look('reviewers', tessa);
  await reviewers.getByRole('button', { name: 'Take away: Bo Baker' }).press('Enter');
  await reviewers.getByText('Nobody reviews it yet.').waitFor();

  const settings = await tessa.open(title);
  await settings.getByRole('link', { name: 'Settings' }).press('Enter');
  const least = settings.getByRole('textbox', { name: 'Reviews that every work is to get' });
  await least.waitFor();
  await look('settings', tessa);
}
