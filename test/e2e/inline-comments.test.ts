/** A reviewer comments words, a paragraph and pages, by mouse and by keys; the author and staff find them at their places. */
import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { sample } from '../factories/documents.ts';
import { reviewAndRelease } from '../factories/taking-part.ts';
import { until } from '../factories/until.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, openLearners } from './launched.ts';
import type { Tool } from './people.ts';

onBothScreens('moodle', 'inline comments', 'places in a work are commented and found again', tell);

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const item = (text: string) => ({ type: 'listItem', content: [paragraph(text)] });
const cell = (type: string, text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [paragraph(text)],
});
const row = (type: string, ...texts: string[]) => ({
  type: 'tableRow',
  content: texts.map((text) => cell(type, text)),
});
const WORK = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'On suspension' }] },
    paragraph(
      'Suspension bridges carry their deck by cables. The cables take the load to the towers, and the towers take it to the ground.',
    ),
    { type: 'bulletList', content: [item('Anchors hold the ends.'), item('Hangers hold the deck.')] },
    {
      type: 'table',
      content: [row('tableHeader', 'Bridge', 'Span'), row('tableCell', 'Akashi', '1991 m')],
    },
    paragraph('So the longest bridges are of this kind.'),
  ],
};

async function handIn(learner: ApiSession, activityId: string, text: object | string, version: number) {
  const at = `/activities/${activityId}/submission`;
  const { draft } = await learner.ok<{ draft: { revision: number; files: { id: string }[] } }>('GET', at);
  let [file] = draft.files.map(({ id }) => id);
  if (file === undefined) {
    file = newId();
    const bytes = sample('essay.pdf');
    const item = { kind: 'peer-review-work', id: activityId };
    await learner.ok('POST', '/files', { id: file, item, name: 'essay.pdf', size: bytes.length });
    await learner.ok('PUT', `/files/${file}/chunks/0`, bytes);
    await learner.ok('POST', `/files/${file}/finish`);
  }
  const revision = { expectedVersion: version, expectedRevision: draft.revision };
  await learner.ok('POST', at, { text, files: [file], ...revision });
}

const say = async (tool: Tool, n: number, text: string): Promise<Locator> => {
  const note = tool.getByRole('article', { name: `Comment ${n}`, exact: true });
  await note.getByRole('textbox', { name: `Comment ${n}` }).fill(text);
  return note;
};
const done = (note: Locator) => note.getByRole('button', { name: 'Done' }).press('Enter');

/** Chooses in a list that opens. */
async function choose(tool: Tool, within: Tool | Locator, label: string, option: string | RegExp) {
  await within.getByRole('button', { name: label }).press('Enter');
  await tool.getByRole('option', { name: option }).press('Enter');
}

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Suspension on bridges';
  const { activityId, teacher } = await addPeerReview(stack, title);
  const learners = await openLearners(stack, title, 2);
  for (const learner of learners)
    for (const [version, text] of ['Suspension bridges.', WORK].entries())
      await handIn(learner, activityId, text, version);
  await teacher.ok('POST', `/activities/${activityId}/allocation`);
  const overview = () => teacher.ok<{ phase: string }>('GET', `/activities/${activityId}/overview`);
  await until('reviews have begun', async () => (await overview()).phase === 'review');
  const [ada, bo, tessa] = await Promise.all(['Ada Ström', 'Bo Baker', 'Tessa Teacher'].map(person));
  if (!ada || !bo || !tessa) throw new Error('somebody is missing');

  const review = await bo.open(title);
  await review.getByRole('link', { name: /^Start review/ }).press('Enter');
  await review.getByRole('button', { name: /Paragraph/ }).waitFor();
  // What one selects, as a mouse or a finger does.
  const words = review.getByRole('paragraph').filter({ hasText: /^Suspension bridges carry/ });
  await words.dblclick({ position: { x: 20, y: 12 } });
  await review.getByRole('button', { name: 'Comment on these words' }).click();
  const first = await say(review, 1, 'Which kind of bridge exactly?');
  await first.getByText('Suspension', { exact: true }).waitFor();
  await look('words', bo);
  await done(first);
  // What one picks by keys alone.
  await choose(review, review, 'Paragraph', /^So the longest/);
  await review.getByRole('button', { name: 'Comment on it' }).press('Enter');
  const second = await say(review, 2, 'Name a source for this.');
  await choose(review, second, 'Criterion', 'Content');
  await done(second);
  await second.getByText('Criterion: Content').waitFor();
  await commentPages(review, bo.page);
  await look('reviewing', bo);

  await review
    .getByText(/^Saved \d/)
    .first()
    .waitFor();
  const again = await bo.open(title);
  await again.getByRole('link', { name: /^Continue/ }).press('Enter');
  await again.getByRole('article', { name: 'Comment 3' }).getByText('The title is too small.').waitFor();
  // A comment one takes back, and brings back.
  await again.getByRole('button', { name: 'Remove comment 3' }).press('Enter');
  await again.getByRole('button', { name: 'Undo' }).press('Enter');
  await again.getByText('The title is too small.').waitFor();
  const points = again.getByRole('textbox', { name: /^Points for / });
  await points.fill('7');
  await points.press('Tab');
  await again
    .getByRole('textbox', { name: 'Comment for the author' })
    .fill('Clear, with two open questions.');
  await again.getByRole('button', { name: 'Submit review' }).press('Enter');
  await again.getByText('Your review is submitted.').first().waitFor();
  await reviewAndRelease({ learners: learners.slice(0, 1), teacher, activityId });

  await readAsAuthor(await ada.open(title));
  await look('the author', ada);

  const staff = await tessa.open(title);
  await staff.getByRole('link', { name: 'Ada Ström', exact: true }).press('Enter');
  await staff.getByRole('article', { name: 'Comment 1, Bo Baker' }).getByText('Which kind of').waitFor();
  await look('staff', tessa);
  await staff.getByRole('link', { name: 'Version 1' }).press('Enter');
  const changed = staff.getByRole('region', { name: 'The passage has changed' });
  await changed.getByText('So the longest bridges are of this kind.').waitFor();
  await look('an earlier version', tessa);
}

