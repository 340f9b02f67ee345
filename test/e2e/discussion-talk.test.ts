/** Discussions in the browser: questions and their answers, reactions, search, debates, mentions. */
import { expect } from '@jest/globals';
import { ApiSession } from '../factories/browserless.ts';
import { sample } from '../factories/documents.ts';
import { addDiscussion, reply, startThread } from '../factories/discussion.ts';
import { until } from '../factories/until.ts';
import type { DiscussionSettings } from '../../server/src/contracts/discussion-settings.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { demoCourse, openLearners, personOf } from './launched.ts';
import type { Person, Tool } from './people.ts';

/** A discussion of the demo course with a link that names it, and learners in it. */
async function prepare({ stack }: Screen, title: string, settings: Partial<DiscussionSettings>) {
  const course = demoCourse(stack);
  const staff = await ApiSession.open(stack.toolUrl, stack.simulator, {
    courseId: course.id,
    userId: personOf(stack, course, 'instructor').id,
    request: { deepLinking: true },
  });
  const activityId = await addDiscussion(staff, { ...settings, title });
  stack.simulator.addResourceLink(course, { title, custom: { activity: activityId } });
  const [ada, bo] = await openLearners(stack, title, 2);
  if (!ada || !bo) throw new Error('nobody to discuss');
  return { activityId, staff, ada, bo };
}

/** Chooses from the menu of a post. */
async function command(tool: Tool, name: string, item: string): Promise<void> {
  await tool.getByRole('button', { name, exact: true }).press('Enter');
  await tool.getByRole('menuitem', { name: item }).press('Enter');
}

async function ask(screen: Screen): Promise<void> {
  const { person, look } = screen;
  const title = 'Questions on bridges';
  const { activityId, ada, bo } = await prepare(screen, title, { mode: 'question' });
  const threadId = await startThread(ada, activityId, 'Why arches?');
  await startThread(bo, activityId, 'Why not ropes?');
  await reply(bo, activityId, threadId, 1, 'They carry the load to the banks.');
  const asker = await person('Ada Ström');
  const tool = await asker.open(title);
  await tool.getByRole('link', { name: 'Ask a question' }).waitFor();
  await look('questions', asker);
  await tool.getByRole('link', { name: 'Why arches?' }).press('Enter');
  await command(tool, 'More about post 2 by Bo Baker', 'Accept as the answer');
  await tool.getByText('Accepted answer').waitFor();
  const thanks = tool.getByRole('button', { name: 'Thanks' });
  await thanks.press('Enter');
  await tool.getByRole('button', { name: /^Thanks/, pressed: true }).waitFor();
  await tool.getByRole('link', { name: title }).first().press('Enter');
  const search = tool.getByRole('searchbox', { name: 'Search in all posts' });
  await search.fill('load ban');
  await tool.locator('mark').getByText('banks').waitFor();
  await look('what was found', asker);
  await search.fill('tunnel');
  await tool.getByText('Nothing found').waitFor();
  await look('nothing found', asker);
  await search.press('Escape');
  await tool.getByRole('link', { name: 'Why not ropes?' }).waitFor();
  await asker.close();
  const teacher = await person('Tessa Teacher');
  const desk = await teacher.open(title);
  await desk.getByText('Answered').first().waitFor();
  await desk.getByRole('link', { name: 'Why arches?' }).press('Enter');
  await command(desk, 'More about post 2 by Bo Baker', 'Endorse this answer');
  await desk.getByText('Endorsed by teaching staff').waitFor();
  await look('an answered question', teacher);
  await teacher.close();
}

