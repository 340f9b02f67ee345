/** A group project in the browser: set up, written together, handed in, found wrong, confirmed, and graded, at last by contributions. */
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { deliverablePath } from '../factories/group-work.ts';
import { buildItem, buildQuestionnaire, idOf } from '../factories/questionnaire.ts';
import { until } from '../factories/until.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { writeAtEnd } from './browser.ts';
import { addPeerReview } from './launched.ts';
import type { Person, Tool } from './people.ts';
import { groupLearners } from './questionnaires.ts';

const TITLE = 'A bridge for our town';

onBothScreens('moodle', 'group work', 'a group writes, hands in and confirms, and has a grade', tell);

async function write(tool: Tool, label: string, text: string): Promise<void> {
  await writeAtEnd(tool.getByRole('textbox', { name: label }), text);
}

async function setUp({ look }: Screen, teacher: Person): Promise<void> {
  const tool = await teacher.addActivity();
  await tool.getByRole('radio', { name: /^Group project/ }).check();
  await tool.getByRole('textbox', { name: 'Title' }).first().fill(TITLE);
  await write(tool, 'The project', 'Plan a bridge together.');
  await tool.getByRole('button', { name: /^Choose later/ }).press('Enter');
  await tool.getByRole('option', { name: 'Teams' }).press('Enter');
  await tool.getByRole('radio', { name: /^Everybody confirms/ }).check();
  await tool.getByRole('button', { name: 'Add a milestone' }).press('Enter');
  const milestone = tool.getByRole('group', { name: 'Milestone 1' });
  await milestone.getByRole('textbox', { name: 'Title' }).fill('Concept');
  await milestone.getByRole('textbox', { name: /^What is to be delivered/ }).fill('Two pages and a sketch.');
  await look('set up', teacher);
  await tool.getByRole('button', { name: 'Create and add to the course' }).press('Enter');
  await teacher.page.getByRole('link', { name: TITLE, exact: true }).waitFor();
}

