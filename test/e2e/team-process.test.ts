/** How a group works together, in the browser: a charter written, agreed to and changed; a retrospective whose actions come back; how members say it goes. */
import type { GroupWorkView } from '../../server/src/contracts/group-work.ts';
import { addProject, buildCharter, buildMilestone, buildTeam } from '../factories/group-work.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, demoCourse, type Prepared } from './launched.ts';
import type { Person, Tool } from './people.ts';
import { groupLearners } from './questionnaires.ts';

const TITLE = 'A bridge for our town';
const ASKING = 'A tower for our town';
const PAST = new Date(Date.now() - 60_000).toISOString();

onBothScreens('moodle', 'team process', 'a group agrees on how it works together, and looks back', tell);

/** A published project that asks for it, with a link in the course. */
async function addTeamProject({ stack }: Screen): Promise<void> {
  const prepared = await addPeerReview(stack, 'Essay');
  const { setId } = await groupLearners({ stack, prepared }, { Red: [0, 1], Blue: [2] });
  const team = buildTeam({ charter: buildCharter(), retrospective: { staffLookOn: false } });
  const activityId = await addProject(prepared.teacher, {
    groupSetId: setId,
    team,
    milestones: [buildMilestone({ dueAt: PAST }), buildMilestone({ n: 2, title: 'Report' })],
  });
  stack.simulator.addResourceLink(demoCourse(stack), { title: TITLE, custom: { activity: activityId } });
  await addAskingProject(stack, prepared);
}

/** A project that asks three people how they work together; two of them have answered, and see it as low. */
async function addAskingProject(stack: Screen['stack'], prepared: Prepared): Promise<void> {
  const { setId, learners } = await groupLearners({ stack, prepared }, { Tower: [0, 1, 2] });
  const activityId = await addProject(prepared.teacher, {
    groupSetId: setId,
    title: ASKING,
    team: buildTeam({ dynamics: true }),
    milestones: [buildMilestone({ dueAt: PAST }), buildMilestone({ n: 2, title: 'Report' })],
  });
  stack.simulator.addResourceLink(demoCourse(stack), { title: ASKING, custom: { activity: activityId } });
  const project = await learners[0]?.ok<GroupWorkView>('GET', `/group-work/${activityId}`);
  const answer = `/group-work/${activityId}/groups/${project?.groups[0]?.groupId}/dynamics/1/answer`;
  const steps = { participation: 4, communication: 3, disagreement: 2, safety: 2 };
  for (const learner of learners.slice(1)) await learner.ok('PUT', answer, { steps });
}

/** Opens a page of the own group's room. */
async function enter(who: Person, name: string, title = TITLE): Promise<Tool> {
  const tool = await who.open(title);
  await tool.getByRole('link', { name, exact: true }).first().press('Enter');
  await tool.getByRole('heading', { level: 1, name }).waitFor();
  return tool;
}

async function agreeOnACharter(look: Screen['look'], ada: Person, bo: Person, tessa: Person): Promise<void> {
  const first = await enter(ada, 'Team charter');
  await first.getByRole('textbox', { name: 'Goals' }).fill('A bridge that stands.');
  await first.getByRole('textbox', { name: 'Norms' }).fill('We answer within a day.');
  await first.getByText(/^Saved \d/).waitFor();
  await look('a charter while one writes', ada);
  await first.getByRole('button', { name: 'Put it to the group' }).press('Enter');
  await first.getByText('Agreements missing').waitFor();

  const second = await enter(bo, 'Team charter');
  await second.getByRole('button', { name: 'I agree' }).press('Enter');
  await second.getByText('Everybody agreed').waitFor();
  await second.getByRole('textbox', { name: 'Norms' }).fill('We answer within two days.');
  await second.getByText(/^Saved \d/).waitFor();
  await second.getByRole('button', { name: 'Put it to the group' }).press('Enter');
  await second.getByText('Agreements missing').waitFor();
  await second.getByText(/^Version 1, /).press('Enter');
  await look('a changed charter', bo);

  const again = await enter(ada, 'Team charter');
  await again.getByText('We answer within two days.').first().waitFor();
  await look('a charter to agree to', ada);
  await again.getByRole('button', { name: 'I agree' }).press('Enter');
  await again.getByText('Everybody agreed').waitFor();

  const staff = await tessa.open(TITLE);
  await staff.getByRole('link', { name: 'Charters of all groups' }).press('Enter');
  await staff.getByRole('listitem').filter({ hasText: 'Red' }).getByText('Everybody agreed').waitFor();
  await look('charters of all groups', tessa);
}

