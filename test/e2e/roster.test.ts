/** What people see of roster, groups and observing, in a browser: by roles and names, clean by axe, wide and narrow. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { addProject, deliverablePath, handInText } from '../factories/group-work.ts';
import { buildSettings } from '../factories/roundtable.ts';
import type { Course } from '../lms-simulator/index.ts';
import { makeGroups } from '../api/questionnaire-room.ts';
import { faultsOf } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { Person, type Tool } from './people.ts';
import { type Stack, startStack } from '../factories/stack.ts';

const TEST_MS = 180_000;
const TITLE = 'Essay on bridges';
const PROJECT = 'A bridge for our town';

describe.each([
  ['a wide screen in light colours', { width: 1280, colorScheme: 'light' }],
  ['a phone in dark colours', { width: 360, colorScheme: 'dark' }],
] as const)('on %s', (name, options) => {
  let stack: Stack;
  let browser: Browser;
  let course: Course;
  const faults: Record<string, string[]> = {};

  beforeAll(async () => {
    stack = await startStack('moodle');
    // So that a reload keeps its session.
    browser = await openBrowser({ ...options, situation: 'third-party cookies allowed' });
    const [demo] = stack.simulator.courses;
    if (!demo) throw new Error('the demo course is missing');
    course = demo;
    const activityId = newId();
    const [tessa] = stack.simulator.peopleWith(course, 'instructor');
    const open = (userId: string, request: string | { deepLinking: true }) =>
      ApiSession.open(stack.toolUrl, stack.simulator, { courseId: course.id, userId, request });
    const instructor = await open(tessa?.id ?? '', { deepLinking: true });
    await instructor.ok('PUT', `/activities/${activityId}/peer-review`, {
      settings: buildSettings({ title: TITLE }),
      expectedRevision: 0,
    });
    const link = stack.simulator.addResourceLink(course, { title: TITLE, custom: { activity: activityId } });
    const [ada] = stack.simulator.peopleWith(course, 'learner');
    const learner = await open(ada?.id ?? '', link.id);
    await learner.ok('POST', `/activities/${activityId}/submission`, {
      text: 'Bridges carry.',
      expectedVersion: 0,
      expectedRevision: 0,
    });
    await addGroupProject(instructor, learner);
  }, TEST_MS);
  afterAll(async () => {
    await browser.close();
    await stack.close();
  }, TEST_MS);

  /** A project in which Ada has handed in with her group, and left it. */
  async function addGroupProject(staff: ApiSession, learner: ApiSession): Promise<void> {
    const set = await makeGroups({ staff, learner: () => learner }, { Red: [0], Blue: [] });
    const activityId = await addProject(staff, { groupSetId: set.id, title: PROJECT });
    await handInText(learner, deliverablePath(activityId, set.groupIds['Red'] ?? ''), 'An arch of stone.');
    await set.move(0, 'Blue');
    stack.simulator.addResourceLink(course, { title: PROJECT, custom: { activity: activityId } });
  }

  const person = async (who: string) => new Person(await browser.context.newPage(), stack.simulator, who);

  async function check(what: string, { page }: Person): Promise<void> {
    const frame = page.frames().find((candidate) => candidate.url().startsWith(stack.toolUrl));
    if (!frame) throw new Error('the tool’s frame is missing');
    faults[what] = await faultsOf(frame);
    await keepPicture(page, `${name} ${what}`);
  }

  const expectNoFaults = () =>
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});

  test(
    'staff see the roster’s state, read it again, and are told when the LMS refuses',
    () => story(browser, `roster-${name}`, roster),
    TEST_MS,
  );

  async function roster(): Promise<void> {
    const tessa = await person('Tessa Teacher');
    const overview = await tessa.open(TITLE);
    await overview.getByText(/List of people read .*: 14 people, 12 of them learners\./).waitFor();
    // Twelve learners, eleven of whom have never been here.
    await overview.getByText('Suharto').waitFor();
    await check('staff with the roster', tessa);

    stack.simulator.addPerson(course, { role: 'learner', givenName: 'Nova', familyName: 'Newcomer' });
    await overview.getByRole('button', { name: 'Read now' }).click();
    await overview.getByText(/: 15 people, 13 of them learners\./).waitFor();
    await overview.getByText('Nova Newcomer').waitFor();

    stack.simulator.misbehave.set('memberships', { status: 401 });
    await overview.getByRole('button', { name: 'Read now' }).click();
    await overview.getByText('The list of people could not be read').waitFor();
    await overview.getByText('The LMS said: Simulated failure 401').waitFor();
    await check('staff with a refused roster', tessa);
    await overview.getByRole('link', { name: 'Waiting for you' }).click();
    await overview
      .getByRole('heading', { name: 'The list of people in the course could not be read' })
      .waitFor();
    await check('queue with a refused roster', tessa);
    stack.simulator.misbehave.clear();
    await overview
      .getByRole('button', { name: 'Read again: The list of people in the course could not be read' })
      .press('Enter');
    await overview.getByText('It is being read again').first().waitFor();
    await tessa.close();
    expectNoFaults();
  }

  test(
    'staff see groups with unresolved people, and bring names and people in by a file',
    () => story(browser, `groups-${name}`, groups),
    TEST_MS,
  );

  async function groups(): Promise<void> {
    const tessa = await person('Tessa Teacher');
    const page = await tessa.open(TITLE);
    await page.getByRole('link', { name: 'Groups', exact: true }).click();
    await page.getByRole('heading', { name: 'Groups', exact: true }).waitFor();
    // There are groups of a project, too: of two sets none is open at first.
    await page.getByText('Groups from the LMS', { exact: true }).click();
    // Ada has launched: her group is known by its number.
    await page.getByRole('heading', { name: /Group \d+, no name yet/ }).waitFor();
    await page.getByText('Who they are').click();
    await page.getByText('Bo Baker').first().waitFor();
    await check('groups by numbers', tessa);

    await page.getByRole('button', { name: 'Import a file' }).click();
    await chooseFile(page, [
      'Group set,Group,Group ID,E-mail',
      ',Reds,1,student2@example.test',
      'Seminars,Green,,student3@example.test',
      'Seminars,Green,,nobody@example.test',
      'Seminars,Blue,,student3@example.test',
    ]);
    await page.getByText('2 rows are left out').first().waitFor();
    await page.getByText('2 people are put into a group').waitFor();
    await check('import preview', tessa);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('The groups were imported.').first().waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { name: 'Seminars' }).waitFor();
    await page.getByRole('heading', { name: 'Groups from the LMS' }).waitFor();
    await page.getByRole('heading', { name: 'Seminars' }).click();
    await page.getByRole('heading', { name: 'Green' }).waitFor();
    await page.getByText('Chi Nguyễn').first().waitFor();
    await check('groups with names', tessa);

    const [download] = await Promise.all([
      tessa.page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).press('Enter'),
    ]);
    expect(download.suggestedFilename()).toBe('groups.csv');
    await tessa.close();
    expectNoFaults();
  }

  async function chooseFile(page: Tool, rows: string[]): Promise<void> {
    const path = join(tmpdir(), `roundtable-groups-${process.pid}.csv`);
    writeFileSync(path, rows.join('\n'));
    await page.getByLabel('CSV file').setInputFiles(path);
  }

  test(
    'an observer reads each observed learner’s page and can do nothing there',
    () => story(browser, `observer-${name}`, observer),
    TEST_MS,
  );

  async function observer(): Promise<void> {
    const [ada, bo] = stack.simulator.peopleWith(course, 'learner');
    stack.simulator.addPerson(course, {
      role: 'observer',
      roleUris: ['Mentor'],
      givenName: 'Olga',
      familyName: 'Observer',
    });
    const tool = Object.values(stack.simulator.institution.state.tools)[0];
    // Moodle has no observers of its own; a platform that has them says whom by such a parameter.
    if (tool) tool.custom['observees'] = `${ada?.id ?? ''},${bo?.id ?? ''}`;
    const olga = await person('Olga Observer');
    const page = await olga.open(TITLE);
    await page.getByText('You see what Ada Ström sees.', { exact: false }).waitFor();
    await page.getByText('Bridges carry.').waitFor();
    await check('observer', olga);
    for (const role of ['button', 'textbox', 'checkbox'] as const) {
      expect(await page.getByRole('main').getByRole(role).count()).toBe(0);
    }
    await page.getByRole('link', { name: 'Bo Baker' }).click();
    await page.getByText('You see what Bo Baker sees.', { exact: false }).waitFor();
    await page.getByText('Nothing is handed in yet.').waitFor();
    await check('observer of another learner', olga);
    await page.getByRole('link', { name: 'Ada Ström' }).click();
    const project = await olga.open(PROJECT);
    await project.getByRole('heading', { name: 'Group: Blue' }).waitFor();
    await project.getByRole('heading', { name: 'Group left: Red' }).waitFor();
    await project.getByText('Read what was handed in: Concept').press('Enter');
    await project.getByText('An arch of stone.').waitFor();
    await check('observer of a project', olga);
    if (tool) delete tool.custom['observees'];
    const nobody = await olga.open(TITLE);
    await nobody.getByRole('heading', { name: 'Nobody to show here' }).waitFor();
    await check('observer of nobody', olga);
    await olga.close();
    expectNoFaults();
  }

  test(
    'somebody who left the course is told so when they go on',
    () => story(browser, `left-${name}`, left),
    TEST_MS,
  );

  async function left(): Promise<void> {
    const chi = await person('Chi Nguyễn');
    const page = await chi.open(TITLE);
    const member = stack.simulator.peopleWith(course, 'learner').find(({ name }) => name === 'Chi Nguyễn');
    stack.simulator.institution.changeMember(course, member?.id ?? '', { status: 'Deleted' });
    const tessa = await person('Tessa Teacher');
    const overview = await tessa.open(TITLE);
    await overview.getByRole('button', { name: 'Read now' }).click();
    const learners = stack.simulator.peopleWith(course, 'learner').length;
    await overview.getByText(new RegExp(`, ${learners} of them learners`)).waitFor();
    await tessa.close();
    await chi.page.bringToFront();
    const frame = chi.page.frames().find((candidate) => candidate.url().startsWith(stack.toolUrl));
    await frame?.evaluate('location.reload()');
    await page.getByRole('heading', { name: 'You are not in this course any more' }).waitFor();
    await check('somebody who left', chi);
    expectNoFaults();
  }
});
