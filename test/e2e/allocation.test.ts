/** Who reviews whom, as staff decide it: people are kept apart, and it is tried before it happens. */
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, openLearners } from './launched.ts';

onBothScreens('moodle', 'allocation', 'staff keep people apart, and try the activity before it begins', tell);

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Allocation on bridges';
  await addPeerReview(stack, title);
  await openLearners(stack, title, 3);
  const tessa = await person('Tessa Teacher');

  const page = await tessa.open(title);
  await page.getByRole('link', { name: 'Conflicts of interest' }).press('Enter');
  await page.getByText('Nobody is kept apart').waitFor();
  await look('nobody apart', tessa);
  for (const [label, name] of [
    ['First person', 'Ada'],
    ['Second person', 'Bo B'],
  ] as const) {
    const field = page.getByRole('combobox', { name: label });
    await field.press(name.charAt(0));
    await field.pressSequentially(name.slice(1));
    await page.getByRole('option', { name: 'Suharto' }).waitFor({ state: 'hidden' });
    await field.press('ArrowDown');
    await field.press('Enter');
  }
  await page.getByRole('button', { name: 'Keep apart' }).press('Enter');
  await page.getByText('Ada Ström and Bo Baker do not review each other any more.').first().waitFor();
  await page.getByRole('button', { name: 'Allow again: Ada Ström and Bo Baker' }).waitFor();
  await look('two apart', tessa);

  await page.getByText('Several at once').press('Enter');
  await page
    .getByRole('textbox', { name: 'A row for people who must not review each other' })
    .fill('Ada Ström; Bo Baker\nBo Baker; Suharto\nSuharto; Nobody');
  await page.getByRole('button', { name: 'Check the list' }).press('Enter');
  await page.getByText('1 new pair · 1 pair is kept apart already · 1 row is left out').waitFor();
  await look('a list', tessa);
  await page.getByRole('button', { name: 'Keep these apart' }).press('Enter');
  await page.getByText('1 pair is kept apart.').first().waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await page.getByText('They may review each other again.').first().waitFor({ state: 'attached' });

  await page.getByRole('button', { name: 'Allow again: Ada Ström and Bo Baker' }).press('Enter');
  await page.getByText('Nobody is kept apart').waitFor();

  const trial = await tessa.open(title);
  await trial.getByRole('link', { name: 'Pre-flight check' }).first().press('Enter');
  await trial.getByText('Grades that could come out').first().scrollIntoViewIfNeeded();
  await trial.getByRole('table', { name: 'People of the dry run' }).waitFor();
  await look('pre-flight', tessa);
  const missing = trial.getByRole('textbox', { name: 'Hand nothing in (%)' });
  await missing.fill('90');
  await missing.press('Enter');
  await trial.getByRole('button', { name: 'Try again' }).press('Enter');
  await trial
    .getByText(/at least two are needed for reviews to begin|^Each can review only 1 work/)
    .waitFor();
  await look('pre-flight with few', tessa);

  const settings = await tessa.open(title);
  await settings.getByRole('link', { name: 'Settings' }).press('Enter');
  const topics = settings.getByRole('radio', { name: 'Works of other topics' });
  await topics.press('Space');
  await settings.getByText('Which group set').first().waitFor();
  await topics.scrollIntoViewIfNeeded();
  await look('by topic', tessa);
}
