import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { faultsOf } from './axe.ts';
import { type Browser, type BrowserOptions, keepPicture, openBrowser, story } from './browser.ts';
import { until } from '../factories/until.ts';
import { type GalleryServer, serveGallery } from './gallery-server.ts';

const TEST_MS = 180_000;

let gallery: GalleryServer;
beforeAll(async () => {
  gallery = await serveGallery();
}, TEST_MS);
afterAll(() => gallery.close());

/** The gallery has a component that fails on purpose, and React tells of it. */
const ON_PURPOSE = 'fails on purpose';

/** Opens the specimens and waits until every part of them is loaded. */
async function open({ context }: Browser, looks: Record<string, string> = {}) {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes(ON_PURPOSE)) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(gallery.url(looks));
  await page.getByRole('button', { name: /What learners hand in/ }).waitFor();
  await page
    .getByRole('row', { name: /Ada Ström/ })
    .first()
    .waitFor();
  await page.getByRole('figure', { name: 'Activity in the week' }).waitFor();
  await page.getByRole('treegrid', { name: 'Groups' }).waitFor();
  await page.waitForLoadState('networkidle');
  return { page, complaints };
}

/** The toast's, in any language; the editor has one of the same name. */
const undoOf = (page: Page): Locator =>
  page.getByRole('listitem').filter({ hasText: 'was removed' }).getByRole('button').first();

/** Each overlay: what opens it, and what then is there. */
const OVERLAYS: Record<string, (page: Page) => Promise<void>> = {
  dialog: async (page) => {
    await page.getByRole('button', { name: 'Open a dialog' }).click();
    await page.getByRole('dialog', { name: 'Name the group' }).waitFor();
  },
  'long dialog': async (page) => {
    await page.getByRole('button', { name: 'Open a long dialog' }).click();
    await page.getByRole('dialog', { name: 'Everything about it' }).waitFor();
  },
  question: async (page) => {
    await page.getByRole('button', { name: 'Ask first' }).click();
    await page.getByRole('alertdialog', { name: 'Start the reviews now?' }).waitFor();
  },
  menu: async (page) => {
    await page.getByRole('button', { name: 'More for Ada Ström' }).click();
    await page.getByRole('menuitem', { name: 'Allocate by hand' }).waitFor();
  },
  'menu with ticks': async (page) => {
    await page.getByRole('button', { name: 'Columns shown' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Give more time' }).waitFor();
  },
  popover: async (page) => {
    await page.getByRole('button', { name: 'Why this grade?' }).click();
    await page.getByText('The median of three reviews').waitFor();
  },
  tooltip: async (page) => {
    await page.getByRole('button', { name: 'Export', exact: true }).hover();
    await page.getByRole('tooltip').waitFor();
  },
  select: async (page) => {
    await page.getByRole('button', { name: /What learners hand in/ }).click();
    await page.getByRole('option', { name: 'Link to a page' }).waitFor();
  },
  'combo box': async (page) => {
    await page.getByRole('combobox', { name: 'Person', exact: true }).fill('zo');
    await page.getByRole('option', { name: 'Émile Zola' }).waitFor();
  },
  calendar: async (page) => {
    await page.getByRole('group', { name: 'Submissions close' }).getByRole('button').click();
    await page.getByRole('dialog').getByRole('grid').waitFor();
  },
  toast: async (page) => {
    await page.getByRole('button', { name: 'Remove a criterion' }).click();
    await undoOf(page).waitFor();
  },
};

/** Where overlays are: beside the page's root, and the toasts within it. */
const ABOVE_THE_PAGE = ['body > div:not(#root)', 'section[aria-label="Messages"]'];

interface Mode extends BrowserOptions {
  readonly looks?: Record<string, string>;
}

/** Each way in which people look, together with one that it gets on with. */
const MODES: readonly (readonly [string, Mode])[] = [
  ['in light colours', {}],
  ['in dark colours, 320 pixels wide', { colorScheme: 'dark', width: 320 }],
  ['in forced colours, at 200 % zoom', { forcedColors: 'active', zoom: 2 }],
  ['from right to left, in another brand', { looks: { locale: 'ar', brand: '#f2a900' } }],
];

describe.each(MODES)('%s', (name, { looks, ...options }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(options);
  }, TEST_MS);
  afterAll(() => browser.close(), TEST_MS);

  test(
    'no component in any state has a fault that axe finds, makes the page scroll sideways or is refused by the browser',
    () => story(browser, `gallery ${name}`, () => look(browser, name, looks)),
    TEST_MS,
  );
});

