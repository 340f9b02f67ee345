/** Questionnaires among the notices of a learner: told when rounds open and before they close, and no more once answered. */
import { expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { buildItem, buildQuestionnaire } from '../factories/questionnaire.ts';
import { until } from '../factories/until.ts';
import { story } from './browser.ts';
import { Person, type Tool } from './people.ts';
import { makeRoom, TEST_MS } from './questionnaires.ts';

const DAY_MS = 86_400_000;

const { room, check, expectNoFaults } = makeRoom('questionnaire notices', {
  profile: 'moodle',
  title: 'Essay with news',
});

async function publish(): Promise<void> {
  const id = newId();
  const settings = buildQuestionnaire({
    title: 'Pulse',
    visibility: 'anonymous',
    items: [buildItem('scale', { text: 'How is your group?', required: true })],
    opensAt: new Date(Date.now() - 60_000).toISOString(),
    repeat: { kind: 'weekly', times: 4, openDays: 3, zone: 'Europe/Berlin' },
  });
  await room.prepared.teacher.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
  await room.prepared.teacher.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
}

/** The notices of somebody, once there is one that says this. */
async function notices(who: Person, words: string): Promise<Tool> {
  let tool = await who.open(room.prepared.title);
  await until(`there is a notice: ${words}`, async () => {
    await tool.getByRole('link', { name: /^Notices/ }).press('Enter');
    await tool.getByRole('heading', { level: 1, name: 'Notices' }).waitFor();
    const found = tool.getByRole('link', { name: words }).first();
    if (
      await found.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      )
    )
      return true;
    tool = await who.open(room.prepared.title);
    return false;
  });
  return tool;
}

const OPENED = 'A questionnaire waits for your answers';
const DUE = 'A questionnaire closes soon: your answers are missing';

test(
  'an open round is among the notices, leads to the questionnaire, and asks no more once it is answered',
  () =>
    story(room.wide, 'notices', () =>
      story(room.phone, 'notices on a phone', async () => {
        const ada = new Person(await room.phone.context.newPage(), room.stack.simulator, 'Ada Ström');
        const chi = new Person(await room.wide.context.newPage(), room.stack.simulator, 'Chi Nguyễn');
        await publish();
        const tool = await notices(ada, OPENED);
        await check('opened, on a phone', ada);
        await tool.getByRole('link', { name: OPENED }).press('Enter');
        await tool.getByRole('radio', { name: /^2/ }).press('Space');
        await tool.getByRole('button', { name: 'Send answers' }).press('Enter');
        await tool.getByText(/The next round opens/).waitFor();
        await tool.getByRole('link', { name: /^Notices/ }).press('Enter');
        await tool.getByText('Done', { exact: true }).waitFor();
        await check('answered, on a phone', ada);
        await notices(chi, OPENED);

        await room.stack.stop();
        await room.stack.restart(2 * DAY_MS);
        const late = await notices(chi, DUE);
        await check('closes soon', chi);
        expect(await late.getByRole('link', { name: OPENED }).count()).toBe(1);
        const settled = await notices(ada, OPENED);
        expect(await settled.getByRole('link', { name: DUE }).count()).toBe(0);

        await room.stack.stop();
        await room.stack.restart(8 * DAY_MS);
        const again = await notices(ada, OPENED);
        await until('the second round is told too', async () => {
          await again.getByRole('link', { name: 'Home', exact: true }).press('Enter');
          await again.getByRole('link', { name: /^Notices/ }).press('Enter');
          await again.getByRole('heading', { level: 1, name: 'Notices' }).waitFor();
          return (await again.getByRole('link', { name: OPENED }).count()) === 2;
        });
        expectNoFaults();
      }),
    ),
  TEST_MS,
);
