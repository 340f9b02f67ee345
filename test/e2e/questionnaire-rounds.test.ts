/** A weekly questionnaire in the browser: made, answered, and a week later answered again and looked at over its rounds. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { buildItem, buildQuestionnaire } from '../factories/questionnaire.ts';
import { type Stack, startStack } from '../factories/stack.ts';
import { faultsOf, toolFrameOf } from './axe.ts';
import { type Browser, openBrowser, story } from './browser.ts';
import { addPeerReview, type Prepared } from './launched.ts';
import { Person } from './people.ts';
import { choose, openQuestionnaires } from './questionnaires.ts';

const TEST_MS = 240_000;
const WEEK_MS = 7 * 86_400_000;
const QUESTION = 'How is your group?';

let stack: Stack;
let prepared: Prepared;
let wide: Browser;
let phone: Browser;
const faults: Record<string, string[]> = {};

beforeAll(async () => {
  stack = await startStack('moodle');
  prepared = await addPeerReview(stack, 'Essay with a pulse');
  wide = await openBrowser();
  phone = await openBrowser({ width: 320 });
}, TEST_MS);
afterAll(async () => {
  await wide.close();
  await phone.close();
  await stack.close();
}, TEST_MS);

async function check(what: string, who: Person): Promise<void> {
  await who.page.screenshot({ path: `test/artefacts/rounds ${what}.png`, fullPage: true });
  faults[what] = await faultsOf(toolFrameOf(who.page, stack.toolUrl));
}

/** The rhythm is asked for a beginning; the rest is as in other questionnaires. */
async function tryBuilding(teacher: Person): Promise<void> {
  const tool = await openQuestionnaires(teacher, prepared);
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
  await prepared.teacher.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
  await prepared.teacher.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
}

/** From the learner's home, where the open round waits. */
async function answer(learner: Person, point: RegExp, what: string): Promise<void> {
  const tool = await learner.open(prepared.title);
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
    story(wide, 'rounds', () =>
      story(phone, 'rounds on a phone', async () => {
        const teacher = new Person(await wide.context.newPage(), stack.simulator, 'Tessa Teacher');
        const ada = new Person(await phone.context.newPage(), stack.simulator, 'Ada Ström');
        await tryBuilding(teacher);
        await publish();
        await answer(ada, /^2/, 'first round');
        await stack.stop();
        await stack.restart(WEEK_MS);
        await answer(ada, /^4/, 'second round');

        const tool = await openQuestionnaires(teacher, prepared);
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
        const small = new Person(await phone.context.newPage(), stack.simulator, 'Tessa Teacher');
        const narrow = await openQuestionnaires(small, prepared);
        await narrow.getByRole('link', { name: 'Pulse', exact: true }).press('Enter');
        await narrow.getByRole('figure', { name: /^From round to round/ }).waitFor();
        await check('results on a phone', small);
        await narrow.getByRole('link', { name: 'Edit' }).press('Enter');
        await narrow.getByText(/Rounds that are published stay as they are/).waitFor();
        await check('builder on a phone', small);
        expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
      }),
    ),
  TEST_MS,
);
