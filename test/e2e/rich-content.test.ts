import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { AUTHOR, sample } from '../factories/documents.ts';
import { buildSettings } from '../factories/roundtable.ts';
import type { Course } from '../lms-simulator/index.ts';
import { faultsOf } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { until } from '../factories/until.ts';
import { Person, type Tool } from './people.ts';
import { type Stack, startStack } from '../factories/stack.ts';

const TEST_MS = 240_000;
const MB = 2 ** 20;

let stack: Stack;
let course: Course;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack('moodle');
  browser = await openBrowser({});
  const [demo] = stack.simulator.courses;
  if (!demo) throw new Error('the demo course is missing');
  course = demo;
}, TEST_MS);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, TEST_MS);

const session = (role: 'instructor' | 'learner', index: number, request: string | { deepLinking: true }) => {
  const person = stack.simulator.peopleWith(course, role)[index];
  if (!person) throw new Error(`no ${role} ${index}`);
  return ApiSession.open(stack.toolUrl, stack.simulator, {
    courseId: course.id,
    userId: person.id,
    request,
  });
};

/** A peer review in the course. @returns its id, and its instructor and link */
async function prepare(title: string) {
  const id = newId();
  const instructor = await session('instructor', 0, { deepLinking: true });
  await instructor.ok('PUT', `/activities/${id}/peer-review`, {
    settings: buildSettings({ title }),
    expectedRevision: 0,
  });
  const link = stack.simulator.addResourceLink(course, {
    title,
    custom: { activity: id },
    lineItem: { scoreMaximum: 20, label: title },
  });
  return { id, instructor, linkId: link.id };
}

const person = async (name: string) => new Person(await browser.context.newPage(), stack.simulator, name);
const workField = (tool: Tool) => tool.getByRole('textbox', { name: 'Your work' });
const saved = (tool: Tool) =>
  tool
    .getByText(/^Saved \d/)
    .first()
    .waitFor();