/** A page as a whole, by keys, and a rectangle that is drawn. */
async function commentPages(
  review: Tool,
  {
    mouse,
  }: { mouse: { move(x: number, y: number): Promise<void>; down(): Promise<void>; up(): Promise<void> } },
): Promise<void> {
  await review.getByRole('button', { name: 'Show File 1.pdf' }).press('Enter');
  await review.getByRole('button', { name: 'Comment on page 1' }).press('Enter');
  const third = await say(review, 3, 'The title is too small.');
  await choose(review, third, 'Place on the page', 'In the upper part');
  await done(third);
  await review.getByRole('button', { name: 'Mark a place on the page' }).press('Enter');
  const sheet = review.getByRole('img', { name: /^Page 1 of/ });
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error('the page is not shown');
  await mouse.move(box.x + box.width * 0.3, box.y + 40);
  await mouse.down();
  await mouse.move(box.x + box.width * 0.6, box.y + 90);
  await mouse.up();
  await done(await say(review, 4, 'This line is hard to read.'));
  await review.getByRole('button', { name: 'Comment 4', exact: true }).waitFor();
}

async function readAsAuthor(own: Tool): Promise<void> {
  // So many are folded away until one wants to read them.
  await own.getByText('4 comments in the work').press('Enter');
  await own.getByText('Which kind of bridge exactly?').waitFor();
  await own.getByRole('link', { name: 'Read them in your work' }).press('Enter');
  const note = own.getByRole('article', { name: /^Comment 1, Reviewer \d$/ });
  await note.getByText('Which kind of bridge exactly?').waitFor();
  // From the words to what is said of them, and back.
  const behindWords = own.getByRole('button', { name: /^Comment 1, Reviewer \d$/ });
  await behindWords.press('Enter');
  await expectFocus(note);
  await own.getByRole('button', { name: 'To the passage of comment 1' }).press('Enter');
  await expectFocus(behindWords);
  // From a comment on a page to that page.
  await own.getByRole('button', { name: 'To the page of comment 3' }).press('Enter');
  await own.getByRole('img', { name: /^Page 1 of/ }).waitFor();
  await own.getByRole('button', { name: /^Comment 3, Reviewer \d$/ }).waitFor();
  await expectFocus(own.getByRole('group', { name: /^Page 1 of/ }));
}

async function expectFocus(element: Locator): Promise<void> {
  const isFocused = () =>
    element.evaluate(
      (node) =>
        node === (node as { ownerDocument?: { activeElement: unknown } }).ownerDocument?.activeElement,
    );
  await until('the focus is there', isFocused);
  expect(await isFocused()).toBe(true);
}
