/** A learner judges the own work while peers review it, revises it by their reviews, and compares after the release. */
import { onBothScreens, type Screen } from './both-screens.ts';
import { handInAll, reviewAll } from '../factories/taking-part.ts';
import { buildSettings } from '../factories/roundtable.ts';
import { addPeerReview, openLearners } from './launched.ts';

onBothScreens('moodle', 'own work', 'a learner assesses the own work, revises it and compares', tell);

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Essay on bridges';
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const steps = {
    selfAssessment: { opens: 'withReviews', closesAt: inDays(2) },
    revision: { closesAt: inDays(9) },
  };
  const { activityId, teacher } = await addPeerReview(stack, title, { settings: steps });
  const learners = await openLearners(stack, title, 3);
  const taking = { learners, teacher, activityId };
  await handInAll(taking);
  const [ada, tessa] = await Promise.all(['Ada Ström', 'Tessa Teacher'].map(person));
  if (!ada || !tessa) throw new Error('somebody is missing');

  const tool = await ada.open(title);
  await tool.getByRole('link', { name: 'Assess your own work' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Points for Content' }).fill('9');
  await tool.getByRole('textbox', { name: 'Why? What would you do next?' }).fill('I found good sources.');
  await tool.getByRole('button', { name: /Paragraph/ }).press('Enter');
  await tool.getByRole('option', { name: /^Bridges carry/ }).press('Enter');
  await tool.getByRole('button', { name: 'Comment on it' }).press('Enter');
  const note = tool.getByRole('article', { name: 'Comment 1', exact: true });
  await note.getByRole('textbox', { name: 'Comment 1' }).fill('A source is missing here.');
  await note.getByRole('button', { name: 'Done' }).press('Enter');
  await look('assessing', ada);
  await tool.getByRole('button', { name: 'Submit self-assessment' }).press('Enter');
  await tool.getByText(/^You have assessed your own work/).waitFor();
  await look('assessed', ada);

  await reviewAll(taking);
  const path = `/activities/${activityId}/peer-review`;
  const { revision } = await teacher.ok<{ revision: number }>('GET', path);
  const over = { submissionsCloseAt: inDays(-0.2), reviewsCloseAt: inDays(-0.1) };
  await teacher.ok('PUT', path, {
    settings: buildSettings({ title, ...steps, ...over }),
    expectedRevision: revision,
  });
  const reading = await ada.open(title);
  await reading.getByRole('link', { name: 'Read your reviews and revise' }).press('Enter');
  await reading.getByRole('textbox', { name: /^Answer to reviewer 1/ }).fill('I see.');
  await reading.getByRole('textbox', { name: 'Your revised work' }).fill('Bridges carry, as Telford showed.');
  await reading.getByRole('textbox', { name: 'What changed' }).fill('I added a source.');
  await look('revising', ada);
  await reading.getByRole('button', { name: 'Hand in the revised version' }).press('Enter');
  await reading.getByText(/^You have handed in a revised version/).waitFor();

  await teacher.ok('POST', `/activities/${activityId}/release`);
  const released = await ada.open(title);
  await released.getByRole('row', { name: /Content.*9 of 10.*7 of 10.*20% of the scale higher/ }).waitFor();
  await look('compared', ada);
  const staff = await tessa.open(title);
  await staff.getByRole('link', { name: 'Ada Ström', exact: true }).press('Enter');
  await staff.getByText('I found good sources.').waitFor();
  await staff.getByText('A source is missing here.').waitFor();
  await staff.getByText('Bridges carry, as Telford showed.').waitFor();
  await look('staff', tessa);
}
