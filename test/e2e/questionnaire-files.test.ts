/** A question answered with a file in the browser: asked for, uploaded on a phone, opened by staff. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { story } from './browser.ts';
import { Person } from './people.ts';
import { choose, makeRoom, openQuestionnaires, TEST_MS } from './questionnaires.ts';

const QUESTION = 'Your sketch';
const { room, check, expectNoFaults } = makeRoom('file answers', {
  profile: 'moodle',
  title: 'Essay with sketches',
});

async function build(teacher: Person): Promise<void> {
  const tool = await openQuestionnaires(teacher, room.prepared);
  await tool.getByRole('link', { name: 'New questionnaire' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Title' }).fill('Sketches');
  await choose(tool, /Kind of the next question/, 'File');
  await tool.getByRole('button', { name: 'Add question' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Question 1', exact: true }).fill(QUESTION);
  await tool.getByRole('checkbox', { name: 'An answer is required' }).check();
  await tool.getByText(/Whoever answers adds up to 5 files/).waitFor();
  await tool.getByRole('radio', { name: /^Anonymous/ }).check();
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByText(/A question that is answered with files cannot be anonymous/).waitFor();
  await check('builder', teacher);
  await tool.getByRole('radio', { name: /^Confidential/ }).check();
  await tool.getByRole('button', { name: 'Preview' }).press('Enter');
  await tool.getByText('Here one adds up to 5 files.').waitFor();
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByRole('button', { name: 'Publish' }).press('Enter');
  await tool.getByText('No answers yet').waitFor();
}

test(
  'a learner answers with a file on a phone, finds it again in the draft, and staff open it',
  () =>
    story(room.wide, 'file answers', () =>
      story(room.phone, 'file answers on a phone', async () => {
        const { simulator } = room.stack;
        const teacher = new Person(await room.wide.context.newPage(), simulator, 'Tessa Teacher');
        const ada = new Person(await room.phone.context.newPage(), simulator, 'Ada Ström');
        await build(teacher);
        const path = join(tmpdir(), `roundtable-sketch-${process.pid}.txt`);
        writeFileSync(path, 'Two arches.');

        const tool = await openQuestionnaires(ada, room.prepared);
        await tool.getByRole('link', { name: 'Sketches' }).press('Enter');
        await tool.getByRole('group', { name: QUESTION }).waitFor();
        await tool.getByRole('button', { name: 'Send answers' }).press('Enter');
        await tool.getByText('Please answer this question.').waitFor();
        await check('missing, on a phone', ada);
        await tool.locator('input[type=file]').setInputFiles(path);
        await tool
          .getByRole('list', { name: 'Files' })
          .getByText(/^roundtable-sketch/)
          .waitFor();
        await tool.getByText(/^Saved \d/).waitFor();

        const again = await openQuestionnaires(ada, room.prepared);
        await again.getByRole('link', { name: 'Sketches' }).press('Enter');
        await again
          .getByRole('list', { name: 'Files' })
          .getByText(/^roundtable-sketch/)
          .waitFor();
        await check('draft, on a phone', ada);
        await again.getByRole('button', { name: 'Send answers' }).press('Enter');
        await again.getByText('Thank you. Your answers have arrived.').first().waitFor();

        const results = await openQuestionnaires(teacher, room.prepared);
        await results.getByRole('link', { name: 'Sketches' }).press('Enter');
        await results.getByText(/The files are below/).waitFor();
        await results
          .getByRole('button', { name: /^Open roundtable-sketch|^Show roundtable-sketch/ })
          .press('Enter');
        await results.getByText('Two arches.').waitFor();
        await check('results', teacher);
        expectNoFaults();
      }),
    ),
  TEST_MS,
);
