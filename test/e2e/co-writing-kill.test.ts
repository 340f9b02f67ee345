/** Pages written together while processes die: what was acknowledged is there, with its author, and in each browser. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { CO_WRITING } from '../../server/src/contracts/paths.ts';
import { newId } from '../../server/src/core/ids.ts';
import { makeGroups } from '../api/questionnaire-room.ts';
import { ApiSession } from '../factories/browserless.ts';
import { authorsOf, openPage } from '../factories/co-writing.ts';
import { sample } from '../factories/documents.ts';
import { addProject } from '../factories/group-work.ts';
import { type Stack, startStack } from '../factories/stack.ts';
import { until } from '../factories/until.ts';
import { faultsOf } from './axe.ts';
import { type Browser, enterEditor, keepPicture, openBrowser, story } from './browser.ts';
import { frameOf } from './launched.ts';
import { Person, type Tool } from './people.ts';

const TEST_MS = 180_000;
const WRITERS = 3;
const ROUNDS = 4;
const WORDS = 25;
const LINK = 'Plain';

let stack: Stack;
let browser: Browser;
let group: Awaited<ReturnType<typeof makeGroup>>;
beforeAll(async () => {
  stack = await startStack('moodle');
  browser = await openBrowser({ situation: 'third-party cookies allowed' });
  group = await makeGroup();
}, TEST_MS);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, TEST_MS);

async function beginPage(): Promise<string> {
  const pageId = newId();
  await group.learner(0).ok('PUT', `${group.pages}/${pageId}`, { title: 'Plan' });
  return pageId;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The first learners of the course, with a project. */
async function makeGroup() {
  const { simulator, toolUrl } = stack;
  const [course] = simulator.courses;
  if (!course) throw new Error('the demo course is missing');
  const open = (userId: string) =>
    ApiSession.open(toolUrl, simulator, { courseId: course.id, userId, request: { deepLinking: true } });
  const linkId = simulator.addResourceLink(course, { title: LINK }).id;
  const [teacher] = simulator.peopleWith(course, 'instructor');
  const staff = await open(teacher?.id ?? '');
  const people: ApiSession[] = [];
  for (const { id } of simulator.peopleWith(course, 'learner').slice(0, WRITERS + 1))
    people.push(
      await ApiSession.open(toolUrl, simulator, { courseId: course.id, userId: id, request: linkId }),
    );
  const learner = (index: number): ApiSession => {
    const found = people[index];
    if (!found) throw new Error(`no learner ${index}`);
    return found;
  };
  const { id: groupSetId, groupIds } = await makeGroups({ staff, learner }, { Red: [0, 1, 2, 3] });
  const activityId = await addProject(staff, { groupSetId });
  const pages = `/group-work/${activityId}/groups/${groupIds['Red']}/pages`;
  const names = simulator.peopleWith(course, 'learner').map(({ name }) => name);
  return { learner, pages, names: names.slice(0, WRITERS), teacher: teacher?.name ?? '' };
}

test(
  'three write one page while connections drop and the server is killed: all have the same, nothing acknowledged is lost',
  async () => {
    const { learner } = group;
    const pageId = await beginPage();
    const writers = Array.from({ length: WRITERS }, (_, index) => openPage(learner(index), pageId));
    const authorOf = new Map(writers.map(({ document }, index) => [document.clientID, index]));
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const written: string[] = [];
      for (let n = 0; n < WORDS; n += 1) {
        for (const [index, writer] of writers.entries()) {
          const word = `<${index}.${round}.${n}>`;
          writer.write(word);
          written.push(word);
        }
        await pause(4);
        if (n === 8) writers[round % WRITERS]?.drop();
        // In the middle of writing: what is acknowledged by then is checked against what is stored.
        if (n === 16) {
          const settled = writers.map((writer) => (writer.isSaved() ? writer.text() : ''));
          acknowledged.push(...written.filter((word) => settled.some((text) => text.includes(word))));
          await stack.kill();
          if (round === ROUNDS - 1) for (const writer of writers) writer.drop();
          await stack.restart();
        }
      }
      await until('all is saved', () => writers.every((writer) => writer.isSaved()));
      acknowledged.push(...written);
    }
    await until('all have the same', () => new Set(writers.map((writer) => writer.text())).size === 1);
    for (const writer of writers) writer.close();
    // From the log alone: nobody is there who could bring anything along.
    await stack.kill();
    await stack.restart();
    const late = openPage(learner(WRITERS), pageId);
    await until('it is read', () => late.provider.isSynced);
    const text = late.text();
    expect(text).toBe(writers[0]?.text());
    expect(acknowledged.filter((word) => !text.includes(word))).toEqual([]);
    const wrong = authorsOf(late.document).filter(({ client, text: part }) =>
      [...part.matchAll(/<(\d)\./g)].some(([, index]) => authorOf.get(client) !== Number(index)),
    );
    expect(wrong).toEqual([]);
    late.close();
  },
  TEST_MS,
);

