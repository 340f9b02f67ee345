import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';

/** What a person's browser lets pages keep. */
export const STORAGE_SITUATIONS = {
  'third-party cookies allowed': { cookie_controls_mode: 0 },
  'third-party cookies blocked': { cookie_controls_mode: 1, block_third_party_cookies: true },
  'all site data blocked': { cookie_controls_mode: 1, default_content_setting_values: { cookies: 2 } },
} as const;

export type StorageSituation = keyof typeof STORAGE_SITUATIONS;

/** Without these, a browser without a network tries many connections at every start. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Runs a story; when it fails, its pages are kept as pictures. */
export async function story(browser: Browser, name: string, tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    await browser.keepPictures(name);
    throw error;
  }
}

export interface Browser {
  readonly context: BrowserContext;
  /** Keeps a picture of every open page in test/artefacts; for a test that fails. */
  keepPictures(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly situation?: StorageSituation;
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** The person's own few colours, as Windows' contrast themes. */
  readonly forcedColors?: 'active';
  /** How much the page is enlarged: it is laid out for so much less room. */
  readonly zoom?: number;
}

/** Starts a Chromium with a profile of its own: one person's browser. */
export async function openBrowser({
  situation = 'third-party cookies blocked',
  width = 1280,
  colorScheme = 'light',
  forcedColors,
  zoom = 1,
}: BrowserOptions = {}): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'roundtable-browser-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: STORAGE_SITUATIONS[situation] }),
  );
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    headless: true,
    chromiumSandbox: false,
    args: QUIET,
    viewport: { width: width / zoom, height: 800 / zoom },
    deviceScaleFactor: zoom,
    colorScheme,
    ...(forcedColors && { forcedColors }),
  });
  await clickWhenPainted(context);
  return {
    context,
    async keepPictures(name: string): Promise<void> {
      for (const [index, page] of context.pages().entries()) {
        await page.screenshot({ path: `test/artefacts/${name}-${index}.png` }).catch(() => undefined);
      }
    },
    async close(): Promise<void> {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Waits until every frame of a page has been painted where it stands by now. */
async function painted(page: Page): Promise<void> {
  const frames = page.frames().map((frame) =>
    // A frame that is not shown is never painted; one that is left meanwhile does not answer.
    frame
      .evaluate<null>(
        `new Promise((done) => {
          setTimeout(done, 500);
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));
        })`,
      )
      .catch(() => null),
  );
  await Promise.all(frames);
}

const MOST_TRIES = 10;
let clicksWait = false;

/**
 * Has every click wait until its target keeps its place on the LMS's page. The browser finds a click's frame by what
 * it painted last: while the LMS gives the tool's frame another height, a click goes astray, as no person's would, who
 * clicks what is seen.
 */
async function clickWhenPainted(context: BrowserContext): Promise<void> {
  if (clicksWait) return;
  clicksWait = true;
  const page = context.pages()[0] ?? (await context.newPage());
  const locators = Object.getPrototypeOf(page.locator('html')) as Pick<Locator, 'click'>;
  const click = locators.click;
  locators.click = async function (this: Locator, options) {
    await this.waitFor({
      state: 'visible',
      ...(options?.timeout !== undefined && { timeout: options.timeout }),
    });
    await this.scrollIntoViewIfNeeded();
    let place = '';
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      await painted(this.page());
      const next = JSON.stringify(await this.boundingBox().catch(() => null));
      if (next === place) break;
      place = next;
    }
    return click.call(this, options);
  };
}
