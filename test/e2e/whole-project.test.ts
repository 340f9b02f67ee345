/**
 * A group project from the survey to the last conversation: groups are proposed by what people answered, a group agrees on
 * a charter, writes together, hands in, is confirmed, rates each other, has grades in the LMS's gradebook, and looks back.
 */
import { expect } from '@jest/globals';
import type { GroupsView, GroupView } from '../../server/src/contracts/groups.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addProject, buildCharter, buildMilestone, buildTeam } from '../factories/group-work.ts';
import { buildItem, buildQuestionnaire, idOf } from '../factories/questionnaire.ts';
import { until } from '../factories/until.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { writeAtEnd } from './browser.ts';
import { gradesOf } from './gradebook.ts';
import { addPeerReview, demoCourse, openLearners } from './launched.ts';
import type { Person, Tool } from './people.ts';

const ESSAY = 'Essay';
const TITLE = 'A bridge for our town';
const LEARNERS = 12;
const FACTOR = /your contribution: × 1\.\d+/;

onBothScreens('moodle', 'whole project', 'a project from the survey to the grades', tell);

interface Told extends Screen {
  readonly teacher: ApiSession;
  readonly learners: readonly ApiSession[];
  readonly tessa: Person;
  readonly ada: Person;
  readonly bo: Person;
}

/** What a group of the project is made of. */
interface Team {
  readonly id: string;
  readonly name: string;
  readonly members: readonly ApiSession[];
}

const press = (tool: Tool, name: string) => tool.getByRole('button', { name, exact: true }).press('Enter');

async function publish(teacher: ApiSession, settings: Record<string, unknown>): Promise<string> {
  const id = newId();
  await teacher.ok('PUT', `/questionnaires/${id}`, {
    settings: buildQuestionnaire(settings),
    expectedRevision: 0,
  });
  await teacher.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  return id;
}

/** Learners say how much they know; groups are proposed in which that is mixed and two who want to are together. */
async function formTeams({ teacher, learners, tessa, look }: Told): Promise<void> {
  const item = buildItem('oneChoice', { id: idOf('known'), text: 'Have you built before?' });
  const survey = await publish(teacher, {
    title: 'Before we begin',
    visibility: 'identified',
    items: [item],
  });
  for (const [index, learner] of learners.entries())
    await learner.ok('POST', `/questionnaires/${survey}/mine`, {
      version: 1,
      answers: { [item.id]: idOf(index % 2 === 0 ? 'Yes' : 'No') },
    });

  const staff = await tessa.open(ESSAY);
  const choose = async (field: string, option: string): Promise<void> => {
    await staff.getByRole('button', { name: new RegExp(` ${field}$|^${field}`) }).press('Enter');
    await staff.getByRole('option', { name: option, exact: true }).press('Enter');
    await staff.getByRole('listbox').waitFor({ state: 'detached' });
  };
  await staff.getByRole('link', { name: 'Groups' }).first().press('Enter');
  await press(staff, 'New group set');
  await staff.getByRole('textbox', { name: 'Name' }).fill('Teams');
  await press(staff, 'Make it');
  await staff.getByRole('link', { name: 'By criteria' }).press('Enter');
  await press(staff, 'Take over answers');
  await staff.getByRole('checkbox', { name: /^Have you built before/ }).press('Space');
  await press(staff, 'Take over');
  await staff.getByText('from a questionnaire').waitFor();
  await choose('Each group', 'has a mix');
  await press(staff, 'Add this rule');
  await press(staff, 'Propose groups');
  await staff.getByText('Keep people together or apart', { exact: true }).press('Enter');
  for (const [field, name] of [
    ['One person', 'Ada Ström'],
    ['Another person', 'Bo Baker'],
  ] as const) {
    const box = staff.getByRole('combobox', { name: field });
    await box.press(name.charAt(0));
    await box.pressSequentially(name.slice(1));
    await staff.getByRole('option', { name: 'Suharto' }).waitFor({ state: 'hidden' });
    await box.press('ArrowDown');
    await box.press('Enter');
    await staff.getByRole('listbox').waitFor({ state: 'detached' });
  }
  await press(staff, 'Add these two');
  await staff.getByText('Together: Ada Ström and Bo Baker').first().waitFor();
  await press(staff, 'Propose other groups');
  await staff.getByRole('radio', { name: 'Proposal 2' }).waitFor();
  await look('proposed groups', tessa);
  await press(staff, 'Make the groups of proposal 2');
  await staff.getByText('These groups were formed so that').waitFor();
}

