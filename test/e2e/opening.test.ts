/** An activity that opens after another one, a check and a session: staff say so, and a learner sees it open by itself. */
import { expect } from '@jest/globals';
import { buildQuestionnaire, idOf, keyed } from '../factories/questionnaire.ts';
import { newId } from '../../server/src/core/ids.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, openLearners, unfoldManagement } from './launched.ts';

onBothScreens(
  'moodle',
  'opening',
  'staff say what comes before; the learner is told, does it, and the page goes on',
  tell,
);

async function tell({ stack, person, look }: Screen): Promise<void> {
  const [title, before] = ['Second essay on bridges', 'First essay on bridges'];
  const { teacher } = await addPeerReview(stack, title);
  const { activityId } = await addPeerReview(stack, before);
  const check = newId();
  await teacher.ok('PUT', `/questionnaires/${check}`, {
    settings: buildQuestionnaire({
      title: 'Safety check on bridges',
      items: [keyed('number')],
      check: { feedback: 'atOnce', attempts: 3, counts: 'best' },
    }),
    expectedRevision: 0,
  });
  await teacher.ok('POST', `/questionnaires/${check}/publish`, { expectedRevision: 1 });
  const kickOff = 'Kick-off on bridges';
  await teacher.ok('PUT', `/course-sessions/${newId()}`, {
    title: kickOff,
    startsAt: '2030-03-01T09:00:00.000Z',
    endsAt: '2030-03-01T11:00:00.000Z',
    place: 'Room 1',
    expectedRevision: 0,
  });
  const [session] = await openLearners(stack, before, 1);
  const [tessa, ada] = await Promise.all(['Tessa Teacher', 'Ada Ström'].map(person));
  if (!tessa || !ada || !session) throw new Error('somebody is missing');

  const staff = await tessa.open(title);
  await unfoldManagement(staff);
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
  await choose('Check: Safety check on bridges');
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await choose(`Session: ${kickOff}`);
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
  await learner.getByText('after attending').waitFor();
  await record(staff, kickOff, (state) => look(state, tessa));
  await learner.getByRole('heading', { name: title, exact: true }).waitFor();
  await look('open', ada);
}

/** Staff find the session and record who was there. */
async function record(
  staff: Awaited<ReturnType<Awaited<ReturnType<Screen['person']>>['open']>>,
  title: string,
  look: (state: string) => Promise<void>,
): Promise<void> {
  await staff.getByRole('link', { name: 'Groups', exact: true }).press('Enter');
  await staff.getByRole('link', { name: 'Sessions', exact: true }).press('Enter');
  await staff.getByRole('button', { name: 'Add a session' }).press('Enter');
  await staff.getByRole('alertdialog').getByText('Begins').first().waitFor();
  await look('a new session');
  await staff.getByRole('button', { name: 'Cancel' }).press('Enter');
  await look('the sessions');
  await staff.getByRole('link', { name: title }).press('Enter');
  await staff
    .getByRole('group', { name: 'Ada Ström' })
    .getByRole('radio', { name: 'Present' })
    .press('Space');
  await staff.getByRole('button', { name: /without a record as present/ }).waitFor();
  await look('who was there');
  await staff.getByRole('button', { name: 'Delete the session' }).press('Enter');
  await staff
    .getByRole('alertdialog')
    .getByText(/^1 activity opens after it/)
    .waitFor();
  await look('before deleting it');
  await staff.getByRole('button', { name: 'Cancel' }).press('Enter');
}
