/** A weekly questionnaire in the browser: made, answered, and a week later answered again and looked at over its rounds. */
import { expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { buildItem, buildQuestionnaire } from '../factories/questionnaire.ts';
import { story } from './browser.ts';
import { Person } from './people.ts';
import { choose, openQuestionnaires, TEST_MS, makeRoom } from './questionnaires.ts';

const WEEK_MS = 7 * 86_400_000;
const QUESTION = 'How is your group?';

const { room, check, expectNoFaults } = makeRoom('rounds', {
  profile: 'moodle',
  title: 'Essay with a pulse',
});

/** The rhythm is asked for a beginning; the rest is as in other questionnaires. */
async function tryBuilding(teacher: Person): Promise<void> {
  const tool = await openQuestionnaires(teacher, room.prepared);
  await tool.getByRole('link', { name: 'New questionnaire' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Title' }).fill('Rounds');
  await choose(tool, /Opens again/, 'After 30, 90 and 180 days');
  await tool.getByRole('textbox', { name: 'Days that a round is open' }).waitFor();
  expect(await tool.getByRole('textbox', { name: 'Number of rounds' }).count()).toBe(0);
  await choose(tool, /Opens again/, 'Every week');
  await tool.getByRole('textbox', { name: 'Number of rounds' }).waitFor();
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByText('Say when the first round opens.').waitFor();
  await check('builder', teacher);
}

async function publish(): Promise<void> {
  const id = newId();
  const settings = buildQuestionnaire({
    title: 'Pulse',
    visibility: 'identified',
    items: [buildItem('scale', { text: QUESTION, required: true })],
    opensAt: new Date(Date.now() - 60_000).toISOString(),
    repeat: { kind: 'weekly', times: 4, openDays: 3, zone: 'Europe/Berlin' },
  });
  await room.prepared.teacher.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
  await room.prepared.teacher.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
}

/** From the learner's home, where the open round waits. */
async function answer(learner: Person, point: RegExp, what: string): Promise<void> {
  const tool = await learner.open(room.prepared.title);
  await tool.getByRole('link', { name: 'Home', exact: true }).press('Enter');
  await tool.getByRole('heading', { name: 'Answer the questionnaire' }).waitFor();
  await check(`home, ${what}`, learner);
  await tool.getByRole('link', { name: /Answer the questionnaire, Pulse/ }).press('Enter');
  await tool.getByRole('radio', { name: point }).press('Space');
  await tool.getByRole('button', { name: 'Send answers' }).press('Enter');
  await tool.getByText(/The next round opens/).waitFor();
  await check(`answered, ${what}`, learner);
  await tool.getByRole('link', { name: 'Home', exact: true }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Your course at a glance' }).waitFor();
  await tool.getByRole('heading', { name: 'Answer the questionnaire' }).waitFor({ state: 'detached' });
}

test(
  'an open round waits at home, is answered once, and the results go from round to round',
  () =>
    story(room.wide, 'rounds', () =>
      story(room.phone, 'rounds on a phone', async () => {
        const teacher = new Person(await room.wide.context.newPage(), room.stack.simulator, 'Tessa Teacher');
        const ada = new Person(await room.phone.context.newPage(), room.stack.simulator, 'Ada Ström');
        await tryBuilding(teacher);
        await publish();
        await answer(ada, /^2/, 'first round');
        await room.stack.stop();
        await room.stack.restart(WEEK_MS);
        await answer(ada, /^4/, 'second round');

        const tool = await openQuestionnaires(teacher, room.prepared);
        await tool.getByRole('link', { name: 'Pulse', exact: true }).press('Enter');
        await tool.getByText('1 answer', { exact: true }).waitFor();
        const trend = tool.getByRole('figure', { name: `From round to round: ${QUESTION}` });
        await trend.waitFor();
        await tool.getByRole('columnheader', { name: 'Round' }).first().waitFor();
        await tool.getByText('1 person has answered · Mean 4').waitFor();
        await check('results', teacher);
        await tool.getByRole('button', { name: /Round 2 \(/ }).press('Enter');
        await tool.getByRole('option', { name: /^Round 1 \(/ }).press('Enter');
        await tool.getByText('1 person has answered · Mean 2').waitFor();
        const small = new Person(await room.phone.context.newPage(), room.stack.simulator, 'Tessa Teacher');
        const narrow = await openQuestionnaires(small, room.prepared);
        await narrow.getByRole('link', { name: 'Pulse', exact: true }).press('Enter');
        await narrow.getByRole('figure', { name: /^From round to round/ }).waitFor();
        await check('results on a phone', small);
        await narrow.getByRole('link', { name: 'Edit' }).press('Enter');
        await narrow.getByText(/Rounds that are published stay as they are/).waitFor();
        await check('builder on a phone', small);
        expectNoFaults();
      }),
    ),
  TEST_MS,
);
