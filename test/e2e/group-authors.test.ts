/** A group hands in together: set up by staff, written by two at once, handed in by one, and reviewed by another group. */
import { reviewAll } from '../factories/taking-part.ts';
import { until } from '../factories/until.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview } from './launched.ts';
import type { Tool } from './people.ts';
import { groupLearners } from './questionnaires.ts';

onBothScreens(
  'moodle',
  'group authors',
  'two write one work for their group, and another group reviews it',
  tell,
);

const editorIn = (tool: Tool) => tool.getByRole('textbox', { name: 'Your work' });

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Product on bridges';
  const prepared = await addPeerReview(stack, title, { settings: { reviewsPerLearner: 1 } });
  const { learners } = await groupLearners({ stack, prepared }, { Red: [0, 1], Blue: [2] });
  const names = ['Tessa Teacher', 'Ada Ström', 'Bo Baker', "Dee O'Dell"];
  const [tessa, ada, bo, dee] = await Promise.all(names.map(person));
  const [, , chi] = learners;
  if (!tessa || !ada || !bo || !dee || !chi) throw new Error('somebody is missing');

  const settings = await tessa.open(title);
  await settings.getByRole('link', { name: 'Settings' }).press('Enter');
  // The first asks who hands in, the second who reviews.
  await settings.getByRole('radio', { name: 'Each group, together' }).first().check();
  await settings.getByText(/everybody who is in the group at that moment gets its grade/).waitFor();
  await look('the set-up', tessa);
  await settings.getByRole('button', { name: 'Save settings' }).press('Enter');
  await settings.getByRole('heading', { name: 'What is next' }).waitFor();
  await settings.getByRole('link', { name: 'Pre-flight check' }).first().press('Enter');
  const trial = settings.getByRole('table', { name: 'Works' });
  await trial.getByText('Red', { exact: true }).waitFor();
  await trial.scrollIntoViewIfNeeded();
  await look('pre-flight', tessa);

  const first = await ada.open(title);
  await first.getByText('In the group: Ada Ström and Bo Baker.').waitFor();
  await editorIn(first).fill('Bridges carry.');
  await first.getByText(/^Saved \d/).waitFor();
  await look('in a group', ada);
  const second = await bo.open(title);
  await editorIn(second).getByText('Bridges carry.').waitFor();
  await editorIn(second).fill('Bridges carry, and sway.');
  await second.getByText(/^Saved \d/).waitFor();
  await ada.page.bringToFront();
  await editorIn(first).fill('Bridges carry a lot.');
  await first.getByText('Bo Baker has saved in the meantime').waitFor();
  await look('another was faster', ada);
  await first.getByRole('button', { name: 'Load the other one' }).press('Enter');
  await editorIn(first).getByText('Bridges carry, and sway.').waitFor();
  await bo.page.bringToFront();
  await second.getByRole('button', { name: 'Hand in', exact: true }).press('Enter');
  await second.getByText(/^Handed in for Ada Ström and Bo Baker\./).waitFor();
  const handedIn = await ada.open(title);
  await handedIn.getByText(/^Handed in for Ada Ström and Bo Baker\./).waitFor();
  await look('handed in', ada);

  const outside = await dee.open(title);
  await outside.getByText('You are in no group yet').waitFor();
  await look('in no group', dee);

  const { activityId, teacher } = prepared;
  const path = `/activities/${activityId}`;
  await chi.ok('POST', `${path}/submission`, {
    text: 'Towers stand.',
    expectedVersion: 0,
    expectedRevision: 0,
  });
  const phase = async () => (await teacher.ok<{ phase: string }>('GET', `${path}/overview`)).phase;
  await teacher.ok('POST', `${path}/allocation`);
  await until('reviews have begun', async () => (await phase()) === 'review');
  await reviewAll({ learners, activityId });
  const staff = await tessa.open(title);
  await staff.getByText('In no group').first().scrollIntoViewIfNeeded();
  await look('the staff table', tessa);
  await staff.getByRole('link', { name: 'Who reviews whom' }).press('Enter');
  await staff.getByText('Red').first().waitFor();
  await look('who reviews whom', tessa);
  const again = await tessa.open(title);
  await again.getByRole('link', { name: 'Bo Baker' }).first().press('Enter');
  await again.getByText('Work of Red: Ada Ström and Bo Baker').waitFor();
  await look('the work', tessa);
}
