/** The question bank in the browser: kept, found, put into a questionnaire, and drawn from for a learner. */
import { expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { keyed } from '../factories/questionnaire.ts';
import { DIALOG } from './axe.ts';
import { story } from './browser.ts';
import { Person, type Tool } from './people.ts';
import { choose, openQuestionnaires, TEST_MS, makeRoom } from './questionnaires.ts';

const WRITTEN = 'Which one is a mammal?';

const { room, check, expectNoFaults } = makeRoom('bank', { profile: 'moodle', title: 'Essay with a bank' });

async function openBank(who: Person): Promise<Tool> {
  const tool = await openQuestionnaires(who, room.prepared);
  await tool.getByRole('link', { name: 'Question bank' }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Question bank' }).waitFor();
  return tool;
}

async function fillBank(teacher: Person): Promise<void> {
  const tool = await openBank(teacher);
  await tool.getByText('No questions yet').waitFor();
  await check('empty', teacher);
  await tool.getByRole('link', { name: 'New question' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Question 1', exact: true }).waitFor();
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByText('Write the question.').waitFor();
  await check('question with faults', teacher);
  await tool.getByRole('textbox', { name: 'Question 1', exact: true }).fill(WRITTEN);
  await tool.getByRole('textbox', { name: /Options of question 1/ }).fill('Whale\nShark');
  await tool.getByRole('checkbox', { name: 'This question has a right answer' }).check();
  await tool.getByRole('checkbox', { name: 'Whale', exact: true }).check();
  await tool.getByRole('textbox', { name: /Tags/ }).fill('animals, easy');
  await check('question', teacher);
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByText(WRITTEN).waitFor();
  for (const text of ['Is it so?', 'Is it not?', 'Is it ever?']) {
    await room.prepared.teacher.ok('PUT', `/question-bank/${newId()}`, {
      item: { ...keyed('oneChoice'), text },
      tags: ['logic'],
      expectedRevision: 0,
    });
  }

  const again = await openBank(teacher);
  await again.getByText('Is it ever?').waitFor();
  await check('bank', teacher);
  await again.getByRole('searchbox', { name: 'Search questions' }).fill('MAMMAL');
  await again.getByText('Is it ever?').waitFor({ state: 'detached' });
  await again.getByText(WRITTEN).waitFor();
  await again.getByRole('searchbox', { name: 'Search questions' }).fill('nothing like it');
  await again.getByText('No question matches.').waitFor();
  await again.getByRole('searchbox', { name: 'Search questions' }).fill('');
  await choose(again, /^Tag|Tag$|All tags/, 'logic (3)');
  await again.getByText(WRITTEN).waitFor({ state: 'detached' });
  await again.getByRole('button', { name: 'Remove: Is it ever?' }).press('Enter');
  await again.getByRole('alertdialog').waitFor();
  await check('removing', teacher, DIALOG);
  await again.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).press('Enter');
  await again.getByText('Is it ever?', { exact: true }).waitFor({ state: 'detached' });
}

async function build(teacher: Person): Promise<void> {
  const tool = await openQuestionnaires(teacher, room.prepared);
  await tool.getByRole('link', { name: 'New questionnaire' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Title' }).fill('From the bank');
  await tool.getByRole('button', { name: 'Insert from the bank' }).press('Enter');
  const dialog = tool.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: WRITTEN }).check();
  await check('insert', teacher, DIALOG);
  await dialog.getByRole('button', { name: 'Insert', exact: true }).press('Enter');
  await tool.getByRole('textbox', { name: 'Question 1', exact: true }).waitFor();
  expect(await tool.getByRole('checkbox', { name: 'Whale', exact: true }).isChecked()).toBe(true);

  await tool.getByRole('button', { name: 'Save to the bank: question 1' }).press('Enter');
  await dialog.getByRole('textbox', { name: /Tags/ }).fill('copies');
  await check('keep', teacher, DIALOG);
  await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await dialog.waitFor({ state: 'detached' });

  await tool.getByRole('button', { name: 'Add a draw' }).press('Enter');
  await choose(tool, /Tag of draw 1/, 'logic (2)');
  await tool.getByRole('textbox', { name: 'Number of questions of draw 1' }).fill('3');
  await tool.getByRole('textbox', { name: 'Number of questions of draw 1' }).press('Tab');
  await tool.getByText('The bank has too few questions for this.').waitFor();
  await check('draw too large', teacher);
  await tool.getByRole('textbox', { name: 'Number of questions of draw 1' }).fill('1');
  await tool.getByRole('textbox', { name: 'Number of questions of draw 1' }).press('Tab');
  await tool.getByText('The bank has too few questions for this.').waitFor({ state: 'detached' });
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByRole('button', { name: 'Publish' }).press('Enter');
  await tool.getByText('No answers yet').waitFor();
}

/** What the learner is asked, in order. */
async function asked(learner: Person): Promise<{ tool: Tool; questions: string[] }> {
  const tool = await openQuestionnaires(learner, room.prepared);
  await tool.getByRole('link', { name: 'From the bank' }).press('Enter');
  await tool.getByRole('button', { name: 'Send answers' }).waitFor();
  const groups = await tool.getByRole('group').all();
  return {
    tool,
    questions: await Promise.all(groups.map(async (one) => (await one.innerText()).split('\n')[0] ?? '')),
  };
}

test(
  'questions are kept and found, put into a questionnaire, and drawn for a learner',
  () =>
    story(room.wide, 'question bank', () =>
      story(room.phone, 'question bank on a phone', async () => {
        const teacher = new Person(await room.wide.context.newPage(), room.stack.simulator, 'Tessa Teacher');
        const ada = new Person(await room.phone.context.newPage(), room.stack.simulator, 'Ada Ström');
        await fillBank(teacher);
        await build(teacher);

        const first = await asked(ada);
        expect(first.questions).toEqual([
          expect.stringContaining(WRITTEN),
          expect.stringMatching(/^Is it (so|not)\?/),
        ]);
        const second = await asked(ada);
        expect(second.questions).toEqual(first.questions);
        await second.tool.getByRole('radio', { name: 'Whale', exact: true }).press('Space');
        await second.tool.getByRole('radio', { name: 'Yes', exact: true }).press('Space');
        await second.tool.getByRole('button', { name: 'Send answers' }).press('Enter');
        await second.tool.getByText('3 of 3 points (100%)').waitFor();
        await check('answered', ada);

        const small = new Person(await room.phone.context.newPage(), room.stack.simulator, 'Tessa Teacher');
        const bank = await openBank(small);
        await bank.getByText(WRITTEN).first().waitFor();
        await check('bank on a phone', small);
        const narrow = await openQuestionnaires(small, room.prepared);
        await narrow.getByRole('link', { name: 'From the bank' }).press('Enter');
        await narrow.getByText('1 answer', { exact: true }).waitFor();
        await narrow.getByRole('link', { name: 'Edit' }).press('Enter');
        await narrow.getByRole('textbox', { name: 'Number of questions of draw 1' }).waitFor();
        await check('draws on a phone', small);
        await narrow.getByRole('button', { name: 'Insert from the bank' }).press('Enter');
        await narrow.getByRole('dialog').getByRole('checkbox', { name: WRITTEN }).first().waitFor();
        await check('insert on a phone', small, DIALOG);
        expectNoFaults();
      }),
    ),
  TEST_MS,
);
