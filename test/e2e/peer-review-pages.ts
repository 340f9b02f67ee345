import type { Tool } from './people.ts';

/** What people do on the pages of a peer review, by roles and names. */

/** The instructor describes a new activity in the picker and adds it to the course. */
export async function createPeerReview(tool: Tool, title: string, points: number): Promise<void> {
  await tool.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  const field = tool.getByRole('textbox', { name: 'Points in the gradebook' });
  await field.fill(String(points));
  await field.press('Tab');
  await tool.getByRole('button', { name: 'Create and add to the course' }).click();
}

export async function handIn(tool: Tool, text: string): Promise<void> {
  await tool.getByRole('textbox', { name: 'Your work' }).fill(text);
  await tool.getByRole('button', { name: 'Hand in', exact: true }).click();
  await tool
    .getByText(/Handed in [A-Z]/)
    .first()
    .waitFor();
}

/** Presses a staff button and the button of the same name in the dialog that explains it. */
async function confirm(tool: Tool, name: string): Promise<void> {
  // By key: a frame that is being resized loses clicks.
  await tool.getByRole('button', { name, exact: true }).press('Enter');
  await tool
    .getByRole('alertdialog')
    .or(tool.getByRole('dialog'))
    .getByRole('button', { name, exact: true })
    .press('Enter');
}

export async function startReviews(tool: Tool): Promise<void> {
  await confirm(tool, 'Start reviews');
  await tool.getByText('Learners review').first().waitFor();
}

export async function releaseGrades(tool: Tool): Promise<void> {
  await confirm(tool, 'Release grades');
  await tool.getByRole('button', { name: 'Release again' }).waitFor();
}

/** Writes every review that waits for a learner; each criterion of a review gets the same share of its points. */
export async function writeReviews(tool: Tool, share: number): Promise<number> {
  const todo = tool.getByRole('link', { name: /^Start review/ });
  let written = 0;
  while ((await todo.count()) > 0) {
    // By key: a frame that the LMS is just making as tall as its page moves away from under a click.
    await todo.first().press('Enter');
    const points = tool.getByRole('textbox', { name: /^Points for / });
    await points.first().waitFor();
    for (const field of await points.all()) {
      const range = await field.getAttribute('aria-valuemax');
      await field.fill(String(share * Number(range ?? 10)));
      await field.press('Tab');
    }
    await tool
      .getByRole('textbox', { name: 'Comment for the author' })
      .fill(`Clear and complete (${share}).`);
    await tool.getByRole('button', { name: 'Submit review' }).click();
    await tool.getByText('Your review is submitted.').first().waitFor();
    await tool.getByRole('heading', { name: 'Your reviews' }).waitFor();
    written += 1;
  }
  return written;
}
