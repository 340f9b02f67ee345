import type { FrameLocator, Page } from 'playwright-core';
import type { Simulator } from '../lms-simulator/index.ts';

/** Where a person sees Roundtable: the LMS's frame, or a window of its own when the browser keeps nothing. */
export type Tool = FrameLocator | Page;

const clientPage = (tool: Tool) => tool.getByRole('link', { name: 'Skip to content' });

/** Waits until the page itself is there: while it loads, its heading says just that. */
async function opened(tool: Tool): Promise<Tool> {
  await clientPage(tool).waitFor({ state: 'attached' });
  await tool.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Loading' }).first().waitFor();
  return tool;
}

/** A person in a browser of the simulated LMS, by what they see: roles and names, never CSS. */
export class Person {
  readonly page: Page;
  private readonly simulator: Simulator;
  private readonly name: string;

  constructor(page: Page, simulator: Simulator, name: string) {
    this.page = page;
    this.simulator = simulator;
    this.name = name;
  }

  async goToCourse(): Promise<void> {
    // A tab in the background is not painted, and a click into a frame there goes astray.
    await this.page.bringToFront();
    await this.page.goto(this.simulator.url);
    await this.page
      .getByRole('link', { name: `Act as ${this.name}`, exact: true })
      .first()
      .click();
  }

  /** Opens an activity of the course and waits until Roundtable's page is there. */
  async open(activity: string): Promise<Tool> {
    await this.goToCourse();
    await this.page.getByRole('link', { name: activity, exact: true }).click();
    return this.enter();
  }

  /** Opens the picker for a new activity. */
  async addActivity(): Promise<Tool> {
    await this.goToCourse();
    await this.page.getByRole('link', { name: 'Add activity' }).first().click();
    return this.enter();
  }

  /** Roundtable's page in the frame; when the browser keeps nothing, by the new tab and the confirmation there. */
  private async enter(): Promise<Tool> {
    const frame = this.page.frameLocator('iframe.tool');
    const newTab = frame.getByRole('heading', { name: 'Open in a new tab' });
    await clientPage(frame).or(newTab).first().waitFor({ state: 'attached' });
    if ((await newTab.count()) === 0) return opened(frame);
    const [tab] = await Promise.all([
      this.page.waitForEvent('popup'),
      frame.getByRole('button', { name: 'Open in a new tab' }).click(),
    ]);
    await tab.getByRole('heading', { name: 'Is this you?' }).waitFor();
    await tab.getByText(`Continue as ${this.name}`).waitFor();
    await tab.getByRole('button', { name: 'Continue' }).click();
    return opened(tab);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
