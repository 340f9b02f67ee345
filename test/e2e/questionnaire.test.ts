/** A questionnaire in the browser: built with a branch, answered on a narrow phone, shown as plots. */
import { expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { buildItem, buildQuestionnaire, idOf } from '../factories/questionnaire.ts';
import { DIALOG } from './axe.ts';
import { story } from './browser.ts';
import { openLearners } from './launched.ts';
import { Person } from './people.ts';
import { choose, openQuestionnaires, TEST_MS, makeRoom } from './questionnaires.ts';

const QUESTION = 'Did the group work well?';
const REASON = 'What went wrong?';

const { room, check, expectNoFaults } = makeRoom('questionnaire', {
  profile: 'moodle',
  title: 'Essay with questions',
  phone: { colorScheme: 'dark' },
});

async function build(teacher: Person): Promise<void> {
  const tool = await openQuestionnaires(teacher, room.prepared);
  await tool.getByText('No questionnaires yet').waitFor();
  await check('list empty', teacher);
  await tool.getByRole('link', { name: 'New questionnaire' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Title' }).waitFor();

  await choose(tool, /Kind of the next question/, 'Text');
  await tool.getByRole('button', { name: 'Add question' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Question 1', exact: true }).fill(REASON);
  await choose(tool, /Kind of the next question/, 'One choice');
  await tool.getByRole('button', { name: 'Add question' }).press('Enter');
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByText('Give the questionnaire a title.').waitFor();
  await check('builder with faults', teacher);
  await tool.getByRole('textbox', { name: 'Title' }).fill('Working together');
  await tool.getByRole('textbox', { name: 'Question 2', exact: true }).fill(QUESTION);
  await tool.getByRole('textbox', { name: /Options of question 2/ }).fill('Yes\nNo\n');
  await tool.getByRole('checkbox', { name: 'An answer is required' }).nth(1).check();

  // The choice moves up by the keyboard, so that the text can depend on it.
  await tool.getByRole('button', { name: `Move ${QUESTION}` }).press('Enter');
  await teacher.page.keyboard.press('ArrowUp');
  await teacher.page.keyboard.press('ArrowUp');
  await teacher.page.keyboard.press('Enter');
  await tool
    .getByRole('textbox', { name: 'Question 1', exact: true })
    .and(tool.locator(`[value="${QUESTION}"]`))
    .waitFor();
  await choose(tool, /Shown, question 2/, `If “${QUESTION}” is answered with “No”`);

  await tool.getByRole('button', { name: 'Remove question 1' }).press('Enter');
  await tool.getByRole('button', { name: /^Undo/ }).press('Enter');
  await tool
    .getByRole('button', { name: /Shown, question 2/ })
    .filter({ hasText: '“No”' })
    .waitFor();
  await check('builder', teacher);

  await tool.getByRole('button', { name: 'Preview' }).press('Enter');
  await tool.getByRole('radio', { name: 'No', exact: true }).check();
  await tool.getByRole('textbox', { name: REASON }).waitFor();
  await check('preview', teacher);
  await tool.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tool.getByRole('button', { name: 'Publish' }).press('Enter');
  await tool.getByText('No answers yet').waitFor();
  await check('published', teacher);
}

async function answer(learner: Person): Promise<void> {
  const tool = await openQuestionnaires(learner, room.prepared);
  await check('to answer', learner);
  await tool.getByRole('link', { name: 'Working together' }).press('Enter');
  await tool.getByRole('button', { name: 'Send answers' }).press('Enter');
  await tool.getByText('Please answer this question.').waitFor();
  await check('answers missing', learner);
  expect(await tool.getByRole('textbox').count()).toBe(0);
  await tool.getByRole('radio', { name: 'No', exact: true }).press('Space');
  await tool.getByRole('textbox', { name: REASON }).fill('We never met.');
  await tool.getByText(/^Saved \d/).waitFor();

  const again = await openQuestionnaires(learner, room.prepared);
  await again.getByText('Begun').waitFor();
  await again.getByRole('link', { name: 'Working together' }).press('Enter');
  await again.getByRole('textbox', { name: REASON }).waitFor();
  expect(await again.getByRole('textbox', { name: REASON }).inputValue()).toBe('We never met.');
  expect(await again.getByRole('radio', { name: 'No', exact: true }).isChecked()).toBe(true);
  await check('draft kept', learner);
  await again.getByRole('button', { name: 'Send answers' }).press('Enter');
  await again.getByText('Thank you. Your answers have arrived.').first().waitFor();
  await check('answered', learner);
}

test(
  'an instructor builds one with a branch, a learner answers it on a phone, the results are plotted',
  () =>
    story(room.wide, 'questionnaire', () =>
      story(room.phone, 'questionnaire on a phone', async () => {
        const teacher = new Person(await room.wide.context.newPage(), room.stack.simulator, 'Tessa Teacher');
        const ada = new Person(await room.phone.context.newPage(), room.stack.simulator, 'Ada Ström');
        await build(teacher);
        await answer(ada);

        const tool = await openQuestionnaires(teacher, room.prepared);
        await check('list', teacher);
        await tool.getByRole('link', { name: 'Working together' }).press('Enter');
        await tool.getByText('1 answer', { exact: true }).waitFor();
        await tool.getByRole('figure', { name: QUESTION }).waitFor();
        await tool.getByText('We never met.').first().waitFor();
        await tool.getByRole('columnheader', { name: 'Name' }).waitFor();
        await check('results', teacher);
        const [file] = await Promise.all([
          teacher.page.waitForEvent('download'),
          tool.getByRole('button', { name: 'Download CSV' }).press('Enter'),
        ]);
        expect(file.suggestedFilename()).toBe('Working together.csv');
        await tool.getByRole('button', { name: 'Close', exact: true }).press('Enter');
        await tool.getByRole('alertdialog').waitFor();
        await check('closing', teacher, DIALOG);
        await tool
          .getByRole('alertdialog')
          .getByRole('button', { name: 'Close', exact: true })
          .press('Enter');
        await tool.getByText('Closed', { exact: true }).waitFor();
        expectNoFaults();
      }),
    ),
  TEST_MS,
);

test(
  'an anonymous one shows nothing of four answers, and all kinds of plots of five',
  () =>
    story(room.wide, 'anonymous questionnaire', async () => {
      const id = newId();
      const kinds = ['oneChoice', 'manyChoice', 'scale', 'matrix', 'text', 'number', 'date'] as const;
      const settings = buildQuestionnaire({
        title: 'Mood',
        visibility: 'anonymous',
        items: kinds.map((kind) => buildItem(kind)),
      });
      await room.prepared.teacher.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
      await room.prepared.teacher.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
      const learners = await openLearners(room.stack, room.prepared.title, 5);
      const send = (index: number) =>
        learners[index]?.ok('POST', `/questionnaires/${id}/mine`, {
          version: 1,
          answers: {
            [idOf('one')]: idOf('Yes'),
            [idOf('many')]: [idOf('Red'), idOf('Blue')],
            [idOf('scale')]: 1 + index,
            [idOf('matrix')]: { [idOf('Talk')]: idOf('Low'), [idOf('Listen')]: idOf('High') },
            [idOf('text')]: `Words of number ${index}`,
            [idOf('number')]: index,
            [idOf('date')]: '2027-03-01',
          },
        });
      for (let index = 0; index < 4; index += 1) await send(index);
      const teacher = new Person(await room.wide.context.newPage(), room.stack.simulator, 'Tessa Teacher');
      const open = async () => {
        const tool = await openQuestionnaires(teacher, room.prepared);
        await tool.getByRole('link', { name: 'Mood', exact: true }).press('Enter');
        await tool.getByRole('heading', { level: 1, name: 'Mood' }).waitFor();
        return tool;
      };
      const four = await open();
      await four.getByText('Results of an anonymous questionnaire show from five answers on.').waitFor();
      expect(await four.getByText(/Words of number/).count()).toBe(0);
      await check('four anonymous answers', teacher);
      await send(4);
      const five = await open();
      await five.getByText('Words of number 4').waitFor();
      await five.getByRole('figure', { name: 'About one?' }).waitFor();
      await five.getByRole('region', { name: 'About matrix?' }).waitFor();
      expect(await five.getByText('Who said what').count()).toBe(0);
      await check('five anonymous answers', teacher);

      const ben = new Person(await room.phone.context.newPage(), room.stack.simulator, 'Ada Ström');
      const other = newId();
      const every = { settings: { ...settings, title: 'Every kind' }, expectedRevision: 0 };
      await room.prepared.teacher.ok('PUT', `/questionnaires/${other}`, every);
      await room.prepared.teacher.ok('POST', `/questionnaires/${other}/publish`, { expectedRevision: 1 });
      const tool = await openQuestionnaires(ben, room.prepared);
      await tool.getByRole('link', { name: 'Every kind' }).press('Enter');
      await tool
        .getByRole('group', { name: /About matrix/ })
        .first()
        .waitFor();
      await tool.getByRole('spinbutton').first().waitFor();
      await check('every kind of question on a phone', ben);
      expectNoFaults();
    }),
  TEST_MS,
);