/** The project, and the team in which two are together. */
async function beginProject({ stack, teacher, learners }: Told): Promise<{ team: Team; setId: string }> {
  const { sets } = await teacher.ok<GroupsView>('GET', '/groups');
  const setId = sets.find(({ name }) => name === 'Teams')?.id ?? '';
  const groups = await teacher.ok<{ items: GroupView[] }>('GET', `/group-sets/${setId}/groups`);
  const found = groups.items.find(({ members }) =>
    members.some(({ memberId }) => memberId === learners[0]?.memberId),
  );
  const inTeam = new Set(found?.members.map(({ memberId }) => memberId));
  const members = learners.filter(({ memberId }) => inTeam.has(memberId));
  expect(members.map(({ memberId }) => memberId)).toContain(learners[1]?.memberId);

  const activityId = await addProject(teacher, {
    groupSetId: setId,
    handIn: 'all',
    team: buildTeam({ charter: buildCharter(), retrospective: { staffLookOn: false } }),
    milestones: [buildMilestone({ points: 10 }), buildMilestone({ n: 2, title: 'Report', points: 10 })],
  });
  stack.simulator.addResourceLink(demoCourse(stack), {
    title: TITLE,
    custom: { activity: activityId },
    lineItem: { scoreMaximum: 20, label: TITLE },
  });
  return { setId, team: { id: found?.id ?? '', name: found?.name ?? '', members } };
}

/** Opens a page of the own group's room. */
async function enter(who: Person, name: string): Promise<Tool> {
  const tool = await who.open(TITLE);
  await tool.getByRole('link', { name, exact: true }).first().press('Enter');
  await tool.getByRole('heading', { level: 1, name }).first().waitFor();
  return tool;
}

async function agree({ ada, bo }: Told): Promise<void> {
  const first = await enter(ada, 'Team charter');
  await first.getByRole('textbox', { name: 'Goals' }).fill('A bridge that stands.');
  await first.getByText(/^Saved \d/).waitFor();
  await press(first, 'Put it to the group');
  await first.getByText('Agreements missing').waitFor();
  const second = await enter(bo, 'Team charter');
  await press(second, 'I agree');
  await second.getByText('Agreements missing').waitFor();
}

/** Two write on one page at the same time. */
async function writeTogether({ ada, bo, look }: Told): Promise<void> {
  const first = await enter(ada, 'Pages');
  await first.getByRole('textbox', { name: 'Title' }).fill('Plan');
  await press(first, 'Begin the page');
  const text = (tool: Tool) => tool.getByRole('textbox', { name: 'Text of “Plan”' });
  await text(first).pressSequentially('An arch of stone. ');
  await first.getByText('Everything is saved.').waitFor();
  const second = await enter(bo, 'Pages');
  await second.getByRole('link', { name: 'Plan' }).press('Enter');
  await text(second).getByText('An arch of stone.').waitFor();
  await writeAtEnd(text(second), 'It costs little.');
  await second.getByText('Everything is saved.').waitFor();
  await look('a page that two write', bo);
  await ada.page.bringToFront();
  await text(first).getByText('It costs little.').waitFor();
}