/** A learner reports a reply; staff hide it with the keyboard alone, lock its thread, and take the first back from the story of it. */
async function moderate(screen: Screen): Promise<void> {
  const { person, look } = screen;
  const title = 'Moderated on bridges';
  const { activityId, ada, bo } = await prepare(screen, title, { slowMinutes: 5 });
  const threadId = await startThread(ada, activityId, 'Bridges of ice');
  await reply(bo, activityId, threadId, 1, 'Nonsense, all of you.');
  const learner = await person('Ada Ström');
  const tool = await learner.open(title);
  await tool.getByRole('link', { name: 'Bridges of ice' }).press('Enter');
  await command(tool, 'More about post 2 by Bo Baker', 'Report this post');
  await tool.getByRole('textbox', { name: 'What is wrong with it' }).fill('It insults everybody.');
  await look('reporting a post', learner);
  await tool.getByRole('button', { name: 'Report', exact: true }).press('Enter');
  await tool.getByText('Thank you: teaching staff will look at it.').waitFor();
  await tool.getByRole('button', { name: 'Reply to Bo Baker' }).press('Enter');
  await tool.getByText('Slow mode: you can post once in 5 minutes in this thread.').waitFor();
  await tool.getByRole('textbox', { name: 'Your reply to Bo Baker' }).fill('What do you mean?');
  await tool.getByRole('button', { name: 'Post the reply', exact: true }).press('Enter');
  await tool.getByText(/^You can post here again from/).waitFor();
  await look('a post too soon', learner);
  await tool.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
  const teacher = await person('Tessa Teacher');
  const desk = await teacher.open(title);
  await desk.getByRole('link', { name: 'Moderation' }).press('Enter');
  await desk.getByText('It insults everybody.').waitFor();
  await look('a reported post', teacher);
  await desk.getByRole('link', { name: /Post 2/ }).press('Enter');
  await command(desk, 'More about post 2 by Bo Baker', 'Hide with a reason');
  await desk.getByRole('textbox', { name: 'Reason' }).fill('Say what you mean, without insults.');
  await look('hiding a post', teacher);
  await desk.getByRole('button', { name: 'Hide', exact: true }).press('Enter');
  await desk.getByText('Hidden by teaching staff: Say what you mean').waitFor();
  const author = await person('Bo Baker');
  const inbox = await author.open(title);
  await inbox.getByRole('link', { name: /^Notices/ }).press('Enter');
  await inbox.getByText('Say what you mean, without insults.').waitFor();
  await look('a notice of a hidden post', author);
  await inbox.getByRole('link', { name: 'Teaching staff have hidden a post of yours' }).press('Enter');
  await inbox.getByText('Hidden by teaching staff: Say what you mean').waitFor();
  await author.close();
  for (const [item, mark] of [
    ['Pin at the head of the list', 'Pinned'],
    ['Lock: learners only read', 'Locked'],
  ] as const) {
    await command(desk, 'Moderate this thread', item);
    await desk.getByText(mark, { exact: true }).first().waitFor();
  }
  await look('a moderated thread', teacher);
  await tool.getByText('Teaching staff have hidden this post.').waitFor();
  await tool.getByText('learners only read it').waitFor();
  await tool
    .getByRole('button', { name: /^Reply to/ })
    .first()
    .waitFor({ state: 'detached' });
  await look('a moderated thread for a learner', learner);
  await desk.getByRole('link', { name: title }).first().press('Enter');
  await desk.getByRole('link', { name: 'Moderation' }).press('Enter');
  await desk.getByRole('button', { name: 'Undo: Post 2 hidden, Bridges of ice' }).press('Enter');
  await desk.getByText(/^Undone by/).waitFor();
  await look('the story of the moderation', teacher);
  await tool.getByRole('link', { name: title }).first().press('Enter');
  await tool.getByRole('link', { name: 'Bridges of ice' }).press('Enter');
  await tool.getByText('Nonsense, all of you.').waitFor();
  await learner.close();
  await moveAway(screen, title, desk, teacher);
  await teacher.close();
}

/** Staff give a post a thread of its own; its author is led there by a notice; undoing brings it back. */
async function moveAway({ person, look }: Screen, title: string, desk: Tool, teacher: Person): Promise<void> {
  await desk.getByRole('link', { name: 'Bridges of ice' }).first().press('Enter');
  await command(desk, 'More about post 2 by Bo Baker', 'Move with its replies');
  await desk.getByRole('button', { name: 'Move', exact: true }).press('Enter');
  await desk.getByText('Give it a title of at most').waitFor();
  await desk.getByRole('textbox', { name: 'Title of the new thread' }).fill('On tone');
  await look('moving a post', teacher);
  await desk.getByRole('button', { name: 'Move', exact: true }).press('Enter');
  // The page was opened at that post, and follows it.
  await desk.getByRole('heading', { name: 'On tone' }).waitFor();
  const author = await person('Bo Baker');
  const inbox = await author.open(title);
  await inbox.getByRole('link', { name: /^Notices/ }).press('Enter');
  await inbox.getByRole('link', { name: 'Teaching staff have moved posts of yours' }).press('Enter');
  await inbox.getByRole('heading', { name: 'On tone' }).waitFor();
  await inbox.getByText('Nonsense, all of you.').waitFor();
  await desk.getByRole('link', { name: title }).first().press('Enter');
  await desk.getByRole('link', { name: 'On tone' }).press('Enter');
  await command(desk, 'Moderate this thread', 'Merge into another thread');
  const target = desk.getByRole('combobox', { name: 'Thread' });
  await target.press('ArrowDown');
  await desk.getByRole('option', { name: 'Bridges of ice' }).waitFor();
  // The list may have come after the key.
  await until('one is in focus', async () => {
    if ((await target.getAttribute('aria-activedescendant')) !== null) return true;
    await target.press('ArrowDown');
    return false;
  });
  await target.press('Enter');
  await until('it is chosen', async () => (await target.inputValue()) === 'Bridges of ice');
  await look('merging a thread', teacher);
  await desk.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
  await desk.getByRole('link', { name: title }).first().press('Enter');
  await desk.getByRole('link', { name: 'Moderation' }).press('Enter');
  const undo = desk.getByRole('button', { name: 'Undo: Post made a thread of its own, Bridges of ice' });
  await undo.waitFor();
  await look('the story of what was moved', teacher);
  await undo.press('Enter');
  // Who has the thread open that is no more is led to where its posts are.
  await inbox.getByRole('heading', { name: 'Bridges of ice' }).waitFor();
  await inbox.getByText('Nonsense, all of you.').waitFor();
  await author.close();
}

