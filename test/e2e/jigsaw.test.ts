/** A project with scenarios, in the browser: a group answers criterion by criterion, and the class sees all side by side. */
import type { GroupWorkView } from '../../server/src/contracts/group-work.ts';
import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import {
  addProject,
  buildMilestone,
  buildRole,
  buildTeam,
  deliverablePath,
  handInText,
} from '../factories/group-work.ts';
import { until } from '../factories/until.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, demoCourse } from './launched.ts';
import type { Person } from './people.ts';
import { groupLearners } from './questionnaires.ts';

const TITLE = 'A town under water';

onBothScreens(
  'moodle',
  'jigsaw',
  'groups work on scenarios of their own, meet in the plenary, and present',
  tell,
);

const scenario = (id: string, title: string) => ({ id, title, text: richTextOf(`What happens: ${title}.`) });
const criteria = ['Causes', 'Remedies'].map((title) => ({
  id: title.toLowerCase(),
  title,
  description: `What you know of ${title.toLowerCase()}.`,
  points: 10,
}));

const roles = ['geologist', 'historian'].map((name) =>
  buildRole({ id: name, kind: 'custom', name, rotates: false }),
);

/** A published project with a link in the course; Blue has handed in. */
async function addScenarioProject({ stack }: Screen): Promise<void> {
  const prepared = await addPeerReview(stack, 'Essay');
  const { setId, learners } = await groupLearners({ stack, prepared }, { Red: [0, 1], Blue: [2] });
  const list = [scenario('flood', 'A flood'), scenario('quake', 'An earthquake')];
  const activityId = await addProject(prepared.teacher, {
    title: TITLE,
    groupSetId: setId,
    team: buildTeam({
      scenarios: { givenBy: 'draw', list },
      roles: { assignedBy: 'group', list: roles },
      jigsaw: {
        opensAt: new Date(Date.now() + 86_400_000).toISOString(),
        parts: roles.map(({ id, name }) => ({ roleId: id, text: richTextOf(`What the ${name} knows.`) })),
      },
    }),
    milestones: [
      buildMilestone({ criteria, sections: 'criteria' }),
      buildMilestone({ n: 2, title: 'Report', sections: 'roles' }),
    ],
  });
  stack.simulator.addResourceLink(demoCourse(stack), { title: TITLE, custom: { activity: activityId } });
  const cleo = learners[2];
  if (!cleo) throw new Error('nobody in Blue');
  const { groups } = await cleo.ok<GroupWorkView>('GET', `/group-work/${activityId}`);
  const path = deliverablePath(activityId, groups[0]?.groupId ?? '');
  await cleo.ok('PUT', `${path}/sections/causes`, { text: 'Too much rain.', expectedRevision: 0 });
  await handInText(cleo, path, 'Blue has thought about this.');
}

async function handIn(look: Screen['look'], ada: Person): Promise<void> {
  const tool = await ada.open(TITLE);
  await tool.getByRole('heading', { name: /^Your scenario: / }).waitFor();
  await look('the own scenario', ada);
  await tool.getByRole('link', { name: 'Concept' }).press('Enter');
  await tool.getByText('2 parts are missing').waitFor();
  await tool.getByRole('textbox', { name: 'Causes' }).fill('A broken dam.');
  await tool.getByText('1 part is missing').waitFor();
  await look('a deliverable with parts', ada);
  await tool.getByRole('button', { name: 'Hand in for the group' }).press('Enter');
  await tool.getByText('A broken dam.').first().waitFor();
  await tool.getByText('Missing', { exact: true }).waitFor();
  await look('a copy with a part that is missing', ada);
}

/** Staff go through the criteria by keys, and open it to the class. */
async function meet(look: Screen['look'], tessa: Person, ada: Person): Promise<void> {
  const staff = await tessa.open(TITLE);
  await staff.getByRole('link', { name: 'Scenarios of all groups' }).press('Enter');
  await staff.getByText('A flood: 1 group', { exact: true }).waitFor();
  await look('scenarios of all groups', tessa);
  await staff.getByRole('link', { name: TITLE }).press('Enter');
  await staff.getByRole('region', { name: 'Plenary' }).getByRole('link', { name: 'Concept' }).press('Enter');
  await staff.getByRole('heading', { name: 'Causes' }).waitFor();
  await staff.getByText('Too much rain.').waitFor();
  await staff.getByText('A broken dam.').waitFor();
  await look('a plenary', tessa);
  await staff.getByRole('button', { name: 'Next' }).press('ArrowRight');
  await staff.getByRole('heading', { name: 'Remedies' }).waitFor();
  await staff.getByRole('button', { name: 'Next' }).press('PageDown');
  await staff.getByText('Blue has thought about this.').waitFor();
  await staff.getByText('Learners do not see this').press('Enter');
  await staff.getByRole('button', { name: 'Open now' }).press('Enter');
  await staff.getByText(/^Learners see this since/).waitFor();
  await look('a plenary that is open', tessa);

  const tool = await ada.open(TITLE);
  await tool.getByRole('region', { name: 'Plenary' }).getByRole('link', { name: 'Concept' }).press('Enter');
  await tool.getByText('Too much rain.').waitFor();
}

