/** Groups made here: by hand with mouse and keyboard, at random with a preview, and by learners who sign up. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { OwnSetView } from '../../server/src/contracts/group-sets.ts';
import type { GroupsView, GroupView } from '../../server/src/contracts/groups.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type Stack, startStack } from '../factories/stack.ts';
import { DIALOG, faultsOf } from './axe.ts';
import { type Browser, type BrowserOptions, keepPicture, openBrowser, story } from './browser.ts';
import { addPeerReview, frameOf } from './launched.ts';
import { Person, type Tool } from './people.ts';

const TEST_MS = 180_000;
const TITLE = 'Essay on bridges';
let stack: Stack;
let teacher: ApiSession;
beforeAll(async () => {
  stack = await startStack('moodle');
  ({ teacher } = await addPeerReview(stack, TITLE));
}, TEST_MS);
afterAll(() => stack.close(), TEST_MS);

const press = (tool: Tool, name: string) => tool.getByRole('button', { name, exact: true }).press('Enter');

/** The list of who is in a group, or in none. */
const people = (tool: Tool, name: string) => tool.getByRole('grid', { name, exact: true });
const inGroup = (tool: Tool, name: string) => people(tool, `Members of ${name}`).getByRole('row');

/** Lists of the set, and the grip itself. */
const LISTS = 5;

/** While something is dragged by keyboard, the focus goes from list to list. */
const focusIsOn = (page: Page, list: string): Promise<boolean> =>
  frameOf(stack, page).evaluate<boolean>(
    `(document.activeElement.getAttribute('aria-labelledby') ?? '').split(' ').some(
      (id) => document.getElementById(id)?.getAttribute('aria-label') === '${list}')`,
  );

