/** An administrator in a browser: from the command line's link to a platform that registered itself and launches. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ProfileName } from '../lms-simulator/index.ts';
import { faultsOf } from './axe.ts';
import { type Browser, keepPicture, openBrowser, story } from './browser.ts';
import { until } from '../factories/until.ts';
import { Person } from './people.ts';
import { type Stack, startStack } from '../factories/stack.ts';

const STORY_MS = 240_000;
const NAME = 'School of Bridges';

describe.each([
  ['moodle', { width: 1280, colorScheme: 'light' }],
  ['canvas', { width: 360, colorScheme: 'dark' }],
] as const)('with %s, at %j', (profile, options) => {
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startStack(profile);
    browser = await openBrowser(options);
  }, STORY_MS);
  afterAll(async () => {
    await browser.close();
    await stack.close();
  }, STORY_MS);

  test(
    'an invited administrator invites a platform, which registers itself, is approved, tested, and launches',
    () => story(browser, `administration-${profile}`, () => tell(stack, browser, profile)),
    STORY_MS,
  );
});

async function tell(stack: Stack, { context }: Browser, profile: ProfileName): Promise<void> {
  const faults: Record<string, string[]> = {};
  const check = async (what: string, page: Page, frame = page.mainFrame()): Promise<void> => {
    faults[what] = await faultsOf(frame);
    await keepPicture(page, `administration ${profile} ${what}`);
  };

  const page = await signIn(stack, await context.newPage(), check);
  const url = await invitePlatform(page, check);
  const lms = await registerInLms(stack, await context.newPage(), url, check);
  expect(await stack.command('platforms-cli', 'list')).toContain(`${NAME}  pending`);
  await approve(page, check);
  expect(await stack.command('platforms-cli', 'list')).toContain(`${NAME}  active`);

  const { simulator } = stack;
  const tool = Object.values(simulator.institution.state.tools).at(-1);
  const [course] = simulator.courses;
  if (!tool || !course) throw new Error('the tool did not register');
  await lms.getByRole('button', { name: `Activate ${tool.name}` }).click();
  const clientId = tool.clientId;
  simulator.addResourceLink(course, { title: 'By registration', clientId, lineItem: { scoreMaximum: 10 } });
  const ada = new Person(await context.newPage(), simulator, 'Ada Ström');
  const activity = await ada.open('By registration');
  await activity.getByRole('heading', { name: 'Not ready yet' }).waitFor();

  await testConnection(page, stack, check);
  await lookAround(page, check);
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
}

type Check = (what: string, page: Page, frame?: ReturnType<Page['mainFrame']>) => Promise<void>;

async function signIn(stack: Stack, page: Page, check: Check): Promise<Page> {
  const [link = ''] = (await stack.command('invite-cli', '--administrator', 'Ina Admin')).split('\n');
  await page.goto(link);
  await page.getByRole('heading', { name: 'Sign in to the console' }).waitFor();
  // The secret is out of the address before anything else happens.
  expect(page.url()).toBe(`${stack.toolUrl}/app/admin/`);
  await check('sign in', page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.getByText('Signed in as Ina Admin').waitFor();
  await check('overview, nothing waits', page);

  // The link is used up, for another browser too; a page without a session says what to do.
  const stranger = await page.context().browser()?.newContext();
  const other = stranger ? await stranger.newPage() : await page.context().newPage();
  await other.goto(link);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.getByText('This link was used already').waitFor();
  await check('sign in fails', other);
  await other.getByRole('button', { name: 'Go on without it' }).click();
  await other.getByRole('heading', { name: /^(You are not signed in|Overview)$/ }).waitFor();
  await other.close();
  return page;
}

async function invitePlatform(page: Page, check: Check): Promise<string> {
  await page.getByRole('link', { name: 'Platforms', exact: true }).click();
  await page.getByRole('table', { name: 'Registered platforms' }).waitFor();
  await check('platforms', page);
  await page.getByRole('link', { name: 'Register a platform' }).click();
  // A form without a name says so, beside the field.
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.getByText('Please enter a name.').waitFor();
  await page.getByRole('textbox', { name: 'Name of the platform' }).fill(NAME);
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = page.getByRole('textbox', { name: 'The link' });
  await link.waitFor();
  await check('invitation made', page);
  return await link.inputValue();
}

async function registerInLms(stack: Stack, lms: Page, url: string, check: Check): Promise<Page> {
  await lms.bringToFront();
  await lms.goto(`${stack.simulator.url}/tools`);
  await lms.getByRole('textbox', { name: 'Registration address' }).fill(url);
  await lms.getByRole('button', { name: 'Register' }).click();
  const frame = lms.frameLocator('iframe.tool');
  await frame.getByRole('heading', { name: /^Register Roundtable with/ }).waitFor();
  const inner = () => lms.frames().find((one) => one.url().startsWith(stack.toolUrl));
  await check('registration asks', lms, inner());
  await frame.getByRole('button', { name: 'Register' }).click();
  await frame.getByRole('heading', { name: 'Two steps remain' }).waitFor();
  await check('registration done', lms, inner());
  await frame.getByRole('button', { name: 'Close' }).click();
  await lms.waitForURL(`${stack.simulator.url}/tools`);
  await lms.getByText('Pending').waitFor();
  return lms;
}

async function approve(page: Page, check: Check): Promise<void> {
  await page.bringToFront();
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByText('1 platform has registered itself').waitFor();
  await check('overview, a platform waits', page);
  await page.getByRole('link', { name: 'Show: Platforms' }).click();
  await page.getByRole('link', { name: NAME }).click();
  await page.getByText('This platform has registered itself').waitFor();
  await check('platform waits', page);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('button', { name: 'Approve', exact: true }).waitFor({ state: 'detached' });
  await page.getByText('This platform has registered itself').waitFor({ state: 'detached' });
  // The button is gone, and the focus is not.
  expect(await page.evaluate('document.activeElement.textContent')).toBe(NAME);
}

async function testConnection(page: Page, { simulator }: Stack, check: Check): Promise<void> {
  await page.bringToFront();
  simulator.misbehave.set('memberships', { status: 403 });
  simulator.misbehave.set('lineitems', { body: 'html' });
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await page.getByText('The platform answered 403').waitFor();
  await page.getByText('perhaps a log-in or maintenance page').waitFor();
  await check('platform with faults', page);
  simulator.misbehave.clear();
  const works = page.getByRole('table', { name: 'Steps of the connection test' }).getByText('Works');
  // The services of the launch are noted a moment after it.
  await until('every step of the connection test passes', async () => {
    await page.getByRole('button', { name: 'Test the connection' }).click();
    await page.getByRole('button', { name: 'Test the connection' }).waitFor();
    return (await works.count()) === 5;
  });
  await check('platform tested', page);
  await page.getByRole('checkbox', { name: 'Let further deployments in without asking' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').first().waitFor();
  await page.getByRole('button', { name: 'Make a new key' }).click();
  await page.getByRole('alertdialog', { name: 'Make a new key?' }).waitFor();
  await check('asks before a new key', page);
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Make a new key' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make a new key' }).click();
  await page.getByText('Will sign').waitFor();
}

async function lookAround(page: Page, check: Check): Promise<void> {
  await page.getByRole('link', { name: 'Deployments', exact: true }).click();
  await page.getByText('No deployment is waiting').waitFor();
  await check('deployments', page);
  await page.getByRole('link', { name: 'Launches', exact: true }).click();
  await page.getByRole('table', { name: 'Launches' }).getByText('Good').first().waitFor();
  await check('launches', page);
  await page.getByRole('radio', { name: 'Refused only' }).check();
  await page.getByText('No launch to show').waitFor();
  await page.getByRole('link', { name: 'Changes', exact: true }).click();
  await page.getByText(`${NAME} got a new key`).waitFor();
  await check('changes', page);

  await page.getByRole('link', { name: 'Administrators', exact: true }).click();
  await page.getByText('Ina Admin (you)').waitFor();
  await page.getByRole('button', { name: 'New sign-in link for Ina Admin' }).click();
  await page.getByRole('textbox', { name: 'The link' }).waitFor();
  await check('administrators', page);
  await page.getByRole('link', { name: 'Invitations', exact: true }).click();
  await page.getByRole('button', { name: 'Withdraw the invitation for Ina Admin' }).click();
  await page.getByText('Withdrawn').first().waitFor();
  await check('invitations', page);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
  await check('signed out', page);
  await page.reload();
  await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
}
