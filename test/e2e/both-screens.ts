import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Stack, startStack } from '../factories/stack.ts';
import type { ProfileName } from '../lms-simulator/index.ts';
import { DIALOG, faultsOf, sidewaysIn } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { frameOf } from './launched.ts';
import { Person } from './people.ts';

const TEST_MS = 300_000;

/** What somebody tells with: on a wide screen, where every state is looked at on a narrow phone as well. */
export interface Screen {
  readonly stack: Stack;
  /** Somebody of the demo course, with a page of their own. */
  person(name: string): Promise<Person>;
  /**
   * Keeps pictures of somebody's page, and what axe finds in it or in its open dialog: in the end nothing. Axe looks at one
   * screen and then at the other, in turn.
   */
  look(what: string, who: Person): Promise<void>;
}

const WIDE = { width: 1280, colorScheme: 'light' } as const;
const SCREENS = { 'a narrow phone': { width: 320, colorScheme: 'dark' }, 'a wide screen': WIDE } as const;
const HEIGHT = 800;

/**
 * Tells a story once, on a wide screen in light colours; each of its states is seen on a narrow phone in dark ones too.
 * @param pictures what they are called
 */
export function onBothScreens(
  profile: ProfileName,
  pictures: string,
  what: string,
  tell: (screen: Screen) => Promise<void>,
): void {
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startStack(profile);
    browser = await openBrowser(WIDE);
  }, TEST_MS);
  afterAll(async () => {
    await browser.close();
    await stack.close();
  }, TEST_MS);

  test.each([what])('%s', () => story(browser, pictures, tellHere), TEST_MS);

  async function tellHere(): Promise<void> {
    const faults: Record<string, string[]> = {};
    let looks = 0;
    await tell({
      stack,
      person: async (name) => new Person(await browser.context.newPage(), stack.simulator, name),
      async look(state, { page }) {
        looks += 1;
        for (const [index, [screen, { width, colorScheme }]] of Object.entries(SCREENS).entries()) {
          await page.setViewportSize({ width, height: HEIGHT });
          await page.emulateMedia({ colorScheme });
          const frame = frameOf(stack, page);
          await frame.evaluate(DRAWN);
          const hasDialog = (await frame.getByRole('alertdialog').count()) > 0;
          faults[`${state} on ${screen}`] =
            index === looks % 2
              ? await faultsOf(frame, hasDialog ? { within: DIALOG } : {})
              : await sidewaysIn(frame);
          await keepPicture(page, `${pictures} ${screen} ${state}`);
        }
      },
    });
    expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((state) => [state, []])));
  }
}

/** The page has followed the new width: what React draws then is there in the frame after the next. */
const DRAWN = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))`;