async function argue(screen: Screen): Promise<void> {
  const { person, look } = screen;
  const title = 'Debate on bridges';
  const { activityId, bo } = await prepare(screen, title, { mode: 'debate' });
  for (const claim of ['Cheaper', 'Safer', 'Faster', 'Nicer'])
    await startThread(bo, activityId, claim, 'So it is.', { side: 'pro' });
  const ada = await person('Ada Ström');
  const tool = await ada.open(title);
  await tool.getByText('Hardly anybody has argued against it so far.').waitFor();
  await look('a debate', ada);
  await tool.getByRole('link', { name: 'Cheaper' }).press('Enter');
  await tool.getByRole('button', { name: 'Reply to Bo Baker' }).press('Enter');
  const editor = tool.getByRole('textbox', { name: 'Your reply to Bo Baker' });
  await editor.waitFor();
  await editor.pressSequentially('Ropes wear out.');
  await tool.getByRole('button', { name: 'Post the reply' }).press('Enter');
  await tool.getByText('Say whether your post is for or against.').waitFor();
  await look('a reply without a side', ada);
  await tool.getByRole('radio', { name: 'Against' }).check();
  await tool.getByRole('button', { name: 'Post the reply' }).press('Enter');
  await tool.getByRole('article', { name: 'Post 2 by You' }).getByText('Against').waitFor();
  await ada.close();
}

async function mention(screen: Screen): Promise<void> {
  const { person, look } = screen;
  const title = 'Mentions on bridges';
  const { activityId, bo } = await prepare(screen, title, {});
  await startThread(bo, activityId, 'Who knows arches?');
  const ada = await person('Ada Ström');
  const tool = await ada.open(title);
  await tool.getByRole('link', { name: 'Who knows arches?' }).press('Enter');
  await tool.getByRole('button', { name: 'Reply to Bo Baker' }).press('Enter');
  const editor = tool.getByRole('textbox', { name: 'Your reply to Bo Baker' });
  await editor.waitFor();
  await editor.pressSequentially('Ask @tes');
  const option = tool.getByRole('option', { name: 'Tessa Teacher', selected: true });
  await option.waitFor();
  // The posts are moved by the list that they are in: the names must stand at the text all the same.
  const [list, text] = await Promise.all([option.boundingBox(), editor.boundingBox()]);
  expect(Math.abs((list?.y ?? 0) - (text?.y ?? 0))).toBeLessThan(120);
  await look('somebody to mention', ada);
  await editor.press('Enter');
  await editor.pressSequentially('and @nobodyatall');
  await tool.getByText('Nobody found').waitFor();
  await editor.press('Escape');
  await tool.getByRole('button', { name: 'Post the reply' }).press('Enter');
  await tool.getByRole('article', { name: 'Post 2 by You' }).getByText('@Tessa Teacher').waitFor();
  await look('a mention', ada);
  await tool.getByRole('button', { name: 'Follow no more' }).press('Enter');
  await tool.getByRole('button', { name: 'Follow', exact: true }).waitFor();
  await tool.getByRole('link', { name: title }).first().press('Enter');
  await tool.getByRole('checkbox', { name: 'In which I have written' }).press('Space');
  await tool.getByRole('link', { name: 'Who knows arches?' }).waitFor();
  await look('threads in which one has written', ada);
  await tool.getByRole('checkbox', { name: 'Followed' }).press('Space');
  await tool.getByText('No such threads').waitFor();
  await look('no threads that are followed', ada);
  await ada.close();
}

