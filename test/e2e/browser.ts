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

/**
 * The tool's frame shares the LMS page's process. A frame in a process of its own is found by what was painted last: while
 * the LMS gives it another height, a click goes astray, as no person's would, who clicks what is seen.
 */
const FRAMES_IN_ONE_PROCESS = '--disable-site-isolation-trials';

/** Runs a story; when it fails, its pages are kept as pictures. */
export async function story(browser: Browser, name: string, tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    await browser.keepPictures(name);
    throw error;
  }
}

/** Keeps a picture in test/artefacts, for people who look at what they have changed; not in CI, where nobody does. */
export async function keepPicture(of: Page | Locator, name: string, fullPage = true): Promise<void> {
  if (process.env['CI'] !== 'true') await of.screenshot({ path: `test/artefacts/${name}.png`, fullPage });
}

/**
 * Gives an editor of text the focus. For 200 ms it takes a move to the beginning for something that the browser did, and
 * takes it back: no person is that fast, a test is.
 */
export async function enterEditor(editor: Locator): Promise<void> {
  await editor.focus();
  await editor.evaluate('new Promise((done) => setTimeout(done, 250))');
}

/** Goes on writing what is in an editor of text. */
export async function writeAtEnd(editor: Locator, text: string): Promise<void> {
  await enterEditor(editor);
  await editor.press('Control+End');
  await editor.pressSequentially(text);
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
  /** Where the person is; the machine's zone when it is left out. */
  readonly timeZone?: string;
}

/** Starts a Chromium with a profile of its own: one person's browser. */
export async function openBrowser({
  situation = 'third-party cookies blocked',
  width = 1280,
  colorScheme = 'light',
  forcedColors,
  zoom = 1,
  timeZone,
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
    args: [...QUIET, FRAMES_IN_ONE_PROCESS],
    viewport: { width: width / zoom, height: 800 / zoom },
    deviceScaleFactor: zoom,
    colorScheme,
    ...(forcedColors && { forcedColors }),
    ...(timeZone !== undefined && { timezoneId: timeZone }),
  });
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