async function openConcept(who: Person): Promise<Tool> {
  const tool = await who.open(TITLE);
  await tool.getByRole('link', { name: 'Concept' }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Concept' }).waitFor();
  return tool;
}

/** One hands in; all the others confirm it. */
async function handIn({ ada, bo, look }: Told, path: string, others: readonly ApiSession[]): Promise<void> {
  const first = await openConcept(ada);
  const editor = first.getByRole('textbox', { name: 'Text of the group' });
  await editor.waitFor();
  await editor.pressSequentially('What we plan stands on our page.');
  await first.getByRole('checkbox', { name: 'Plan' }).press('Space');
  await first.getByText(/^Saved \d/).waitFor();
  await press(first, 'Hand in for the group');
  await first.getByText('Not confirmed yet').first().waitFor();
  for (const other of others) await other.ok('PUT', `${path}/submission/1/confirmation`, { objection: null });
  const second = await openConcept(bo);
  await press(second, 'Confirm');
  await second.getByText('Handed in', { exact: true }).waitFor();
  await look('handed in', bo);
}

/** All rate each other, Bo higher than the others; then it is over. */
async function rateEachOther({ teacher, learners }: Told, setId: string, team: Team): Promise<void> {
  const columns = ['Little', 'As agreed', 'Much'].map((text) => ({ id: idOf(text), text }));
  const item = buildItem('matrix', { rows: [], columns, groupRows: { setId, self: true } });
  const id = await publish(teacher, { title: 'What each did', items: [item], visibility: 'confidential' });
  const bo = learners[1]?.memberId;
  for (const who of team.members) {
    const said = team.members.map(({ memberId }) => [memberId, idOf(memberId === bo ? 'Much' : 'Little')]);
    const answers = { [item.id]: Object.fromEntries(said) as Record<string, string> };
    await who.ok('POST', `/questionnaires/${id}/mine`, { version: 1, answers });
  }
  await teacher.ok('POST', `/questionnaires/${id}/close`);
}

async function grade({ tessa, look }: Told, team: Team): Promise<void> {
  const staff = await tessa.open(TITLE);
  await staff.getByRole('link', { name: 'Marking' }).press('Enter');
  await staff
    .getByRole('table', { name: 'Works' })
    .getByRole('row')
    .filter({ hasText: team.name })
    .getByText('To do')
    .waitFor();
  await look('works of groups to mark', tessa);
  await staff.getByRole('link', { name: 'Mark the next work' }).press('Enter');
  await staff.getByText('An arch of stone. It costs little.').waitFor();
  await staff.getByRole('textbox', { name: /^Points, up to 10/ }).fill('8');
  await press(staff, 'Save the grade');
  await staff.getByText(/^Given: 8 of 10/).waitFor();
  const factors = await tessa.open(TITLE);
  await factors.getByRole('link', { name: 'Contributions in grades' }).press('Enter');
  await factors.getByRole('row', { name: /Bo Baker/ }).waitFor();
  await press(factors, 'Apply');
  await factors.getByRole('alertdialog').getByRole('button', { name: 'Apply', exact: true }).press('Enter');
  await factors.getByText(/^Counts since/).waitFor();
  await look('contributions count', tessa);
  const releasing = await tessa.open(TITLE);
  await press(releasing, 'Release grades');
  await releasing.getByRole('alertdialog').getByRole('button', { name: 'Release grades' }).press('Enter');
  await releasing.getByText(/^Learners see their grades/).waitFor();
}

/** What is agreed on after one milestone comes back at the next. */
async function lookBack({ ada, bo }: Told): Promise<void> {
  const first = await enter(ada, 'Retrospective');
  await first.getByRole('textbox', { name: 'What will be done' }).fill('Book a room.');
  await press(first, 'Add');
  await first.getByRole('button', { name: 'Done: Book a room.' }).waitFor();
  const second = await enter(bo, 'Retrospective');
  await second.getByRole('link', { name: 'Report' }).press('Enter');
  await second.getByText(/from “Concept”/).waitFor();
  await second.getByText('Book a room.').first().waitFor();
}

async function tell(screen: Screen): Promise<void> {
  const { stack, person } = screen;
  const { teacher } = await addPeerReview(stack, ESSAY);
  const learners = await openLearners(stack, ESSAY, LEARNERS);
  const [tessa, ada, bo] = await Promise.all(['Tessa Teacher', 'Ada Ström', 'Bo Baker'].map(person));
  if (!tessa || !ada || !bo) throw new Error('somebody is missing');
  const told = { ...screen, teacher, learners, tessa, ada, bo };
  await formTeams(told);
  const { setId, team } = await beginProject(told);
  await agree(told);
  await writeTogether(told);
  const { items } = await teacher.ok<{ items: { id: string; title: string }[] }>('GET', '/activities');
  const activityId = items.find(({ title }) => title === TITLE)?.id ?? '';
  const path = `/group-work/${activityId}/groups/${team.id}/milestones/1`;
  await handIn(
    told,
    path,
    team.members.filter((one) => !learners.slice(0, 2).includes(one)),
  );
  await rateEachOther(told, setId, team);
  await grade(told, team);

  const scores = () => gradesOf(stack.simulator, demoCourse(stack).id);
  const scoreOf = (name: string) => scores().find((one) => one.name === name)?.score ?? 0;
  await until('the LMS has the grades', () => scoreOf('Ada Ström') > 0 && scoreOf('Bo Baker') > 0);
  // The same work; what the others say of one makes the difference.
  expect(scoreOf('Bo Baker')).toBeGreaterThan(scoreOf('Ada Ström'));
  const own = await bo.open(TITLE);
  await own.getByText(FACTOR).waitFor();
  await screen.look('the own grade', bo);
  await lookBack(told);
}