/** A client takes a socket for dead on which nothing came in for 30 seconds. */
const DEAD_MS = 60_000;

interface InBrowser {
  readonly who: Person;
  readonly tool: Tool;
  readonly line: Line;
}

/** What a browser's sockets go over. While it is dead, nothing comes through, and nobody is told. */
interface Line {
  isDead: boolean;
}

async function layLine(page: Page): Promise<Line> {
  const line = { isDead: false };
  await page.routeWebSocket(`**${CO_WRITING}`, (here) => {
    if (line.isDead) return void here.close();
    const there = here.connectToServer();
    here.onMessage((message) => line.isDead || there.send(message));
    there.onMessage((message) => line.isDead || here.send(message));
    there.onClose(
      (code, reason) => void (line.isDead || here.close({ code: code ?? 1011, reason: reason ?? '' })),
    );
  });
  return line;
}

/** Opens a path of the client as a link within it does. */
async function openPath(name: string, path: string): Promise<InBrowser> {
  const who = new Person(await browser.context.newPage(), stack.simulator, name);
  const line = await layLine(who.page);
  const tool = await who.open(LINK);
  await frameOf(stack, who.page).evaluate(`
    history.pushState(null, '', location.pathname.match(/^\\/app\\/p\\/[^/]+/)[0] + '${path}');
    dispatchEvent(new PopStateEvent('popstate'));
  `);
  return { who, tool, line };
}

const textbox = (tool: Tool) => tool.getByRole('textbox', { name: 'Text of “Plan”' });

/** What stands on the page, without the names at the places where others write. */
const textOf = ({ who }: InBrowser) =>
  frameOf(stack, who.page).evaluate<string>(`(() => {
    const copy = document.querySelector('[role="textbox"]').cloneNode(true);
    for (const name of copy.querySelectorAll('[aria-hidden]')) name.remove();
    return copy.textContent;
  })()`);

/** Where one has written before. */
const type = ({ tool }: InBrowser, text: string) => textbox(tool).pressSequentially(text);

const saved = ({ tool }: InBrowser) => tool.getByText('Everything is saved.').waitFor();