async function choose(page: Page, press: () => Promise<void>, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** What the tests use of a page from within; they are compiled without the types of a browser. */
interface Inside {
  readonly document: { readonly activeElement: object | null };
  readonly DataTransfer: new () => { setData(type: string, text: string): void };
  readonly ClipboardEvent: new (type: string, init: object) => object;
}
interface Inner {
  contains(other: object | null): boolean;
  dispatchEvent(event: object): void;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

/** Pastes HTML as another program leaves it in the clipboard. */
const paste = (tool: Tool, html: string): Promise<void> =>
  workField(tool).evaluate((element, html) => {
    const { DataTransfer, ClipboardEvent } = globalThis as unknown as Inside;
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    (element as unknown as Inner).dispatchEvent(event);
  }, html);

const hasFocusWithin = (tool: Tool): Promise<boolean> =>
  workField(tool).evaluate((element) =>
    (element as unknown as Inner).contains((globalThis as unknown as Inside).document.activeElement),
  );

const linksIn = (tool: Tool): Promise<(string | null)[]> =>
  workField(tool).evaluate((element) =>
    Array.from((element as unknown as Inner).querySelectorAll('a'), (link) => link.getAttribute('href')),
  );

describe('writing', () => {
  test(
    'by keyboard alone; the server is killed and started again, and after a reload the text is there',
    () => story(browser, 'rich-kill', writeThroughACrash),
    TEST_MS,
  );

  test(
    'what is pasted keeps its structure and nothing that runs or loads',
    () => story(browser, 'rich-paste', pasteHostileHtml),
    TEST_MS,
  );
});

async function writeThroughACrash(): Promise<void> {
  await prepare('Crash');
  const ada = await person('Ada Ström');
  const tool = await ada.open('Crash');
  const { keyboard } = ada.page;
  await workField(tool).click();
  await keyboard.type('# On bridges');
  await keyboard.press('Enter');
  // Into the toolbar, one to the right, bold, back by itself.
  await keyboard.press('Alt+F10');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await keyboard.type('A bridge carries.');
  await saved(tool);
  await stack.kill();
  await keyboard.type(' Written while nobody listened.');
  await tool.locator('main').getByText('Not saved. Your text is kept here; trying again…').waitFor();
  await stack.restart();
  await saved(tool);
  await ada.page.reload();
  const again = await ada.open('Crash');
  await workField(again).getByRole('heading', { name: 'On bridges' }).waitFor();
  const text = 'A bridge carries. Written while nobody listened.';
  await workField(again).locator('strong', { hasText: text }).waitFor();
  // After Escape, Tab leaves the text instead of staying in it.
  await workField(again).click();
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  expect(await hasFocusWithin(again)).toBe(false);
  await ada.close();
}

async function pasteHostileHtml(): Promise<void> {
  await prepare('Paste');
  const ada = await person('Ada Ström');
  const requests: string[] = [];
  ada.page.on('request', (request) => requests.push(request.url()));
  const tool = await ada.open('Paste');
  await workField(tool).click();
  await paste(
    tool,
    `<h5 style="color:red" onclick="alert(1)">Deep heading</h5><p>See <a href="javascript:alert(1)">this</a> and
    <a href="https://example.org" onmouseover="alert(1)">that</a></p><script>alert(1)</script>
    <img src="https://tracker.example/pixel.gif" onerror="alert(1)"><iframe src="https://evil.example"></iframe>
    <ul><li>one</li></ul><table><tr><th>Kind</th><td style="position:fixed">Arch</td></tr></table>`,
  );
  await saved(tool);
  const field = workField(tool);
  const heading = field.getByRole('heading', { name: 'Deep heading' });
  await heading.waitFor();
  // The lowest of a text, which stands under the page's own two.
  expect(await heading.getAttribute('aria-level')).toBe('5');
  expect(await linksIn(tool)).toEqual(['https://example.org']);
  expect(await field.locator('script, iframe, img, [onclick], [onmouseover], [onerror]').count()).toBe(0);
  await field.getByRole('cell', { name: 'Arch' }).waitFor();
  expect(requests.filter((url) => /tracker|evil/.test(url))).toEqual([]);
  await ada.close();
}

describe.each([
  ['a wide screen in light colours', { width: 1280, colorScheme: 'light' }],
  ['a phone in dark colours', { width: 320, colorScheme: 'dark' }],
] as const)('on %s', (name, options) => {
  test(
    'no state of writing has a fault that axe finds, read from left or from right',
    async () => {
      const narrow = await openBrowser(options);
      try {
        await story(narrow, `rich-axe-${name}`, () => walkThroughStates(narrow, name));
      } finally {
        await narrow.close();
      }
    },
    TEST_MS,
  );
});

async function walkThroughStates({ context }: Browser, name: string): Promise<void> {
  await prepare(`States on ${name}`);
  const ada = new Person(await context.newPage(), stack.simulator, 'Chi Nguyễn');
  const tool = await ada.open(`States on ${name}`);
  const { keyboard } = ada.page;
  const faults: Record<string, string[]> = {};
  const check = async (what: string): Promise<void> => {
    const frame = ada.page.frames().find((each) => each.url().startsWith(stack.toolUrl));
    if (!frame) throw new Error('the tool’s frame is missing');
    faults[what] = await faultsOf(frame);
    await keepPicture(ada.page, `${name} ${what}`);
  };
  const tools = tool.getByRole('toolbar', { name: 'Format' });
  await workField(tool).click();
  await keyboard.type('# On bridges');
  await keyboard.press('Enter');
  await keyboard.type('A bridge carries. ');
  const more = tools.getByRole('button', { name: 'More formats' });
  if (await more.isVisible()) await more.click();
  await tools.getByRole('button', { name: 'Formula' }).click();
  await tool.getByRole('textbox', { name: 'Formula in LaTeX' }).fill('\\frac{F}{A}');
  await tool.getByRole('group', { name: 'Preview' }).locator('math').waitFor();
  await check('formula');
  await tool.getByRole('button', { name: 'Insert formula' }).click();
  await tools.getByRole('button', { name: 'Link', exact: true }).click();
  await tool.getByRole('textbox', { name: 'Address' }).fill('javascript:alert(1)');
  await tool.getByRole('button', { name: 'Set link' }).click();
  await tool.getByText('Please give a web address').waitFor();
  await check('link');
  await tool.getByRole('textbox', { name: 'Address' }).fill('example.org');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  const insertImage = () => tools.getByRole('button', { name: 'Image', exact: true }).click();
  await choose(ada.page, insertImage, 'photo.jpg', Buffer.from(sample('photo.jpg')));
  await tool.getByRole('textbox', { name: 'Description of the image' }).fill('From red to blue');
  await keyboard.press('Enter');
  await tools.getByRole('button', { name: 'Table', exact: true }).click();
  for (const heading of ['Kind', 'Span', 'Year']) {
    await keyboard.type(heading);
    await keyboard.press('Tab');
  }
  await tools.getByRole('button', { name: 'Add a row below' }).waitFor();
  const add = () => tool.getByRole('button', { name: 'Choose files' }).click();
  await choose(ada.page, add, 'program.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]));
  await tool.getByText('program.exe is of a type that is not taken here.').waitFor();
  await choose(ada.page, add, 'essay.pdf', Buffer.from(sample('essay.pdf')));
  await tool.getByRole('button', { name: 'Show essay.pdf' }).click();
  await tool.getByRole('img', { name: 'Page 1 of 2' }).waitFor();
  await saved(tool);
  await check('table, image and files');
  await tool.locator('html').evaluate((html) => (html as unknown as Inner).setAttribute('dir', 'rtl'));
  await check('from right to left');
  await tool.getByRole('button', { name: 'Hand in', exact: true }).click();
  await tool
    .getByText(/Handed in [A-Z]/)
    .first()
    .waitFor();
  await tool.getByRole('table').waitFor();
  await tool.getByRole('img', { name: 'From red to blue' }).waitFor();
  await check('handed in');
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
}

test(
  'an upload is broken off by a crash and goes on; the reviewer sees the pages, and not whose they are',
  () => story(browser, 'rich-upload', uploadThroughACrash),
  TEST_MS,
);

async function uploadThroughACrash(): Promise<void> {
  const { id, instructor, linkId } = await prepare('Upload');
  const ada = await person('Ada Ström');
  const tool = await ada.open('Upload');
  await workField(tool).fill('My essay is in the file.');
  const add = () => tool.getByRole('button', { name: 'Choose files' }).click();
  await choose(ada.page, add, `${AUTHOR} essay.pdf`, Buffer.from(sample('essay.pdf')));
  await tool.getByRole('button', { name: `Show ${AUTHOR} essay.pdf` }).waitFor();

  let asked = 0;
  const stored: string[] = [];
  const pieces = '**/api/files/*/chunks/*';
  await browser.context.route(pieces, async (route) => {
    // The third piece of the large file meets a server that is gone.
    if (++asked === 3) await stack.kill();
    await route.continue();
  });
  ada.page.on('response', (response) => {
    if (response.url().includes('/chunks/') && response.ok())
      stored.push(response.url().split('/').at(-1) ?? '');
  });
  await choose(ada.page, add, 'field-notes.txt', Buffer.alloc(6 * MB, 'bridge '));
  await tool.getByText(/The connection is broken; the upload goes on by itself/).waitFor();
  await stack.restart();
  await tool.getByRole('button', { name: 'Show field-notes.txt' }).waitFor({ timeout: 60_000 });
  await browser.context.unroute(pieces);
  // What the server had acknowledged was not sent again.
  expect(stored.toSorted()).toEqual(['0', '1', '2', '3', '4', '5']);
  await saved(tool);
  await tool.getByRole('button', { name: 'Hand in', exact: true }).click();
  await tool
    .getByText(/Handed in [A-Z]/)
    .first()
    .waitFor();
  await keepPicture(ada.page, 'handed in with files');
  await ada.close();

  await handInOfOthers(linkId, id);
  await instructor.ok('POST', `/activities/${id}/allocation`);
  const phase = () => instructor.ok<{ phase: string }>('GET', `/activities/${id}/overview`);
  await until('reviews have begun', async () => (await phase()).phase === 'review');
  await reviewAda(await person('Bo Baker'));
}

/** With two works everybody reviews the other's. */
async function handInOfOthers(linkId: string, id: string): Promise<void> {
  const bo = await session('learner', 1, linkId);
  await bo.ok('POST', `/activities/${id}/submission`, {
    text: 'Another.',
    expectedVersion: 0,
    expectedRevision: 0,
  });
}

async function reviewAda(bo: Person): Promise<void> {
  const tool = await bo.open('Upload');
  await tool.getByRole('link', { name: /^Start review/ }).click();
  await tool.getByText('My essay is in the file.').waitFor();
  await tool.getByRole('button', { name: 'Show File 1.pdf' }).click();
  const viewer = tool.getByRole('group', { name: 'Pages of File 1.pdf' });
  await viewer.getByRole('img', { name: 'Page 1 of 2' }).waitFor();
  await viewer.getByRole('button', { name: 'Next page' }).click();
  await viewer.getByRole('img', { name: 'Page 2 of 2' }).waitFor();
  await viewer.getByRole('button', { name: 'Show as text' }).click();
  await viewer.getByText('Second page: arches.').waitFor();
  await tool.getByRole('button', { name: 'Show File 2.txt' }).click();
  await tool.getByText(/^bridge bridge/).waitFor();
  await keepPicture(bo.page, 'review with files');
  const shown = await tool.locator('body').innerText();
  expect(shown).not.toMatch(/Ada|Ström|Author|field-notes/);
  const download = bo.page.waitForEvent('download');
  await tool.getByRole('button', { name: 'Save File 1.pdf' }).click();
  expect((await download).suggestedFilename()).toMatch(/^file-[0-9a-f]{6}\.pdf$/);
  await bo.close();
}
