/** Answered alone and then as a group in the browser: two of a group write on one sheet, one sends it, staff compare. */
import { expect, test } from '@jest/globals';
import type { TeamView } from '../../server/src/contracts/questionnaire-team.ts';
import { newId } from '../../server/src/core/ids.ts';
import { buildQuestionnaire, idOf, keyed } from '../factories/questionnaire.ts';
import { until } from '../factories/until.ts';
import { story } from './browser.ts';
import { Person, type Tool } from './people.ts';
import { choose, groupLearners, makeRoom, openQuestionnaires, TEST_MS } from './questionnaires.ts';

const TITLE = 'Readiness';
const { room, check, expectNoFaults } = makeRoom('team', { profile: 'moodle', title: 'Essay for two heads' });

async function tryBuilding(teacher: Person): Promise<void> {
  const tool = await openQuestionnaires(teacher, room.prepared);
  await tool.getByRole('link', { name: 'New questionnaire' }).press('Enter');
  await tool.getByRole('checkbox', { name: /answer the same questions as a group/ }).check();
  await choose(tool, /Groups of/, 'Teams');
  await choose(tool, /Opens again/, 'Every week');
  await tool.getByText('A questionnaire that groups answer too cannot open again in rounds.').waitFor();
  await check('builder', teacher);
}

async function publish(setId: string): Promise<string> {
  const id = newId();
  const settings = buildQuestionnaire({
    title: TITLE,
    visibility: 'identified',
    items: [
      keyed('oneChoice', { text: 'Is the bridge stiff?' }),
      { ...keyed('manyChoice'), text: 'Which colours carry?' },
    ],
    check: { feedback: 'atOnce', attempts: 1, counts: 'best' },
    team: { setId, percent: 40 },
  });
  await room.prepared.teacher.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
  await room.prepared.teacher.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  return id;
}

const field = (tool: Tool, role: 'radio' | 'checkbox', name: string) =>
  tool.getByRole(role, { name, exact: true });

async function answerAlone(who: Person, what: string): Promise<Tool> {
  const tool = await openQuestionnaires(who, room.prepared);
  await tool.getByRole('link', { name: TITLE }).press('Enter');
  await tool.getByText(/First you answer alone/).waitFor();
  await field(tool, 'radio', 'No').press('Space');
  await tool.getByRole('button', { name: 'Send answers' }).press('Enter');
  await tool.getByRole('heading', { name: /^With your group/ }).waitFor();
  await check(`after the own answers, ${what}`, who);
  return tool;
}

test(
  'a group answers together what its people have answered alone, and nothing that two write at once is lost',
  () =>
    story(room.wide, 'team', () =>
      story(room.phone, 'team on a phone', async () => {
        const { simulator } = room.stack;
        const teacher = new Person(await room.wide.context.newPage(), simulator, 'Tessa Teacher');
        const ada = new Person(await room.phone.context.newPage(), simulator, 'Ada Ström');
        const bo = new Person(await room.wide.context.newPage(), simulator, 'Bo Baker');
        const chi = new Person(await room.phone.context.newPage(), simulator, 'Chi Nguyễn');
        const { setId, learners } = await groupLearners(room, { Red: [0, 1] });
        const [ada0] = learners;
        if (!ada0) throw new Error('nobody has come');
        await tryBuilding(teacher);
        const id = await publish(setId);

        const small = await answerAlone(ada, 'on a phone');
        await small.getByText('1 of 2 people in your group have answered alone.').waitFor();
        const wide = await answerAlone(bo, 'wide');
        // What one writes appears with the other.
        await field(small, 'radio', 'Yes').press('Space');
        await until('the other one sees it', async () => field(wide, 'radio', 'Yes').isChecked(), 20);
        await wide.getByText(/Last changed by Ada Ström/).waitFor();

        // Both at once: Bo does not hear of what Ada has saved, and is asked then. Nothing goes.
        await bo.page.route(/\/team$/, (route) =>
          route.request().method() === 'GET' ? route.abort() : route.fallback(),
        );
        const { sheet } = await ada0.ok<TeamView>('GET', `/questionnaires/${id}/team`);
        await ada0.ok('PUT', `/questionnaires/${id}/team/draft`, {
          answers: { [idOf('one')]: idOf('No') },
          expectedRevision: sheet.revision,
        });
        await field(wide, 'checkbox', 'Red').press('Space');
        await wide.getByText('Somebody in your group was faster').waitFor();
        await bo.page.unroute(/\/team$/);
        await check('overtaken', bo);
        await wide.getByRole('button', { name: 'Add my changes to it' }).press('Enter');
        await wide.getByText('Somebody in your group was faster').waitFor({ state: 'detached' });
        expect(await field(wide, 'radio', 'No').isChecked()).toBe(true);
        await field(wide, 'radio', 'Yes').press('Space');
        for (const colour of ['Red', 'Green']) await field(wide, 'checkbox', colour).check();
        await wide.getByText(/^Saved \d/).waitFor();
        await wide.getByRole('button', { name: 'Send for the group' }).press('Enter');
        await wide.getByText(/Alone 0.?%, as a group 100.?%/).waitFor();
        await check('sent', bo);
        await small.getByText(/Alone 0.?%, as a group 100.?%/).waitFor();
        await check('sent, on a phone', ada);

        const none = await openQuestionnaires(chi, room.prepared);
        await none.getByRole('link', { name: TITLE }).press('Enter');
        await field(none, 'radio', 'Yes').press('Space');
        await none.getByRole('button', { name: 'Send answers' }).press('Enter');
        await none.getByText(/^You are in no group here/).waitFor();
        await check('in no group, on a phone', chi);

        const results = await openQuestionnaires(teacher, room.prepared);
        await results.getByRole('link', { name: TITLE }).press('Enter');
        await results.getByRole('figure', { name: 'Scores alone and as a group' }).waitFor();
        await results
          .getByRole('figure', { name: /^Alone and as a group, in percent/ })
          .first()
          .waitFor();
        await results.getByText('1 group has sent its answers').waitFor();
        await check('results', teacher);
        const narrow = new Person(await room.phone.context.newPage(), simulator, 'Tessa Teacher');
        const page = await openQuestionnaires(narrow, room.prepared);
        await page.getByRole('link', { name: TITLE }).press('Enter');
        await page.getByRole('figure', { name: 'Scores alone and as a group' }).waitFor();
        await check('results on a phone', narrow);
        expectNoFaults();
      }),
    ),
  TEST_MS,
);
