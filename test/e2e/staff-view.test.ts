/** Staff see who is stuck, remind whom they pick, and act on what reviewers report. */
import { expect } from '@jest/globals';
import { handInAll, reviewAll } from '../factories/taking-part.ts';
import { until } from '../factories/until.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, openLearners } from './launched.ts';

onBothScreens('moodle', 'staff view', 'staff see who is stuck, and act on what a reviewer reports', tell);

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Essay on bridges';
  const settings = { reviewsPerLearner: 1, disagreementLimit: 40, measuresTime: true };
  const { activityId, teacher } = await addPeerReview(stack, title, { settings });
  const learners = await openLearners(stack, title, 4);
  await handInAll({ learners: learners.slice(0, 3), teacher, activityId });
  const [ada, tessa] = await Promise.all(['Ada Ström', 'Tessa Teacher'].map(person));
  if (!ada || !tessa) throw new Error('somebody is missing');

  const reviewer = await ada.open(title);
  await reviewer.getByRole('link', { name: /^Start review/ }).press('Enter');
  await reviewer.getByText(/^How long you work on this review is measured/).waitFor();
  await look('time is measured', ada);
  await reviewer.getByRole('button', { name: 'Report a problem…' }).press('Enter');
  const dialog = reviewer.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Something else' }).press('Space');
  await dialog.getByRole('textbox', { name: /^What staff should know/ }).fill('We wrote it together.');
  await look('reporting', ada);
  await dialog.getByRole('button', { name: 'Report', exact: true }).press('Enter');
  await reviewer.getByText('The teaching staff will look at it.').waitFor();
  await look('reported', ada);

  const staff = await tessa.open(title);
  await staff
    .getByRole('cell', { name: /Nothing handed in/ })
    .first()
    .waitFor();
  await staff.getByRole('button', { name: /^Filter: Stuck because/ }).press('Enter');
  await staff.getByRole('menuitemcheckbox', { name: 'Nothing handed in' }).press('Enter');
  await staff.getByRole('menuitemcheckbox', { name: 'Nothing handed in' }).press('Escape');
  await look('stuck', tessa);
  await staff.getByRole('link', { name: 'Problems with works and reviews' }).press('Enter');
  await staff.getByText('We wrote it together.').waitFor();
  await look('problems', tessa);
  await staff.getByRole('button', { name: 'Take the review away and give another work' }).press('Enter');
  await staff.getByText('Another work was given').waitFor();
  await look('answered', tessa);

  // The work that was taken away has a further reviewer.
  const authors = learners.slice(0, 3);
  await until('four reviews are given out', async () => {
    const found = await Promise.all(
      authors.map((who) => who.ok<{ reviewTasks: unknown[] }>('GET', `/activities/${activityId}/mine`)),
    );
    return found.flatMap(({ reviewTasks }) => reviewTasks).length === 4;
  });
  await reviewAll({ learners: authors, activityId });
  const network = await tessa.open(title);
  await network.getByRole('link', { name: 'Who reviews whom' }).press('Enter');
  await network.getByRole('link', { name: /^Ada Ström reviews .*: 70/ }).waitFor();
  await network.getByText('3 people, 4 reviews, 4 of them submitted.').waitFor();
  await look('who reviews whom', tessa);

  const overview = await tessa.open(title);
  await overview.getByRole('link', { name: 'What the reviews say' }).press('Enter');
  await overview.getByRole('heading', { name: 'Time to feedback' }).waitFor();
  await overview.getByRole('table', { name: 'Figures by reviewer' }).waitFor();
  await look('what the reviews say', tessa);

  const work = await tessa.open(title);
  await work.getByRole('link', { name: 'Ada Ström', exact: true }).press('Enter');
  await work.getByRole('button', { name: 'Change how much it counts…' }).first().press('Enter');
  const weighing = work.getByRole('dialog');
  const percent = weighing.getByRole('textbox', { name: /^Percent it counts/ });
  await percent.fill('0');
  await percent.press('Tab');
  await weighing.getByRole('textbox', { name: 'Reason (staff read it)' }).fill('Written in anger.');
  await look('weighing', tessa);
  await weighing.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await work.getByText('Set aside: it does not count for the grade.').first().waitFor();
  await look('weighed', tessa);

  // One criterion is set in the place of what reviewers say, and undone.
  const set = work.getByText(/points, set by the teaching staff/).first();
  await work
    .getByRole('button', { name: /^Change the result/ })
    .first()
    .press('Enter');
  const setting = work.getByRole('dialog');
  await setting.getByRole('textbox', { name: /^Points, up to/ }).fill('1');
  await setting.getByRole('textbox', { name: 'Reason (staff read it)' }).fill('A slip.');
  await look('setting a criterion', tessa);
  await setting.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await set.waitFor();
  await look('a criterion set', tessa);
  await work.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await set.waitFor({ state: 'hidden' });

  // Results go to Ada alone: the others go on waiting.
  const releasing = await tessa.open(title);
  await releasing.getByRole('checkbox', { name: /Ada Ström/ }).press('Space');
  await releasing.getByRole('button', { name: 'Release to these' }).press('Enter');
  const asking = releasing.getByRole('alertdialog');
  await asking.getByText(/^Nobody else sees anything/).waitFor();
  await look('releasing to one', tessa);
  await asking.getByRole('button', { name: 'Release to these' }).press('Enter');
  await releasing.getByRole('button', { name: 'Take grades back' }).waitFor();
  await look('released to one', tessa);
  const phases = await Promise.all(
    authors.map((who) => who.ok<{ phase: string }>('GET', `/activities/${activityId}/mine`)),
  );
  expect(phases.map(({ phase }) => phase)).toEqual(['released', 'review', 'review']);
}