async function look(browser: Browser, name: string, looks?: Record<string, string>): Promise<void> {
  const { page, complaints } = await open(browser, looks);
  const faults: Record<string, string[]> = { all: await faultsOf(page) };
  for (const heading of await page.locator('main > section > h2').allTextContents()) {
    const section = page.getByRole('region', { name: heading, exact: true });
    await keepPicture(section, `gallery ${name}, ${heading}`);
  }
  for (const [overlay, show] of Object.entries(OVERLAYS)) {
    await show(page);
    faults[overlay] = await faultsOf(page, { within: ABOVE_THE_PAGE });
    await keepPicture(page, `gallery ${name}, ${overlay}`, false);
    await page.keyboard.press('Escape');
  }
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
  expect(complaints).toEqual([]);
}

describe('by keyboard and at work', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    ({ page } = await open(browser));
  }, TEST_MS);
  afterAll(() => browser.close(), TEST_MS);

  test(
    'an item of a list is picked up, moved and put down',
    () =>
      story(browser, 'gallery sort', async () => {
        const list = page.getByRole('grid', { name: 'Criteria' });
        const order = async () =>
          (await list.getByRole('row').allTextContents()).map((text) => text.slice(0, 7));
        expect(await order()).toEqual(['Content', 'Structu', 'Reasons', 'Languag']);
        await list.getByRole('button', { name: 'Move Content' }).focus();
        await page.keyboard.press('Enter');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await until('the order has changed', async () => (await order())[0] !== 'Content');
        expect(await order()).toEqual(['Structu', 'Reasons', 'Content', 'Languag']);
      }),
    TEST_MS,
  );

  test(
    'a menu gives the focus back to its button',
    () =>
      story(browser, 'gallery menu', async () => {
        const button = page.getByRole('button', { name: 'More for Ada Ström' });
        await button.focus();
        await page.keyboard.press('Enter');
        await page.getByRole('menuitem', { name: 'Give more time' }).waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.getByRole('menu').waitFor({ state: 'detached' });
        await button.and(page.locator(':focus')).waitFor();
      }),
    TEST_MS,
  );

  test(
    'a date is typed part by part',
    () =>
      story(browser, 'gallery date', async () => {
        const field = page.getByRole('group', { name: 'Submissions close' });
        await field.getByRole('spinbutton', { name: /month/ }).focus();
        await page.keyboard.type('120520270830');
        await page.keyboard.type('p');
        expect(await field.textContent()).toMatch(/12\D+05\D+2027\D+08\D+30\D+PM/);
      }),
    TEST_MS,
  );

  test(
    'what a toast reports is taken back by a key, and not while one types or has switched the keys off',
    () =>
      story(browser, 'gallery toast', async () => {
        const search = page.getByRole('searchbox', { name: 'Search people' });
        await page.getByRole('button', { name: 'Remove a criterion' }).click();
        await undoOf(page).waitFor();
        await search.press('u');
        expect(await undoOf(page).count()).toBe(1);
        await page.getByRole('button', { name: 'Remove a criterion' }).focus();
        await page.keyboard.press('u');
        await page.getByText('The criterion is back.').first().waitFor();
      }),
    TEST_MS,
  );
});