describe.each<[string, BrowserOptions]>([
  ['a wide screen', { width: 1280 }],
  ['a narrow phone', { width: 320, colorScheme: 'dark' }],
])('on %s', (where, options) => {
  let browser: Browser;
  const faults: Record<string, string[]> = {};
  beforeAll(async () => {
    browser = await openBrowser(options);
  }, TEST_MS);
  afterAll(() => browser.close(), TEST_MS);

  const check = async (what: string, page: Page): Promise<void> => {
    const frame = frameOf(stack, page);
    const hasDialog = (await frame.getByRole('alertdialog').count()) > 0;
    faults[what] = await faultsOf(frame, hasDialog ? { within: DIALOG } : {});
    await keepPicture(page, `group sets ${where} ${what}`);
  };

  test(
    'staff make groups by hand and at random, and learners sign up for them',
    () => story(browser, `group sets ${where}`, tell),
    TEST_MS,
  );

  async function tell(): Promise<void> {
    const [tessa, ada] = await Promise.all(
      ['Tessa Teacher', 'Ada Ström'].map(
        async (name) => new Person(await browser.context.newPage(), stack.simulator, name),
      ),
    );
    if (!tessa || !ada) throw new Error('somebody is missing');
    const staff = await tessa.open(TITLE);
    await staff.getByRole('link', { name: 'Groups' }).first().press('Enter');
    await press(staff, 'New group set');
    await staff.getByRole('textbox', { name: 'Name' }).fill(`Teams for ${where}`);
    await check('a new set', tessa.page);
    await press(staff, 'Make it');
    await staff.getByText('12 learners in no group').waitFor();
    await staff.getByText('No groups yet').waitFor();
    await check('an empty set', tessa.page);

    await press(staff, 'Add groups');
    await staff.getByRole('textbox', { name: 'Names, one in each line' }).fill('Red\nBlue\nGreen');
    await staff.getByRole('textbox', { name: 'Seats in each, for the sign-up' }).fill('2');
    await check('groups to add', tessa.page);
    await press(staff, 'Add');
    await staff.getByRole('heading', { name: 'Red', exact: true }).waitFor();

    await byKeyboard(staff, tessa.page);
    await check('people moved', tessa.page);
    await takeBack(staff);
    await byPicking(staff, tessa.page);

    await press(staff, 'At random');
    await staff.getByText('What would become of it').waitFor();
    await check('what chance would do', tessa.page);
    await press(staff, 'Cancel');

    await byCriteria(staff, tessa.page);

    await press(staff, 'Settings');
    await staff.getByRole('checkbox', { name: 'Learners sign up for a group themselves' }).press('Space');
    await staff.getByRole('checkbox', { name: 'Each group has a leader' }).press('Space');
    await check('sign-up settings', tessa.page);
    await press(staff, 'Save');
    await staff.getByText('Learners can sign up now.').waitFor();

    await signUp(ada);
    await tessa.page.bringToFront();
    const again = await tessa.open(TITLE);
    await again.getByRole('link', { name: 'Groups' }).first().press('Enter');
    await again.getByRole('link', { name: `Teams for ${where}` }).press('Enter');
    await inGroup(again, 'Green').filter({ hasText: 'Ada Ström' }).waitFor();
    await check('after the sign-up', tessa.page);
    await noteOnGreen(again, tessa.page);
    await moreTime(tessa);
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
  }

  /** A note of the staff, at the group itself. */
  async function noteOnGreen(staff: Tool, page: Page): Promise<void> {
    const title = staff.getByText('Staff notes on Green', { exact: true });
    await title.press('Enter');
    const notes = staff.getByRole('region', { name: 'Staff notes on Green' });
    await notes.getByRole('textbox', { name: 'New note' }).fill('They meet on Fridays.');
    await notes.getByRole('button', { name: 'Save note' }).press('Enter');
    await notes.getByText('They meet on Fridays.').and(notes.getByRole('paragraph')).waitFor();
    await check('a note on a group', page);
    await title.press('Enter');
    await notes.waitFor({ state: 'detached' });
  }

  async function moreTime(tessa: Person): Promise<void> {
    const staff = await tessa.open(TITLE);
    await staff.getByRole('link', { name: 'Everybody with more time' }).press('Enter');
    await press(staff, 'Give a group more time');
    const dialog = staff.getByRole('alertdialog');
    await choose(dialog, 'Group set', `Teams for ${where}`);
    await choose(dialog, 'Group', 'Green');
    await dialog.getByText('1 learner is in this group now.').waitFor();
    const until = dialog.getByRole('group', { name: 'Handing in ends, for this group' });
    await until.getByRole('spinbutton').first().focus();
    await tessa.page.keyboard.type('01012039');
    await tessa.page.keyboard.type('1200PM');
    await dialog
      .getByText(/2039, 12:00/)
      .first()
      .waitFor();
    await check('more time for a group', tessa.page);
    await press(staff, 'Save');
    const groups = staff.getByRole('table', { name: 'Groups and sections' });
    await groups
      .getByRole('row')
      .filter({ hasText: `Teams for ${where}` })
      .waitFor();
    await dialog.waitFor({ state: 'detached' });
    await check('groups with more time', tessa.page);
  }

  async function choose(dialog: Locator, field: string, option: string): Promise<void> {
    await dialog.getByRole('button', { name: new RegExp(` ${field}$|^${field}`) }).press('Enter');
    await dialog.page().frameLocator('iframe.tool').getByRole('option', { name: option }).press('Enter');
  }

  /** Enter on the grip, Tab to the next list, Enter: dragging without a mouse. */
  async function byKeyboard(staff: Tool, page: Page): Promise<void> {
    await people(staff, 'In no group').getByRole('row').filter({ hasText: 'Bo Baker' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await staff.getByRole('button', { name: /Members of Blue/ }).waitFor({ state: 'attached' });
    for (let tabs = 0; tabs < LISTS && !(await focusIsOn(page, 'Members of Blue')); tabs += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await inGroup(staff, 'Blue').filter({ hasText: 'Bo Baker' }).waitFor();
    await staff.getByText('1 person was moved.').first().waitFor();
  }

  async function takeBack(staff: Tool): Promise<void> {
    await press(staff, 'Undo');
    await people(staff, 'In no group').getByRole('row').filter({ hasText: 'Bo Baker' }).waitFor();
  }

  /** A file about people, rules put in order by keyboard, two proposals, the groups of one, and back. */
  async function byCriteria(staff: Tool, page: Page): Promise<void> {
    const frame = frameOf(stack, page);
    const pick = async (field: string, option: string): Promise<void> => {
      await staff.getByRole('button', { name: new RegExp(` ${field}$|^${field}`) }).press('Enter');
      await staff.getByRole('option', { name: option, exact: true }).press('Enter');
    };
    await staff.getByRole('link', { name: 'By criteria' }).press('Enter');
    await staff.getByRole('heading', { name: 'What is known of people' }).waitFor();
    await check('nothing known of people', page);
    if ((await staff.getByText('from a file').count()) === 0) {
      await press(staff, 'Import a file');
      const named = ['Ada Ström', 'Bo Baker', 'Chi Nguyễn'];
      const rows = named.map((name, index) => `${name},${index === 0 ? 'Senior' : 'Junior'},${index}`);
      const csv = ['name,Level,Skill', ...rows, 'Nobody Here,Junior,1'].join('\n');
      await frame
        .locator('input[type=file]')
        .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
      await staff.getByText('Nobody in the course is called so.').waitFor();
      await check('a file about people', page);
      await press(staff, 'Import');
    }
    await staff.getByText('Junior (2), Senior (1)').waitFor();
    await staff.getByRole('radio', { name: 'All learners, anew' }).press('Space');
    await pick('About', 'Level');
    await press(staff, 'Add this rule');
    await staff.getByText('Nobody alone: Level (Senior)').waitFor();
    await pick('Each group', 'has a mix');
    await press(staff, 'Add this rule');
    await pick('About', 'Skill');
    await press(staff, 'Add this rule');
    const order = staff.getByRole('grid', { name: /^Then as well as possible/ });
    await order.getByRole('button', { name: 'Move About equal: Skill' }).press('Enter');
    const place = staff.getByRole('button', { name: /^Insert before A mix of Level/ });
    const reached = place.and(staff.locator(':focus'));
    await place.waitFor({ state: 'attached' });
    for (let ups = 0; ups < LISTS && (await reached.count()) === 0; ups += 1)
      await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await order.getByRole('row').first().filter({ hasText: 'About equal: Skill' }).waitFor();
    const pairs = staff.getByText('Keep people together or apart', { exact: true });
    await pairs.dispatchEvent('click');
    await staff.getByRole('combobox', { name: 'One person' }).waitFor();
    await check('whom to keep together, before a proposal', page);
    await pairs.dispatchEvent('click');
    // What was dropped takes the focus back in its own time: a key could go astray.
    await staff.getByRole('button', { name: 'Propose groups', exact: true }).dispatchEvent('click');
    await staff.getByText(/Not in 1 of 3 groups: .*\(Ada Ström\)/).waitFor();
    await check('groups by criteria, proposed', page);
    await staff.getByRole('checkbox', { name: 'Hold all of Red' }).press('Space');
    await press(staff, 'Propose again, without those held');
    await staff.getByRole('radio', { name: 'Proposal 2' }).waitFor();
    await check('two proposals', page);
    await press(staff, 'Make the groups of proposal 2');
    await staff.getByText('These groups were formed so that').waitFor();
    await people(staff, 'In no group')
      .getByRole('row')
      .filter({ hasText: 'Ada' })
      .waitFor({ state: 'detached' });
    await check('groups formed by criteria', page);
    await press(staff, 'Put everybody back to where they were');
    await people(staff, 'In no group').getByRole('row').filter({ hasText: 'Ada Ström' }).waitFor();
    expect(await inGroup(staff, 'Red').count()).toBe(2);
  }

  /** Several at once: picked, then moved by the bar. */
  async function byPicking(staff: Tool, page: Page): Promise<void> {
    for (const name of ['Bo Baker', 'Chi Nguyễn']) {
      await people(staff, 'In no group').getByRole('row').filter({ hasText: name }).press('Space');
    }
    await staff.getByText('2 picked').waitFor();
    await staff.getByRole('button', { name: /Move to/ }).press('Enter');
    await staff.getByRole('option', { name: 'Red' }).press('Enter');
    await check('picked', page);
    await press(staff, 'Move');
    await inGroup(staff, 'Red').filter({ hasText: 'Chi Nguyễn' }).waitFor();
    expect(await inGroup(staff, 'Red').count()).toBe(2);
  }

  async function signUp(ada: Person): Promise<void> {
    const tool = await ada.open(TITLE);
    const home = () => tool.getByRole('link', { name: 'Home' }).first().press('Enter');
    const task = (what: string) => tool.getByRole('link', { name: `Open: ${what}, Teams for ${where}` });
    await home();
    await task('Choose a group').waitFor();
    await check('a group to choose, on the home page', ada.page);
    await task('Choose a group').press('Enter');
    const set = tool.getByRole('region', { name: `Teams for ${where}` });
    await set.getByRole('heading', { name: 'Red' }).waitFor();
    await check('groups to choose', ada.page);
    await set.getByRole('button', { name: 'Wait for a seat in Red' }).press('Enter');
    await set.getByText('You are the next to get a seat here.').waitFor();
    await check('waiting for a seat', ada.page);
    await home();
    await task('Waiting for a seat: you are number 1 in line').waitFor();
    await check('waiting, on the home page', ada.page);
    await makeRoom();
    await ada.open(TITLE);
    await home();
    const seat = tool
      .getByRole('listitem')
      .filter({ hasText: 'You have got the seat you were waiting for' })
      .filter({ hasText: `Teams for ${where}: Red` });
    await seat.waitFor();
    await check('a seat, on the home page', ada.page);
    expect(await tool.getByText('Waiting for a seat').count()).toBe(0);
    await seat.getByRole('link', { name: 'You have got the seat you were waiting for' }).press('Enter');
    await set.getByText('You are in this group').waitFor();
    await set.getByRole('button', { name: 'Choose Green' }).press('Enter');
    await set.getByText('You are in this group').waitFor();
    await set.getByText('Ada Ström (leads)').waitFor();
    await check('a group chosen', ada.page);
    await home();
    await tool.getByRole('heading', { name: 'Hand in your work' }).waitFor();
    await task('Choose a group').waitFor({ state: 'detached' });
  }

  /** Staff take somebody out of Red, which is full. */
  async function makeRoom(): Promise<void> {
    const { sets } = await teacher.ok<GroupsView>('GET', '/groups');
    const path = `/group-sets/${sets.find(({ name }) => name === `Teams for ${where}`)?.id ?? ''}`;
    const { items } = await teacher.ok<{ items: GroupView[] }>('GET', `${path}/groups`);
    const leaving = items.find(({ name }) => name === 'Red')?.members[0];
    const { revision } = await teacher.ok<OwnSetView>('GET', path);
    await teacher.ok('POST', `${path}/moves`, {
      moves: [{ memberId: leaving?.memberId, groupId: null }],
      expectedRevision: revision,
    });
  }
});
