/** An activity that opens after another one and a check: staff say so, and a learner sees it open by itself. */
import { expect } from '@jest/globals';
import { buildQuestionnaire, idOf, keyed } from '../factories/questionnaire.ts';
import { newId } from '../../server/src/core/ids.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, openLearners } from './launched.ts';

onBothScreens(
  'moodle',
  'opening',
  'staff say what comes before; the learner is told, does it, and the page goes on',
  tell,
);

async function tell({ stack, where, person, look }: Screen): Promise<void> {
  const [title, before] = [`Second essay on ${where}`, `First essay on ${where}`];
  const { teacher } = await addPeerReview(stack, title);
  const { activityId } = await addPeerReview(stack, before);
  const check = newId();
  await teacher.ok('PUT', `/questionnaires/${check}`, {
    settings: buildQuestionnaire({
      title: `Safety check on ${where}`,
      items: [keyed('number')],
      check: { feedback: 'atOnce', attempts: 3, counts: 'best' },
    }),
    expectedRevision: 0,
  });
  await teacher.ok('POST', `/questionnaires/${check}/publish`, { expectedRevision: 1 });
  const [session] = await openLearners(stack, before, 1);
  const [tessa, ada] = await Promise.all(['Tessa Teacher', 'Ada Ström'].map(person));
  if (!tessa || !ada || !session) throw new Error('somebody is missing');

  const staff = await tessa.open(title);
  await staff.getByText('Open to learners as soon as it is published.').waitFor();
  await staff.getByRole('button', { name: 'Change when it opens …' }).press('Enter');
  const dialog = staff.getByRole('alertdialog');
  await dialog.getByText(/^Learners who have done all this already/).waitFor();
  const choose = async (name: string): Promise<void> => {
    await dialog.getByRole('button', { name: /Only after/ }).press('Enter');
    await staff.getByRole('option', { name }).press('Enter');
  };
  await choose(`Activity: ${before}`);
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await choose(`Check: Safety check on ${where}`);
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await dialog.getByText('Learners who have done all this already: 0 of').waitFor();
  await look('the dialog', tessa);
  await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await staff.getByText(/^Opens to a learner: after handing in/).waitFor();
  await look('what staff see', tessa);

  const learner = await ada.open(title);
  await learner.getByText('It opens to you after this:').waitFor();
  expect(await learner.getByRole('link', { name: /after handing in/ }).count()).toBe(1);
  await look('what the learner sees', ada);
  await session.ok('POST', `/activities/${activityId}/submission`, {
    text: 'My first essay.',
    expectedVersion: 0,
    expectedRevision: 0,
  });
  await learner.getByText('Done', { exact: true }).waitFor();
  await look('half of it done', ada);
  await session.ok('POST', `/questionnaires/${check}/mine`, {
    version: 1,
    attempt: 1,
    answers: { [idOf('number')]: 7 },
  });
  await learner.getByRole('heading', { name: title, exact: true }).waitFor();
  await look('open', ada);
}