/** What was agreed on after one milestone shows at the next one, and on the home of whoever does it. */
async function lookBack(look: Screen['look'], ada: Person, bo: Person): Promise<void> {
  const first = await enter(ada, 'Retrospective');
  await first.getByText('Your teachers do not.').waitFor();
  await first.getByRole('textbox', { name: 'What went well?' }).fill('We met twice a week.');
  await first.getByText(/^Saved \d/).waitFor();
  await first.getByRole('textbox', { name: 'What will be done' }).fill('Book a room.');
  await look('a retrospective while one writes', ada);
  await first.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await first.getByRole('button', { name: 'Done: Book a room.' }).waitFor();

  const second = await enter(bo, 'Retrospective');
  await second.getByText('We met twice a week.').waitFor();
  await second.getByRole('link', { name: 'Report' }).press('Enter');
  await second.getByText(/from “Concept”/).waitFor();
  await second.getByText('Offer a lesson').press('Enter');
  await look('the next retrospective', bo);
  await second.getByRole('textbox', { name: 'The lesson in one line' }).fill('Meet early');
  await second.getByRole('textbox', { name: /^What happened, why/ }).fill('We began late.');
  await second.getByRole('button', { name: 'Offer it' }).press('Enter');
  await second.getByText('Offered', { exact: true }).waitFor();

  const home = await ada.open(TITLE);
  await home.getByRole('link', { name: 'Home', exact: true }).press('Enter');
  await home.getByText('Book a room.').waitFor();
  await look('home', ada);
}

/** Staff decide what the other groups read. */
async function publish(look: Screen['look'], tessa: Person): Promise<void> {
  const staff = await tessa.open(TITLE);
  await staff.getByRole('link', { name: 'Lessons of all groups' }).press('Enter');
  await look('a lesson to decide on', tessa);
  await staff.getByRole('button', { name: 'Publish to the whole course' }).press('Enter');
  await staff.getByText('Published', { exact: true }).first().waitFor();
}

/** Everybody in the course reads what is published; staff take it back, and think again. */
async function readInTheCourse(look: Screen['look'], ada: Person, tessa: Person): Promise<void> {
  const learner = await ada.open(TITLE);
  await learner.getByRole('link', { name: 'Home', exact: true }).press('Enter');
  await learner.getByRole('link', { name: 'What we learned' }).press('Enter');
  await learner.getByRole('heading', { name: 'Meet early' }).waitFor();
  await look('lessons of the course', ada);
  await learner.getByRole('searchbox', { name: 'Search in lessons' }).fill('elephants');
  await learner.getByText('Nothing found').waitFor();
  await look('lessons of the course, nothing found', ada);
  await learner.getByRole('searchbox', { name: 'Search in lessons' }).fill('began late');
  await learner.getByRole('heading', { name: 'Meet early' }).waitFor();
  await learner.getByRole('link', { name: TITLE }).press('Enter');
  await learner.getByRole('heading', { level: 1, name: TITLE }).waitFor();

  const staff = await tessa.open(TITLE);
  await staff.getByRole('link', { name: 'Groups', exact: true }).press('Enter');
  await staff.getByRole('link', { name: 'What we learned' }).press('Enter');
  await look('lessons of the course for staff', tessa);
  await staff.getByRole('button', { name: 'Take back “Meet early”' }).press('Enter');
  await staff.getByText('There are no lessons yet').waitFor();
  await look('a lesson taken back', tessa);
  await staff.getByRole('button', { name: 'Undo' }).press('Enter');
  await staff.getByRole('heading', { name: 'Meet early' }).waitFor();
}

/** The last of three answers on a keyboard; then all see one word for each statement. */
async function sayHowItGoes(look: Screen['look'], ada: Person, tessa: Person): Promise<void> {
  const tool = await enter(ada, 'How we work together', ASKING);
  await tool.getByRole('button', { name: 'Send' }).press('Enter');
  await tool.getByText('Choose a step.').first().waitFor();
  await look('how we work together, nothing chosen', ada);
  for (const statement of await tool.getByRole('group', { name: /\.$/ }).all())
    await statement.getByRole('radio').nth(3).press(' ');
  await tool.getByRole('button', { name: 'Send' }).press('Enter');
  await tool.getByRole('table', { name: 'What the group says' }).getByText('Low').first().waitFor();
  await look('how we work together', ada);
  const staff = await tessa.open(ASKING);
  await staff.getByText('The group says: low in Disagreement and Safety').first().waitFor();
  await look('groups at a glance', tessa);
}

async function tell(screen: Screen): Promise<void> {
  const { person, look } = screen;
  await addTeamProject(screen);
  const [tessa, ada, bo] = await Promise.all(['Tessa Teacher', 'Ada Ström', 'Bo Baker'].map(person));
  if (!tessa || !ada || !bo) throw new Error('somebody is missing');
  await agreeOnACharter(look, ada, bo, tessa);
  await lookBack(look, ada, bo);
  await publish(look, tessa);
  await readInTheCourse(look, ada, tessa);
  await sayHowItGoes(look, ada, tessa);
  const staff = await tessa.open(TITLE);
  await staff.getByRole('link', { name: 'Edit the project' }).press('Enter');
  await staff.getByText('What the charter asks').press('Enter');
  await look('settings', tessa);
}