/** Opens the milestone of one's own group. */
async function openConcept(who: Person): Promise<Tool> {
  const tool = await who.open(TITLE);
  await tool.getByRole('heading', { name: 'Your group: Red' }).waitFor();
  await tool.getByRole('link', { name: 'Concept' }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Concept' }).waitFor();
  return tool;
}

async function pathOfConcept(teacher: ApiSession, rest: string): Promise<string> {
  const { items } = await teacher.ok<{ items: { id: string; title: string }[] }>('GET', '/activities');
  const activityId = items.find(({ title }) => title === TITLE)?.id ?? '';
  const groups = await teacher.ok<{ items: { groupId: string; name: string }[] }>(
    'GET',
    `/group-work/${activityId}/standings`,
  );
  const groupId = groups.items.find(({ name }) => name === 'Red')?.groupId ?? '';
  return `${deliverablePath(activityId, groupId)}${rest}`;
}

/** Red has presented, and somebody was missing. */
async function noteAbsent(teacher: ApiSession, memberId: string): Promise<void> {
  const [, , activityId, , groupId] = (await pathOfConcept(teacher, '')).split('/');
  const slot = `/group-work/${activityId}/presentations/slots/${newId()}`;
  const startsAt = '2026-01-01T10:00:00.000Z';
  await teacher.ok('PUT', slot, { startsAt, minutes: 10, place: '', expectedRevision: 0 });
  await teacher.ok('PUT', `${slot}/group`, { groupId });
  await teacher.ok('PUT', `${slot}/absent`, { memberIds: [memberId] });
}

/** Red rate each other, Bo higher than the others; then it is over. */
async function rateEachOther(teacher: ApiSession, setId: string, red: readonly ApiSession[]): Promise<void> {
  const id = newId();
  const columns = ['Little', 'As agreed', 'Much'].map((text) => ({ id: idOf(text), text }));
  const item = buildItem('matrix', { rows: [], columns, groupRows: { setId, self: true } });
  const settings = buildQuestionnaire({
    title: 'What each of us did',
    items: [item],
    visibility: 'confidential',
  });
  await teacher.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
  await teacher.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  for (const who of red) {
    const said: Record<string, string> = {};
    for (const [at, { memberId }] of red.entries()) said[memberId] = idOf(at === 1 ? 'Much' : 'Little');
    await who.ok('POST', `/questionnaires/${id}/mine`, {
      version: 1,
      answers: { [item.id]: said },
    });
  }
  await teacher.ok('POST', `/questionnaires/${id}/close`);
}

/** Staff see what contributions would do, have them count, and Bo reads why the grade is higher. */
async function countContributions({ look }: Screen, tessa: Person, bo: Person): Promise<void> {
  const staff = await tessa.open(TITLE);
  await staff.getByRole('link', { name: 'Contributions in grades' }).press('Enter');
  const table = staff.getByRole('table', { name: 'Grades with contributions' });
  await table.getByRole('row', { name: /Bo Baker/ }).waitFor();
  await look('what contributions would do', tessa);
  await staff.getByRole('button', { name: 'Apply', exact: true }).press('Enter');
  const dialog = staff.getByRole('alertdialog');
  await dialog.getByText(/^1 grade goes up/).waitFor();
  await look('before contributions count', tessa);
  await dialog.getByRole('button', { name: 'Apply', exact: true }).press('Enter');
  await staff.getByText(/^Counts since/).waitFor();
  await look('contributions count', tessa);
  await until('Bo reads it', async () => {
    const page = await bo.open(TITLE);
    const said = page.getByText(/your contribution: × 1\.\d+ for 50% of it/);
    return said.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  });
  await look('the own grade with the contribution', bo);
}

/** Opens what Red has handed in, as staff. */
async function openHandedIn(who: Person): Promise<Tool> {
  const staff = await who.open(TITLE);
  const table = staff.getByRole('table', { name: 'All groups' });
  await table.getByText('Blue').waitFor();
  await table.getByRole('link', { name: 'Handed in' }).press('Enter');
  await staff.getByText('An arch of stone. It costs little.').waitFor();
  return staff;
}

/** Staff do not want to know whose work it is; something is done to it among others, and taken back. */
async function markUnknown({ look }: Screen, who: Person): Promise<void> {
  const staff = await who.open(TITLE);
  await staff.getByRole('link', { name: 'Marking', exact: true }).press('Enter');
  const table = staff.getByRole('table', { name: 'Works' });
  await table.getByRole('link', { name: 'Red: Concept' }).waitFor();
  await look('works of groups', who);
  await staff.getByRole('switch', { name: 'Hide who the learners are' }).press('Space');
  const works = table.getByRole('link', { name: /^Work [0-9A-F]{6}: Concept/ });
  await works.first().waitFor();
  await table.getByText('Red').waitFor({ state: 'detached' });
  const boxes = table.getByRole('checkbox', { name: /^Select Work/ });
  await boxes.nth(0).press('Space');
  await boxes.nth(1).press('Space');
  await staff.getByRole('button', { name: 'Give zero' }).press('Enter');
  const dialog = staff.getByRole('dialog', { name: 'Give zero' });
  await dialog.getByText('1 work changes. 1 work is left out.').waitFor();
  await look('acts on works of groups', who);
  await dialog.getByRole('button', { name: 'Do it for 1 work' }).press('Enter');
  await dialog.getByText('1 work is changed.').waitFor();
  await dialog.getByRole('button', { name: 'Take it back for all' }).press('Enter');
  await dialog.getByText('1 work is as it was before.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).press('Enter');
  await table.getByRole('row').filter({ hasText: 'To do' }).getByRole('link').press('Enter');
  await staff.getByRole('heading', { level: 1, name: /^Work / }).waitFor();
  await staff.getByText('An arch of stone. It costs little.').waitFor();
  await staff.getByRole('textbox', { name: /^Points, up to 10/ }).waitFor();
  await look('a work whose group is hidden', who);
}

/** Nobody marks what a colleague is marking. */
async function meetColleague({ look }: Screen, tessa: Person, amal: Person): Promise<void> {
  const marking = await openHandedIn(amal);
  await marking.getByRole('textbox', { name: /^Points, up to 10/ }).fill('7');
  await marking.getByRole('textbox', { name: /^Points, up to 10/ }).press('Tab');
  await until('the colleague has the work', async () => {
    const page = await openHandedIn(tessa);
    const told = page.getByText(/Amal Assistant has it until/);
    return told.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  });
  await look('a colleague is marking', tessa);
  await marking.getByRole('link', { name: TITLE }).press('Enter');
  await marking.getByRole('table', { name: 'All groups' }).waitFor();
}

async function tell(screen: Screen): Promise<void> {
  const { stack, person, look } = screen;
  const prepared = await addPeerReview(stack, 'Essay');
  const { setId, learners } = await groupLearners({ stack, prepared }, { Red: [0, 1, 3], Blue: [2] });
  const third = learners[3];
  const names = ['Tessa Teacher', 'Ada Ström', 'Bo Baker', 'Amal Assistant'];
  const [tessa, ada, bo, amal] = await Promise.all(names.map(person));
  if (!tessa || !ada || !bo || !amal || !third) throw new Error('somebody is missing');
  await setUp(screen, tessa);

  const first = await openConcept(ada);
  await write(first, 'Text of the group', 'An arch of stone.');
  await first.getByText(/^Saved \d/).waitFor();
  await look('while one writes', ada);
  await first.getByRole('button', { name: 'Hand in for the group' }).press('Enter');
  await first.getByText('Not confirmed yet').first().waitFor();
  await look('waits for the others', ada);

  const second = await openConcept(bo);
  await second.getByRole('button', { name: 'Something is wrong' }).press('Enter');
  await second.getByRole('textbox', { name: 'What is wrong?' }).fill('The costs are missing.');
  await look('what is wrong', bo);
  await second.getByRole('button', { name: 'Tell the group' }).press('Enter');
  await second.getByText('Finds something wrong: The costs are missing.').waitFor();

  const again = await openConcept(ada);
  await again.getByText('Finds something wrong: The costs are missing.').waitFor();
  await write(again, 'Text of the group', ' It costs little.');
  await again.getByText(/^Saved \d/).waitFor();
  await again.getByRole('button', { name: 'Hand in again' }).press('Enter');
  await again.getByText(/^Version 2, handed in by You/).waitFor();

  const confirming = await openConcept(bo);
  await confirming.getByText('It costs little.').first().waitFor();
  await third.ok('PUT', await pathOfConcept(prepared.teacher, '/submission/2/confirmation'), {
    objection: null,
  });
  await confirming.getByRole('button', { name: 'Confirm', exact: true }).press('Enter');
  await confirming.getByText('Handed in', { exact: true }).waitFor();
  await look('handed in', bo);
  const own = await bo.open(TITLE);
  await own
    .getByText(/^Handed in /)
    .first()
    .waitFor();
  await look('the own group', bo);

  const staff = await tessa.open(TITLE);
  const table = staff.getByRole('table', { name: 'All groups' });
  await table.getByText('Blue').waitFor();
  await table.scrollIntoViewIfNeeded();
  await look('all groups', tessa);
  await meetColleague(screen, tessa, amal);
  await markUnknown(screen, tessa);
  await noteAbsent(prepared.teacher, learners[1]?.memberId ?? '');
  await openHandedIn(tessa);
  await staff.getByText(/^Absent at the presentation of .*2026.*: Bo Baker\.$/).waitFor();
  await staff.getByText('Absent at the presentation', { exact: true }).waitFor();
  await staff.getByRole('textbox', { name: /^Points, up to 10/ }).fill('8');
  await staff.getByRole('textbox', { name: 'Difference for Bo Baker' }).fill('1');
  await staff.getByRole('textbox', { name: 'Difference for Bo Baker' }).press('Tab');
  await staff.getByRole('textbox', { name: 'Reason for Bo Baker' }).fill('Found what was missing.');
  await look('what staff see of a group', tessa);
  await staff.getByRole('button', { name: 'Save the grade' }).press('Enter');
  await staff.getByText(/^Given: 8 of 10 for version 2/).waitFor();
  const releasing = await tessa.open(TITLE);
  await releasing.getByRole('button', { name: 'Release grades' }).press('Enter');
  await releasing.getByRole('alertdialog').getByRole('button', { name: 'Release grades' }).press('Enter');
  await releasing.getByText(/^Learners see their grades/).waitFor();
  await look('grades', tessa);
  const graded = async (): Promise<boolean> => {
    const page = await bo.open(TITLE);
    const grade = page.getByText(/for you \+1; 9 of 10 points/);
    return grade.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  };
  await until('Bo has a grade', graded);
  await look('the own grade', bo);
  const [one, two] = learners;
  if (!one || !two) throw new Error('somebody is missing');
  await rateEachOther(prepared.teacher, setId, [one, two, third]);
  await countContributions(screen, tessa, bo);
}