/** Each role knows something else, and has a part of the deliverable. */
async function puzzle(look: Screen['look'], ada: Person): Promise<void> {
  const tool = await ada.open(TITLE);
  await tool.getByRole('link', { name: 'Material of the roles' }).press('Enter');
  await tool.getByText('You have no role with material right now.').waitFor();
  await tool.getByRole('link', { name: 'Who has which role' }).press('Enter');
  await tool
    .getByRole('button', { name: /geologist/ })
    .first()
    .press('Enter');
  await tool.getByRole('option', { name: 'You' }).press('Enter');
  await tool.getByText('You', { exact: true }).and(tool.locator(':focus')).waitFor();
  await look('roles of a group', ada);
  await tool.getByRole('link', { name: TITLE }).press('Enter');
  await tool.getByRole('link', { name: 'Material of the roles' }).press('Enter');
  await tool.getByText('What the geologist knows.').waitFor();
  await tool.getByText(/^You do not see the material of: historian/).waitFor();
  await look('material of the roles', ada);
  await tool.getByRole('link', { name: TITLE }).press('Enter');
  await tool.getByRole('link', { name: 'Report' }).press('Enter');
  await tool.getByRole('textbox', { name: 'geologist' }).waitFor();
  await tool.getByText('Material of the roles').press('Enter');
  await look('a deliverable with a part for each role', ada);
}

/** Staff make slots, a group books one, and the timer leads from one to the next. */
async function present(look: Screen['look'], tessa: Person, ada: Person): Promise<void> {
  const staff = await tessa.open(TITLE);
  await staff.getByRole('link', { name: 'When which group presents' }).press('Enter');
  await staff.getByRole('textbox', { name: 'Number of slots' }).fill('2');
  await staff.getByRole('textbox', { name: 'Room or link' }).fill('Hall 2');
  await staff.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await staff.getByText('To come', { exact: true }).nth(1).waitFor();

  const tool = await ada.open(TITLE);
  await tool.getByText('Your group has no slot yet. Choose one.').waitFor();
  await tool.getByRole('link', { name: 'When which group presents' }).press('Enter');
  await look('free slots', ada);
  await tool
    .getByRole('button', { name: /^Book for Red/ })
    .first()
    .press('Enter');
  await tool.getByRole('button', { name: /^Give back/ }).waitFor();
  await look('a slot that is booked', ada);
  await until('it is on the home', async () => {
    const own = await ada.open(TITLE);
    await own.getByRole('link', { name: 'Home' }).first().press('Enter');
    const item = own.getByRole('listitem').filter({ hasText: 'Present with your group' });
    return item.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  });
  await look('a presentation on the home', ada);
  await ada
    .open(TITLE)
    .then((own) => own.getByRole('link', { name: 'When which group presents' }).press('Enter'));

  // It arrives live.
  await staff.getByText('1 group has no slot.').waitFor();
  await staff.getByRole('button', { name: 'Draw for groups without a slot' }).press('Enter');
  await staff.getByText('Blue', { exact: true }).first().waitFor();
  await look('the running order', tessa);
  await staff.getByText('The audience judges by 0 criteria').press('Enter');
  await staff.getByRole('button', { name: 'Add a criterion' }).press('Enter');
  await staff.getByRole('textbox', { name: 'Criterion 1' }).fill('Clear');
  await staff.getByRole('button', { name: 'Save the criteria' }).press('Enter');
  await staff.getByText('The audience judges by 1 criterion').waitFor();
  await staff.getByRole('link', { name: 'Timer for the room' }).press('Enter');
  await staff.getByRole('button', { name: 'Start' }).press('Enter');
  await staff.getByRole('button', { name: 'Pause' }).waitFor();
  await look('the timer', tessa);
  await tool.getByText('Now', { exact: true }).waitFor();
  await staff.getByRole('button', { name: 'Next' }).press('Enter');
  await staff.getByText('This is the last one.').waitFor();

  // Blue presents now, and Ada of Red listens.
  await tool.getByRole('link', { name: 'Blue' }).press('Enter');
  await tool.getByRole('radio', { name: '5: fully' }).check();
  await tool.getByRole('button', { name: 'Send' }).press('Enter');
  await tool.getByText('Sent.', { exact: true }).first().waitFor();
  await tool.getByRole('textbox', { name: 'Ask the group' }).fill('Why so much rain?');
  await tool.getByRole('button', { name: 'Ask', exact: true }).press('Enter');
  await tool.getByRole('checkbox', { name: 'I want to hear this' }).press('Space');
  await tool.getByText(/^1 vote/).waitFor();
  await staff.getByRole('link', { name: 'Questions' }).press('Enter');
  await staff.getByText('Why so much rain?').waitFor();
}

async function tell(screen: Screen): Promise<void> {
  const { person, look } = screen;
  await addScenarioProject(screen);
  const [tessa, ada] = await Promise.all(['Tessa Teacher', 'Ada Ström'].map(person));
  if (!tessa || !ada) throw new Error('somebody is missing');
  await handIn(look, ada);
  await meet(look, tessa, ada);
  await puzzle(look, ada);
  await present(look, tessa, ada);
  const staff = await tessa.open(TITLE);
  await staff.getByRole('link', { name: 'Edit the project' }).press('Enter');
  await staff.getByRole('group', { name: 'Scenario 1' }).waitFor();
  await look('settings', tessa);
}
