/** An activity is kept as a template, and a journey of templates is applied after a look at all its dates. */
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, unfoldManagement } from './launched.ts';
import type { Person, Tool } from './people.ts';

const DAY_MS = 86_400_000;
const press = (tool: Tool, name: string) => tool.getByRole('button', { name, exact: true }).press('Enter');
const confirm = (tool: Tool, name: string) =>
  tool.getByRole('alertdialog').getByRole('button', { name, exact: true }).press('Enter');

onBothScreens(
  'canvas',
  'journeys',
  'a template is kept and used, a journey is applied after its preview',
  tell,
);

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Essay on bridges';
  const template = 'Template on bridges';
  await addPeerReview(stack, title, {
    settings: {
      submissionsCloseAt: new Date(Date.now() + 7 * DAY_MS).toISOString(),
      reviewsCloseAt: new Date(Date.now() + 14 * DAY_MS).toISOString(),
    },
  });
  const tessa = await person('Tessa Teacher');
  const tool = await tessa.open(title);

  // Keep it.
  await unfoldManagement(tool);
  await press(tool, 'Save as template …');
  await tool.getByRole('textbox', { name: 'Name', exact: true }).fill(template);
  await look('saving a template', tessa);
  await confirm(tool, 'Save');
  await tool.getByText(`“${template}” is saved.`).first().waitFor();

  // Use it.
  await tool.getByRole('link', { name: 'Templates and journeys' }).press('Enter');
  await tool.getByRole('rowheader', { name: template }).waitFor();
  await look('templates', tessa);
  await press(tool, `Use ${template}`);
  await tool
    .getByRole('alertdialog')
    .getByText(/Handing in ends: /)
    .waitFor();
  await look('a draft to be made', tessa);
  await tool.getByRole('textbox', { name: 'Title' }).fill('Made on bridges');
  await confirm(tool, 'Make draft');
  await tool.getByRole('heading', { name: 'Made on bridges' }).waitFor();
  await tool.getByText('Draft: only the teaching staff see this activity').waitFor();

  // Delete it, and bring it back.
  await unfoldManagement(tool);
  await tool.getByRole('link', { name: 'Templates and journeys' }).press('Enter');
  await press(tool, `Delete ${template}`);
  await tool.getByRole('rowheader', { name: template }).waitFor({ state: 'detached' });
  await tool.getByRole('button', { name: 'Undo' }).press('Enter');
  await tool.getByRole('rowheader', { name: template }).waitFor();

  // A journey of two.
  await tool.getByRole('link', { name: 'New journey' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Name of the journey' }).fill('Term on bridges');
  await press(tool, 'Add a step');
  await press(tool, 'Add a step');
  await tool.getByRole('textbox', { name: 'Day on which step 2 begins' }).waitFor();
  await look('a journey', tessa);
  await press(tool, 'Save journey');
  await tool.getByRole('heading', { name: 'Dates in this course' }).waitFor();

  // Its dates: weekends do not count, and a moved step takes the others along.
  const second = tool.getByRole('row').filter({ hasText: 'Reviewing ends: ' }).nth(1);
  await second.waitFor();
  const before = await second.textContent();
  await tool.getByRole('checkbox', { name: 'Saturday' }).press('Space');
  await tool.getByRole('checkbox', { name: 'Sunday' }).press('Space');
  await second.filter({ hasNotText: before ?? '' }).waitFor();
  const withoutWeekends = await second.textContent();
  await tool.getByRole('button', { name: /^\+1 day: step 1, / }).press('Enter');
  await second.filter({ hasNotText: withoutWeekends ?? '' }).waitFor();
  const later = await second.textContent();
  await drag(tessa, tool);
  await second.filter({ hasNotText: later ?? '' }).waitFor();
  await press(tool, 'Add a holiday');
  await look('the dates of a journey', tessa);

  // Nothing is made before it is applied.
  await press(tool, 'Apply');
  await tool.getByText('The journey is applied.').waitFor();
  await look('applied', tessa);
  await tool.getByRole('status').getByRole('link', { name: title }).nth(1).press('Enter');
  await tool.getByText('Draft: only the teaching staff see this activity').waitFor();
}

/** Drags the last step of the plot to the right. */
async function drag({ page }: Person, tool: Tool): Promise<void> {
  const plot = tool.getByRole('img', { name: /^All steps on a line of days/ });
  await plot.scrollIntoViewIfNeeded();
  // The LMS gives the frame another height while what is above the plot changes.
  let box = await plot.boundingBox();
  for (let isStill = false; !isStill;) {
    await page.waitForTimeout(300);
    const now = await plot.boundingBox();
    isStill = now !== null && now.y === box?.y && now.height === box.height;
    box = now;
  }
  if (!box) throw new Error('the plot is not there');
  const [x, y] = [box.x + box.width * 0.7, box.y + box.height - 16];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + box.width / 5, y, { steps: 4 });
  await page.mouse.up();
}
