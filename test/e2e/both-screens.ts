import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Stack, startStack } from '../factories/stack.ts';
import type { ProfileName } from '../lms-simulator/index.ts';
import { DIALOG, faultsOf } from './axe.ts';
import { type Browser, type BrowserOptions, openBrowser, story } from './browser.ts';
import { frameOf } from './launched.ts';
import { Person } from './people.ts';

const TEST_MS = 180_000;

/** One of the two screens on which a story is told, with a browser of its own. */
export interface Screen {
  readonly stack: Stack;
  readonly where: string;
  /** Somebody of the demo course, with a page of their own. */
  person(name: string): Promise<Person>;
  /** Keeps a picture of somebody's page, and what axe finds in it or in its open dialog: in the end nothing. */
  look(what: string, who: Person): Promise<void>;
}

/** Tells a story twice: on a wide screen, and on a narrow phone in dark colours. @param pictures what they are called */
export function onBothScreens(
  profile: ProfileName,
  pictures: string,
  what: string,
  tell: (screen: Screen) => Promise<void>,
): void {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack(profile);
  }, TEST_MS);
  afterAll(() => stack.close(), TEST_MS);

  describe.each<[string, BrowserOptions]>([
    ['a wide screen', { width: 1280 }],
    ['a narrow phone', { width: 320, colorScheme: 'dark' }],
  ])('on %s', (where, options) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser(options);
    }, TEST_MS);
    afterAll(() => browser.close(), TEST_MS);

    test.each([what])('%s', () => story(browser, `${pictures} ${where}`, tellHere), TEST_MS);

    async function tellHere(): Promise<void> {
      const faults: Record<string, string[]> = {};
      await tell({
        stack,
        where,
        person: async (name) => new Person(await browser.context.newPage(), stack.simulator, name),
        async look(state, { page }) {
          const frame = frameOf(stack, page);
          const hasDialog = (await frame.getByRole('alertdialog').count()) > 0;
          faults[state] = await faultsOf(frame, hasDialog ? { within: DIALOG } : {});
          await page.screenshot({ path: `test/artefacts/${pictures} ${where} ${state}.png`, fullPage: true });
        },
      });
      expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((state) => [state, []])));
    }
  });
}