async function look({ who: { page } }: InBrowser, what: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [screen, width, colorScheme] of [
    ['a narrow phone', 320, 'dark'],
    ['a wide screen', 1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await pause(100);
    faults.push(...(await faultsOf(frameOf(stack, page))));
    await keepPicture(page, `pages ${screen} ${what}`);
  }
  return faults;
}

/** The words that are marked as commented on. */
const marked = ({ who }: InBrowser) =>
  frameOf(stack, who.page).evaluate<string>(
    `[...document.querySelectorAll('[role="textbox"] [class*="passage"]')].map((one) => one.textContent).join('')`,
  );

/** Comments on a line, which is gone afterwards. */
async function comment([ada, bo]: readonly InBrowser[]): Promise<void> {
  if (!ada || !bo) throw new Error('nobody comments');
  await bo.who.page.bringToFront();
  await enterEditor(textbox(bo.tool));
  await textbox(bo.tool).press('Control+Home');
  await textbox(bo.tool).press('Shift+End');
  await bo.tool.getByRole('button', { name: 'Comment on the selection' }).press('Enter');
  await bo.tool.getByRole('textbox', { name: 'Your comment' }).fill('Whose line is this?');
  await bo.tool.getByRole('button', { name: 'Comment', exact: true }).press('Enter');
  await bo.tool.getByRole('article', { name: 'Comment of You' }).waitFor();

  await ada.who.page.bringToFront();
  const card = ada.tool.getByRole('article', { name: /^Comment of Bo/ });
  await card.getByRole('button', { name: 'Reply' }).press('Enter');
  await card.getByRole('textbox', { name: /^Reply to/ }).fill('Mine.');
  await card.getByRole('button', { name: 'Send' }).press('Enter');
  await card.getByText('Mine.').waitFor();
  await card.getByRole('button', { name: 'Change' }).press('Enter');
  await card.getByRole('textbox', { name: 'What you say instead' }).fill('Not mine.');
  await card.getByRole('button', { name: 'Save' }).press('Enter');
  // The page hears that the line is gone before it has its own answer.
  const late = async (route: Route): Promise<void> => {
    const response = await route.fetch();
    await pause(1000);
    await route.fulfill({ response });
  };
  await ada.who.page.route('**/text', late, { times: 1 });
  await card.getByRole('button', { name: 'Take back' }).press('Enter');
  await card.getByText('Not mine.').waitFor({ state: 'detached' });
  const toast = ada.tool.getByRole('listitem').filter({ hasText: 'It is taken back.' });
  await toast.getByRole('button').first().press('Enter');
  await card.getByText('Not mine.').waitFor();
  expect(await look(ada, 'with a comment')).toEqual([]);
  expect(await marked(ada)).toBe(await card.getByRole('blockquote').innerText());
  await card.getByRole('button', { name: 'Show in the text' }).press('Enter');
  await textbox(ada.tool).press('Delete');
  await card.getByText('These words are no longer in the text.').waitFor();
  await bo.tool.getByText('Not mine.').waitFor();
  await bo.tool.getByRole('button', { name: 'Resolve' }).press('Enter');
  await ada.tool.getByText('1 resolved comment').waitFor();
}

test(
  'in three browsers: each sees who is there, all see the same, and what a closed tab had not sent is there again',
  () =>
    story(browser, 'pages', async () => {
      const { pages, names, teacher } = group;
      const pageId = await beginPage();
      const all: InBrowser[] = [];
      for (const name of names) all.push(await openPath(name, `${pages}/${pageId}`));
      for (const [index, one] of all.entries()) {
        await textbox(one.tool).waitFor();
        for (const name of names.filter((_, other) => other !== index))
          await one.tool.getByRole('list', { name: 'Also here:' }).getByText(name).waitFor();
      }
      const words: string[] = [];
      const write = async (round: string): Promise<void> => {
        await Promise.all(
          all.map((one, index) => {
            words.push(`<${index}${round}>`);
            return type(one, `<${index}${round}>`);
          }),
        );
      };
      const isSame = async (): Promise<boolean> => {
        const texts = await Promise.all(all.map(textOf));
        return new Set(texts).size === 1 && words.every((word) => texts[0]?.includes(word));
      };
      // Each has a line of their own.
      for (const [index, one] of all.entries()) {
        await one.who.page.bringToFront();
        await enterEditor(textbox(one.tool));
        await textbox(one.tool).press('Control+End');
        if (index > 0) await textbox(one.tool).press('Enter');
        await type(one, `${names[index]}: `);
        const seen = async () =>
          (await Promise.all(all.map(textOf))).every((text) => text.includes(`${names[index]}: `));
        await until('all see who it is', seen);
      }
      await write('a');
      await Promise.all(all.map(saved));
      await until('all see the same', isSame);
      const [ada, , cleo] = all;
      if (!ada || !cleo) throw new Error('nobody writes');
      const faults = await look(ada, 'while one writes');

      await stack.kill();
      await write('b');
      await cleo.tool.getByText('No connection. Go on writing: your text is kept here').waitFor();
      faults.push(...(await look(cleo, 'without a connection')));
      await cleo.who.close();
      await stack.restart();
      all[2] = await openPath(names[2] ?? '', `${pages}/${pageId}`);
      await textbox(all[2].tool).waitFor();
      await Promise.all(all.map(saved));
      await until('all see the same again', isSame);

      const [, bo] = all;
      if (!bo) throw new Error('nobody is cut off');
      bo.line.isDead = true;
      await write('c');
      // A quotation of Bo's line takes its place, and what Bo writes there meanwhile has none.
      await ada.who.page.bringToFront();
      await enterEditor(textbox(ada.tool));
      await textbox(ada.tool).press('Control+End');
      await textbox(ada.tool).press('ArrowUp');
      // The editor hears of a move a moment after it.
      await pause(100);
      await textbox(ada.tool).press('Control+Shift+b');
      await Promise.all([ada, all[2]].map(saved));
      await stack.kill();
      await stack.restart();
      await bo.who.page.bringToFront();
      await type(bo, '<1d>');
      await bo.tool
        .getByText('No connection. Go on writing: your text is kept here')
        .waitFor({ timeout: DEAD_MS });
      bo.line.isDead = false;
      const told = bo.tool.getByRole('alert').filter({ hasText: 'Your last words had no place' });
      await told.getByText('<1c><1d>').waitFor();
      faults.push(...(await look(bo, 'words without a place')));
      await told.getByRole('button', { name: 'Put them at the end of the page' }).click();
      words.push('<1d>');
      await Promise.all(all.map(saved));
      await until('all see the same after a dead line', isSame);
      expect(faults).toEqual([]);

      await comment(all);

      const chooser = ada.who.page.waitForEvent('filechooser');
      await ada.who.page.bringToFront();
      await ada.tool.getByRole('button', { name: 'Image', exact: true }).press('Enter');
      const image = { name: 'bridge.png', mimeType: 'image/png', buffer: Buffer.from(sample('drawing.png')) };
      await (await chooser).setFiles(image);
      await ada.tool.getByRole('textbox', { name: 'Description of the image' }).fill('An arch');
      await bo.who.page.bringToFront();
      await bo.tool.getByRole('img', { name: 'An arch' }).waitFor();
      await saved(ada);
      expect(await look(bo, 'with an image')).toEqual([]);

      const list = await openPath(names[0] ?? '', pages);
      await list.tool.getByRole('link', { name: 'Plan' }).first().waitFor();
      expect(await look(list, 'the list')).toEqual([]);
      const staff = await openPath(teacher, `${pages}/${pageId}`);
      await staff.tool.getByText('You read what the group writes as it is written.').waitFor();
      await until('staff see it', async () => (await textOf(staff)) === (await textOf(ada)));
      expect(await look(staff, 'staff look on')).toEqual([]);
    }),
  TEST_MS,
);