describe('a table', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    ({ page } = await open(browser));
  }, TEST_MS);
  afterAll(() => browser.close(), TEST_MS);

  const tableOf = (name: string) => page.getByRole('table', { name });
  /** The first rows' names; initials stand before them. */
  const firstNames = async (name: string, count: number) =>
    (await tableOf(name).getByRole('rowheader').allTextContents())
      .slice(0, count)
      .map((text) => text.slice(3));

  test(
    'of ten thousand rows holds those in sight, counts them all and shows the last',
    () =>
      story(browser, 'gallery many rows', async () => {
        const table = tableOf('Many learners');
        expect(await table.getAttribute('aria-rowcount')).toBe('10001');
        expect(await table.getByRole('row').count()).toBeLessThan(60);
        await page.getByRole('region', { name: 'Many learners' }).press('End');
        await table.locator('[aria-rowindex="10001"]').waitFor();
        expect(await table.getByRole('row').count()).toBeLessThan(60);
      }),
    TEST_MS,
  );

  test(
    'is sorted up, down and not at all by its head',
    () =>
      story(browser, 'gallery sorted', async () => {
        const head = tableOf('Few learners').getByRole('columnheader', { name: 'Grade', exact: true });
        for (const [direction, names] of [
          ['ascending', ['Ada Ström', 'Dora Osei']],
          ['descending', ['Fatima Nguyễn', 'Bo Ødegård']],
          ['none', ['Ada Ström', 'Bo Ødegård']],
        ] as const) {
          await head.getByRole('button').press('Enter');
          expect(await head.getAttribute('aria-sort')).toBe(direction);
          const isSo = async () => (await firstNames('Few learners', 2)).join() === names.join();
          await until(`the order is ${direction}`, isSo, 5);
        }
      }),
    TEST_MS,
  );

  test(
    'is searched without accents, filtered, and exported as one sees it',
    () =>
      story(browser, 'gallery searched', async () => {
        const specimen = page.getByRole('region', { name: 'Tables' });
        const search = specimen.getByRole('searchbox', { name: 'Search' }).first();
        await search.fill('emile');
        await specimen.getByText('1 of 8 rows').waitFor();
        await search.fill('');
        await specimen.getByRole('button', { name: 'Filter: Gradebook' }).first().click();
        await page.getByRole('menuitemcheckbox', { name: 'Failed' }).click();
        await page.keyboard.press('Escape');
        await specimen.getByRole('button', { name: 'Filter: Gradebook: Failed' }).waitFor();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          specimen.getByRole('button', { name: 'Export CSV' }).first().click(),
        ]);
        expect(download.suggestedFilename()).toBe('learners.csv');
        expect(readFileSync(await download.path(), 'utf8')).toBe(
          '\uFEFFName,Reviews given,Grade,Gradebook\r\nDora Osei,3,6,Failed\r\n',
        );
      }),
    TEST_MS,
  );

  test(
    'of which a part is loaded loads the rest before it sorts',
    () =>
      story(browser, 'gallery remainder', async () => {
        const specimen = page.getByRole('region', { name: 'Tables' });
        await specimen.getByText('100 rows', { exact: true }).waitFor();
        await tableOf('A part of the learners').getByRole('button', { name: 'Name' }).click();
        await specimen.getByText('100 of 400 loaded…').waitFor();
        await specimen.getByText('400 rows', { exact: true }).waitFor();
      }),
    TEST_MS,
  );
});

test(
  'a time that a change of clocks skips is shown as what it will be',
  async () => {
    const browser = await openBrowser({ timeZone: 'Europe/Berlin' });
    await story(browser, 'gallery skipped time', async () => {
      const { page } = await open(browser);
      const field = page.getByRole('group', { name: 'Submissions close' });
      await field.getByRole('spinbutton', { name: /month/ }).focus();
      await page.keyboard.type('032820270230');
      await page.keyboard.type('a');
      await page.getByRole('searchbox', { name: 'Search people' }).focus();
      const isShown = async () =>
        /03\D+28\D+2027\D+03\D+30\D+AM\W*GMT\+2/.test((await field.textContent()) ?? '');
      await until('what it will be is shown', isShown, 5);
    });
    await browser.close();
  },
  TEST_MS,
);

test(
  'in a frame as high as its content a dialog and a toast appear where one looks',
  async () => {
    const browser = await openBrowser();
    await story(browser, 'gallery framed', async () => {
      const page = await browser.context.newPage();
      await page.goto(gallery.framedUrl);
      const frame = page.frameLocator('iframe');
      await frame.getByRole('button', { name: 'Open a dialog' }).click();
      await expectInSight(page, frame.getByRole('dialog', { name: 'Name the group' }));
      await page.keyboard.press('Escape');
      await frame.getByRole('button', { name: 'Say that it is saved' }).click();
      await expectInSight(page, frame.getByRole('button', { name: 'Close message' }));
    });
    await browser.close();
  },
  TEST_MS,
);

async function expectInSight(page: Page, locator: Locator): Promise<void> {
  await locator.waitFor();
  const height = page.viewportSize()?.height ?? 0;
  const isInSight = async () => {
    const box = await locator.boundingBox();
    return box !== null && box.y >= 0 && box.y + box.height <= height;
  };
  await until('it is in sight', isInSight, 5);
}
