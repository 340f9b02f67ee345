import { until } from '../factories/until.ts';
import type { Prepared } from './launched.ts';
import type { Person, Tool } from './people.ts';

/** Opens the questionnaires of the course by the navigation. */
export async function openQuestionnaires(who: Person, { title }: Prepared): Promise<Tool> {
  const tool = await who.open(title);
  await tool.getByRole('link', { name: 'Questionnaires', exact: true }).press('Enter');
  await tool.getByRole('heading', { level: 1, name: 'Questionnaires' }).waitFor();
  return tool;
}

/** Chooses from a list that opens. What takes the focus meanwhile, as a list after a move does, closes it: then again. */
export async function choose(tool: Tool, field: RegExp, option: string): Promise<void> {
  const button = tool.getByRole('button', { name: field });
  const wanted = tool.getByRole('option', { name: option, exact: true });
  await button.waitFor();
  await until(`${option} is chosen`, async () => {
    if ((await button.filter({ hasText: option }).count()) > 0) return true;
    if ((await wanted.count()) === 0) await button.press('Enter');
    await wanted.press('Enter', { timeout: 2000 }).catch(() => undefined);
    return false;
  });
  await tool.getByRole('listbox').waitFor({ state: 'detached' });
}
