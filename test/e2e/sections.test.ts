/** Sections: chosen and assigned by staff, shown in lists, the first thing that an assistant sees, and a way to divide marking. */
import { expect } from '@jest/globals';
import type { Stack } from '../factories/stack.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, demoCourse, openLearners, personOf } from './launched.ts';
import type { Tool } from './people.ts';

const press = (tool: Tool, name: string) => tool.getByRole('button', { name, exact: true }).press('Enter');

/** A list from which one thing is chosen with the keyboard. */
async function choose(tool: Tool, label: string, option: string): Promise<void> {
  await tool.getByRole('button', { name: new RegExp(label) }).press('Enter');
  await tool.getByRole('option', { name: option }).press('Enter');
}

onBothScreens(
  'canvas',
  'sections',
  'staff choose the sections and assign them; an assistant begins with the own one, and marking goes by section',
  tell,
);

/** Two learners of two sections hand in. */
async function prepare(stack: Stack, title: string): Promise<void> {
  const course = demoCourse(stack);
  const { activityId } = await addPeerReview(stack, title);
  for (const [index, name] of ['Mon 10', 'Tue 14'].entries()) {
    const membership = course.members[personOf(stack, course, 'learner', index).id];
    if (membership) membership.sections = [name];
  }
  for (const learner of await openLearners(stack, title, 2))
    await learner.ok('POST', `/activities/${activityId}/submission`, {
      text: 'Bridges carry.',
      expectedVersion: 0,
      expectedRevision: 0,
    });
}

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Essay on bridges';
  await prepare(stack, title);
  const assistant = stack.simulator.addPerson(demoCourse(stack), {
    role: 'assistant',
    givenName: 'Tara',
    familyName: 'Tutor',
  });
  const [tessa, tara] = [await person('Tessa Teacher'), await person(assistant.name)];
  // Whoever looks after a section has to have been here, or on the roster.
  await tara.open(title);
  const staff = await tessa.open(title);
  await staff.getByRole('link', { name: 'Groups' }).first().press('Enter');
  await staff.getByRole('heading', { name: 'Sections', exact: true }).waitFor();
  await look('not chosen', tessa);
  await choose(staff, 'Groups that are the sections', 'Sections of the LMS');
  await staff.getByRole('button', { name: 'Change the assistants of Mon 10' }).waitFor();
  await press(staff, 'Change the assistants of Mon 10');
  await staff.getByRole('checkbox', { name: assistant.name }).press('Space');
  await look('assistants', tessa);
  await press(staff, 'Save');
  await staff.getByRole('alertdialog').waitFor({ state: 'detached' });
  const row = staff.getByRole('row', { name: /^Mon 10/ });
  await row.getByText(assistant.name).waitFor();
  await look('chosen', tessa);

  const view = await tara.open(title);
  await view.getByRole('radio', { name: 'My sections' }).waitFor();
  expect(await view.getByRole('radio', { name: 'My sections' }).isChecked()).toBe(true);
  await view.getByRole('link', { name: 'Ada Ström', exact: true }).waitFor();
  expect(await view.getByRole('link', { name: /^Bo/ }).count()).toBe(0);
  await look('my sections', tara);
  await view.getByRole('radio', { name: 'Everybody' }).press('Space');
  await view.getByRole('link', { name: /^Bo/ }).first().waitFor();
  await look('everybody', tara);

  const overview = await tessa.open(title);
  await overview.getByRole('link', { name: 'Marking' }).first().press('Enter');
  await overview.getByText('Divide what is not marked').press('Enter');
  await press(overview, 'Divide by section');
  await overview.getByText('Mon 10: 1 work').waitFor();
  await look('division', tessa);
  await press(overview, 'Divide them so');
  await overview.getByRole('alertdialog').waitFor({ state: 'detached' });
  await overview.getByText('Works are divided by section as they come in.').waitFor();
  await look('divided', tessa);

  const settings = await tessa.open(title);
  await settings.getByRole('link', { name: 'Settings' }).first().press('Enter');
  await settings.getByRole('radio', { name: 'Works of their own section' }).press('Space');
  await look('settings', tessa);
  await press(settings, 'Save settings');
  // Saving leads back to the activity.
  await press(settings, 'Start reviews');
  await settings.getByText('Too few works to stay within the section: Mon 10, Tue 14.').waitFor();
  await look('before reviews', tessa);
  await press(settings, 'Cancel');

  await view.getByRole('link', { name: 'Waiting for you' }).first().press('Enter');
  await view.getByRole('radio', { name: 'My sections' }).waitFor();
  await look('queue', tara);
}