/** Threads are called by tags, found by them and by who has started them, and called otherwise later. */
async function tag(screen: Screen): Promise<void> {
  const { person, look } = screen;
  const title = 'Tags on bridges';
  const { activityId, bo } = await prepare(screen, title, { history: 'all' });
  await startThread(bo, activityId, 'Bridges of rope');
  const teacher = await person('Tessa Teacher');
  const desk = await teacher.open(title);
  await desk.getByRole('link', { name: 'Settings of the discussion' }).press('Enter');
  await desk.getByRole('textbox', { name: 'Tags for threads' }).fill('Stone\nWood');
  await look('tags in the settings', teacher);
  await desk.getByRole('button', { name: 'Save settings' }).press('Enter');
  await desk.getByRole('heading', { name: 'What to look at' }).waitFor();
  await teacher.close();
  const ada = await person('Ada Ström');
  const tool = await ada.open(title);
  await tool.getByRole('link', { name: 'Start a thread' }).press('Enter');
  await tool.getByRole('textbox', { name: 'Title' }).fill('Bridges of stone');
  const editor = tool.getByRole('textbox', { name: 'Your post' });
  await editor.waitFor();
  await editor.pressSequentially('They last.');
  await tool.getByRole('checkbox', { name: 'Stone' }).press('Space');
  await tool
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'arch.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(sample('photo.jpg')) });
  await tool.getByRole('button', { name: /^Remove .*arch\.jpg/ }).waitFor();
  await look('a thread with a tag', ada);
  await tool.getByRole('button', { name: 'Start the thread' }).press('Enter');
  await tool.getByRole('article', { name: 'Post 1 by You' }).getByText('arch.jpg').waitFor();
  await look('a post with a file', ada);
  await command(tool, 'More about post 1 by You', 'Edit');
  await tool.getByRole('button', { name: /^Remove .*arch\.jpg/ }).waitFor();
  await tool.getByRole('textbox', { name: 'Title' }).fill('Bridges of old stone');
  await look('a title that is changed', ada);
  await tool.getByRole('button', { name: 'Save the changes' }).press('Enter');
  await tool.getByRole('heading', { name: 'Bridges of old stone' }).waitFor();
  await command(tool, 'More about post 1 by You', 'Earlier versions');
  await tool.getByRole('heading', { name: 'Bridges of stone' }).waitFor();
  await tool.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  await tool.getByRole('link', { name: title }).first().press('Enter');
  await tool.getByRole('link', { name: 'Bridges of rope' }).waitFor();
  const author = tool.getByRole('combobox', { name: 'Author' });
  await author.fill('Ada');
  await tool.getByRole('option', { name: 'Ada Ström' }).waitFor();
  await author.press('ArrowDown');
  await author.press('Enter');
  await tool.getByRole('link', { name: 'Bridges of rope' }).waitFor({ state: 'detached' });
  await look('threads of one author', ada);
  await ada.close();
}

