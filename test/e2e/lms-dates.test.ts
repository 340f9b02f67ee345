/** The course has another date than Roundtable: staff let the course lead, and everybody's page follows. */
import { expect } from '@jest/globals';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, demoCourse, personOf } from './launched.ts';

const DAY_MS = 86_400_000;

const noonIn = (days: number): string => {
  const at = new Date(Date.now() + days * DAY_MS);
  at.setUTCHours(12, 0, 0, 0);
  return at.toISOString();
};

onBothScreens(
  'canvas',
  'lms dates',
  'the course leads, for everybody and for one learner; its date is not changed here; Roundtable leads again',
  tell,
);

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Essay on bridges';
  const course = demoCourse(stack);
  await addPeerReview(stack, title, {
    settings: { submissionsCloseAt: noonIn(7), reviewsCloseAt: noonIn(14) },
    submissionUntil: noonIn(9),
  });
  const link = stack.simulator.institution.linksOf(course).find((one) => one.title === title);
  if (!link) throw new Error('the link is missing');
  link.submissionUntilOf = { [personOf(stack, course, 'learner').id]: noonIn(400) };
  const [tessa, ada] = await Promise.all(['Tessa Teacher', 'Ada Ström'].map(person));
  if (!tessa || !ada) throw new Error('somebody is missing');
  const year = String(new Date(noonIn(400)).getUTCFullYear());
  const adas = async () => (await (await ada.open(title)).getByRole('main').textContent()) ?? '';
  expect(await adas()).not.toContain(year);

  const staff = await tessa.open(title);
  await staff.getByText('The course has another date for handing in').waitFor();
  await look('two dates', tessa);
  await staff.getByRole('button', { name: 'Let the course lead' }).press('Enter');
  await staff.getByText(/^The course leads the date for handing in:/).waitFor();
  await look('the course leads', tessa);
  expect(await adas()).toContain(year);

  await tessa.page.bringToFront();
  await staff.getByRole('link', { name: 'Ada Ström', exact: true }).press('Enter');
  await staff.getByText(/^In the course this learner has until/).waitFor();
  await look('a learner with a date in the course', tessa);
  const again = await tessa.open(title);
  await again.getByRole('link', { name: 'Settings', exact: true }).press('Enter');
  await again.getByText(/^Set in the course: change it there/).waitFor();
  await look('settings', tessa);

  const back = await tessa.open(title);
  await back.getByRole('button', { name: 'Let Roundtable lead' }).press('Enter');
  await back.getByText('The course has the same date for handing in.').waitFor();
  await look('Roundtable leads', tessa);
  expect(await adas()).not.toContain(year);
}