/** What learners write waits: its author reads why, staff approve it by a key, refuse another, and hold one person's. */
async function approve(screen: Screen): Promise<void> {
  const { person, look } = screen;
  const title = 'Approved on bridges';
  const { activityId, ada, bo } = await prepare(screen, title, {
    approval: { everybody: true, memberIds: [] },
  });
  await startThread(bo, activityId, 'Bridges of glass', 'One sees the water through it.');
  await startThread(ada, activityId, 'Buy my bridges', 'Cheap ones.');
  const author = await person('Bo Baker');
  const tool = await author.open(title);
  await tool.getByRole('link', { name: 'Bridges of glass' }).press('Enter');
  await tool.getByText('Only you and teaching staff see this post').waitFor();
  await look('a post that waits', author);
  const teacher = await person('Tessa Teacher');
  const desk = await teacher.open(title);
  await desk.getByText('2 posts wait for approval').waitFor();
  await desk.getByRole('link', { name: 'Moderation' }).press('Enter');
  await desk.getByRole('heading', { name: '2 posts wait for approval' }).waitFor();
  // What is written meanwhile comes by itself.
  for (const other of ['rope', 'paper']) await startThread(bo, activityId, `Bridges of ${other}`);
  await desk.getByRole('heading', { name: '4 posts wait for approval' }).waitFor();
  await look('posts that wait', teacher);
  await desk.getByRole('article', { name: /Bridges of glass/ }).press('a');
  await desk.getByRole('heading', { name: '3 posts wait for approval' }).waitFor();
  await desk.getByRole('button', { name: 'Refuse post 1 in “Buy my bridges”' }).press('Enter');
  await desk.getByRole('textbox', { name: 'Reason' }).fill('This is advertising.');
  await look('refusing a post', teacher);
  await desk.getByRole('button', { name: 'Refuse it' }).press('Enter');
  await desk.getByRole('heading', { name: /Post 1 refused/ }).waitFor();
  await desk.getByRole('button', { name: 'Approve all' }).press('Enter');
  const asked = desk.getByRole('alertdialog', { name: 'Approve all 2 listed posts?' });
  await asked.waitFor();
  await look('approving all posts', teacher);
  await asked.getByRole('button', { name: 'Approve all' }).press('Enter');
  await desk.getByText('2 posts are approved.').first().waitFor();
  await look('what was approved and refused', teacher);
  await tool.getByText('Only you and teaching staff see this post').waitFor({ state: 'detached' });
  await author.close();
  await teacher.close();
}

/** Staff are shown what waits for them, and tell the quiet ones that they are missed. */
async function facilitate(screen: Screen): Promise<void> {
  const { stack, person, look } = screen;
  const title = 'Quiet on bridges';
  const { activityId, ada, bo } = await prepare(screen, title, {});
  await startThread(ada, activityId, 'Who has seen one fall?');
  const talk = await startThread(bo, activityId, 'Bridges of paper');
  for (let n = 0; n < 6; n += 1) await reply(bo, activityId, talk, 1, 'One more thought.');
  await stack.stop();
  await stack.restart(864_000_000);
  const teacher = await person('Tessa Teacher');
  const desk = await teacher.open(title);
  await desk.getByRole('link', { name: 'Answer: Who has seen one fall?' }).waitFor();
  await desk.getByText('Bo Baker has written 100% of it').waitFor();
  await look('what to look at', teacher);
  await desk
    .getByRole('button', { name: /^Nudge / })
    .first()
    .press('Enter');
  await desk.getByText('1 person gets a notice.').waitFor();
  await desk
    .getByText(/nudged .* ago|nudged now/)
    .first()
    .waitFor();
  await look('somebody nudged', teacher);
  await desk.getByRole('link', { name: 'Bridges of paper', exact: true }).first().press('Enter');
  await desk.getByRole('button', { name: 'Summarise this thread' }).press('Enter');
  await desk.getByRole('textbox', { name: 'Where the thread has come to' }).fill('Paper holds.');
  await desk.getByRole('textbox', { name: 'Other views' }).fill('Some doubt it.');
  await look('writing a summary', teacher);
  await desk.getByRole('button', { name: 'Pin the summary' }).press('Enter');
  await desk.getByRole('region', { name: 'Summary by teaching staff' }).getByText('Paper holds.').waitFor();
  await look('a summary', teacher);
  await desk.getByRole('button', { name: 'Take the summary away' }).press('Enter');
  await desk.getByText('Paper holds.').waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: 'Undo', exact: true }).last().press('Enter');
  await desk.getByText('Paper holds.').waitFor();
  await command(desk, 'More about post 1 by Bo Baker', 'Ask everybody about it');
  await desk.getByRole('button', { name: 'Insert a starter prompt' }).press('Enter');
  await desk.getByRole('menuitem', { name: 'Both sides' }).press('Enter');
  await desk.getByText('Take one side of this question').waitFor();
  await desk.getByRole('textbox', { name: 'Title' }).fill('Would you walk on it?');
  await desk.locator('blockquote').getByText('About Bridges of paper.').waitFor();
  await look('asking everybody', teacher);
  await desk.getByRole('button', { name: 'Start the thread' }).press('Enter');
  await desk.getByRole('link', { name: 'A post is discussed here: go to it' }).press('Enter');
  await desk.getByRole('region', { name: 'Summary by teaching staff' }).waitFor();
  await teacher.close();
}

onBothScreens('moodle', 'discussion talk', 'questions are answered, and sides taken', async (screen) => {
  await ask(screen);
  await argue(screen);
  await moderate(screen);
  await mention(screen);
  await tag(screen);
  await approve(screen);
  await facilitate(screen);
});
