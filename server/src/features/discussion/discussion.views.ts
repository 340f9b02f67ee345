import * as contract from '../../contracts/discussion.ts';
import * as drafting from '../../contracts/discussion-drafts.ts';
import { ListFollowNews } from '../../contracts/discussion-following.ts';
import { ListThreadAuthors } from '../../contracts/discussion-people.ts';
import { ListAnswers } from '../../contracts/discussion-answers.ts';
import { REACTIONS } from '../../contracts/limits.ts';
import {
  GetPostHistory,
  GetThreadChanges,
  type ThreadChangesView,
} from '../../contracts/discussion-reading.ts';
import { DiscussionSettingsView, type DiscussionSettings } from '../../contracts/discussion-settings.ts';
import type { Mentioned, NamedMember } from '../../core/names-lookup.ts';
import { mayKnow, momentFor, opennessOf, promiseTo } from '../../core/name-promise.ts';
import type { Discussion, Participant, Post, Signed, Thread } from './discussion.domain.ts';
import type { PostVersion } from './written-posts.domain.ts';
import type { PostFile } from './post-files.domain.ts';
import type { newsIn } from './follow-news.domain.ts';
import type { ModerationMark } from './moderation.domain.ts';
import type { Reaction } from './reactions.domain.ts';
import type { PostDraft } from './drafts.domain.ts';

/** For staff. */
export const settingsView = (
  { id, revision, datesLedBy }: { id: string; revision: number; datesLedBy: 'roundtable' | 'lms' },
  settings: DiscussionSettings,
  hasPosts: boolean,
  can: DiscussionSettingsView['can'],
): DiscussionSettingsView =>
  DiscussionSettingsView.parse({ id, revision, settings, hasPosts, isLedByLms: datesLedBy === 'lms', can });

export const discussionView = (
  { id, settings, state, closesAt }: Discussion,
  {
    who,
    ...facts
  }: Pick<
    contract.DiscussionView,
    'awaitsFirstPost' | 'spaces' | 'balance' | 'mentions' | 'waitsForApproval' | 'waiting'
  > & {
    readonly who: Participant;
  },
  can: contract.DiscussionView['can'],
): contract.DiscussionView =>
  contract.DiscussionView.parse({
    id,
    title: settings.title,
    prompt: settings.prompt,
    promptFiles: settings.promptFiles.map(({ fileId, ...file }) => ({ id: fileId, ...file })),
    mode: settings.mode,
    promise: promiseTo(settings.anonymity, who.isStaff),
    depth: settings.depth,
    state,
    closesAt: closesAt?.toISOString() ?? null,
    ...facts,
    slowMinutes: who.isStaff ? 0 : settings.slowMinutes,
    hasMilestones: settings.milestones.length > 0,
    tags: settings.tags,
    can,
  });

/** Others' ids have no place in it, nor names that were promised to stay unknown. */
export const authorView = (signed: Signed, member: NamedMember | null, who: Participant) => ({
  name: mayKnow(signed.promise, who) ? (member?.name ?? null) : null,
  alias: signed.alias,
  isStaff: member?.role === 'instructor' || member?.role === 'assistant',
  isOwn: signed.authorId === who.memberId,
});

/** Of whom nothing is said any more. */
const nobody = (isOwn: boolean) => ({ name: null, alias: null, isStaff: false, isOwn });

export const threadSummaryView = (
  thread: Thread & { readonly author: NamedMember | null },
  who: Participant,
  {
    title,
    ...facts
  }: Pick<
    contract.ThreadSummaryView,
    'title' | 'isLocked' | 'posts' | 'unread' | 'isAnswered' | 'side' | 'balance'
  >,
): contract.ThreadSummaryView => {
  const isKnown = isOpenTo(thread, who);
  return contract.ThreadSummaryView.parse({
    id: thread.id,
    title,
    author: title === '' ? nobody(false) : authorView(thread, thread.author, who),
    groupId: thread.groupId,
    startedAt: momentFor(thread.startedAt, isKnown).toISOString(),
    lastPostAt: momentFor(thread.lastPostAt, isKnown).toISOString(),
    tags: title === '' ? [] : thread.tags,
    isPinned: thread.pin !== null,
    votes: thread.votes,
    ...facts,
    side: title === '' ? null : facts.side,
  });
};

/** People whom the reader may know, by name. */
export const authorsView = (people: readonly { readonly id: string; readonly name: string | null }[]) =>
  ListThreadAuthors.response.parse({
    items: people
      .map(({ id, name }) => ({ memberId: id, name }))
      .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '')),
  });

/** Whether a reader may know who wrote each post of a thread, and so when. */
export const isOpenTo = (
  { openness }: Pick<Thread, 'openness'>,
  who: Pick<Participant, 'isStaff'>,
): boolean => openness >= opennessOf(who.isStaff ? 'peers' : 'none');

/** How many, and whether one of them is one's own; never whose the others are. */
const reactionsFor = ({ reactions, given }: Pick<Post, 'reactions'> & { given: readonly Reaction[] }) =>
  REACTIONS.map((kind) => ({ kind, count: reactions[kind], isOwn: given.includes(kind) }));

/** @param isKnown whether the reader may know whose they are: names of files tell */
export const filesFor = (files: readonly PostFile[], isKnown: boolean) =>
  files.map(({ id, name, size, type }) =>
    isKnown ? { id, name, size, type } : { id, extension: extensionOf(name), size, type },
  );

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** A line of a view of posts, which checks it with the others: each text is checked once. */
export const postLine = (
  post: Post & {
    readonly author: NamedMember | null;
    readonly mentioned: readonly Mentioned[];
    readonly given: readonly Reaction[];
  },
  who: Participant,
  {
    isSeen,
    ...facts
  }: Pick<contract.PostView, 'depth' | 'isUnread' | 'isAnswer' | 'isAccepted' | 'isEndorsed' | 'side'> & {
    /** Whether the reader may know what it says. */
    readonly isSeen: boolean;
  },
  can: Pick<contract.PostView['can'], 'accept' | 'endorse'> & {
    readonly write: boolean;
    readonly moderate: boolean;
    readonly report: boolean;
  },
): contract.PostView => {
  const isThere = post.deletedAt === null && isSeen;
  const writes = can.write && isThere && post.hide === null;
  const isWaiting = isSeen && post.hide?.waits === true;
  const isOwn = post.authorId === who.memberId;
  const moment = (at: Date) => momentFor(at, isOwn || mayKnow(post.promise, who)).toISOString();
  return {
    n: post.n,
    path: post.path,
    replyTo: post.replyTo,
    // Who deletes a post is not named beside its place any more.
    author: isThere ? authorView(post, post.author, who) : nobody(isOwn),
    at: moment(post.at),
    editedAt: post.editedAt && moment(post.editedAt),
    revision: post.revision,
    text: isSeen ? post.text : null,
    mentions: isSeen && post.text ? [...post.mentioned] : [],
    files: isThere ? filesFor(post.files, isOwn || mayKnow(post.promise, who)) : [],
    hidden:
      post.hide && !isWaiting
        ? {
            act: can.moderate ? post.hide.act : null,
            reason: isSeen ? post.hide.reason : null,
            isRefused: isSeen && post.unapproved,
          }
        : null,
    isWaiting: isWaiting && post.deletedAt === null,
    reactions: isThere ? reactionsFor(post) : [],
    ...facts,
    side: isThere ? facts.side : null,
    can: {
      react: writes && !isOwn,
      reply: writes,
      edit: can.write && isThere && isOwn && (writes || isWaiting),
      delete: can.write && isThere && isOwn,
      accept: can.accept,
      endorse: can.endorse,
      report: can.report && isThere && !isOwn && post.hide === null,
      hide: can.moderate && isThere && post.hide === null,
      approve: can.moderate && isThere && isWaiting,
    },
  };
};

/** What staff have made of a thread. @param isModerator whether the reader may take it back */
const standingOf = ({ pin, lock, close }: Thread, isModerator: boolean): contract.ThreadView['standing'] => {
  const standing = (mark: ModerationMark | null) =>
    mark && { act: isModerator ? mark.act : null, until: mark.until?.toISOString() ?? null };
  return { pin: standing(pin), lock: standing(lock), close: standing(close) };
};

export const threadView = (
  thread: Thread & Pick<contract.ThreadView, 'isFollowed'>,
  items: readonly contract.PostView[],
  facts: Pick<
    contract.ThreadView,
    'title' | 'next' | 'previous' | 'posts' | 'unread' | 'isAnswered' | 'balance' | 'last' | 'asOf'
  >,
  can: contract.ThreadView['can'],
): contract.ThreadView =>
  contract.ThreadView.parse({
    id: thread.id,
    groupId: thread.groupId,
    isFollowed: thread.isFollowed,
    tags: facts.title === '' ? [] : thread.tags,
    about: thread.about,
    standing: standingOf(thread, can.moderate),
    items,
    ...facts,
    can,
  });

/** The answers of a question. */
export const answersView = (items: readonly contract.PostView[], next: string | null) =>
  ListAnswers.response.parse({ items, next });

export const changesView = (
  thread: Thread,
  isModerator: boolean,
  items: readonly contract.PostView[],
  facts: Omit<ThreadChangesView, 'items' | 'standing'>,
) => GetThreadChanges.response.parse({ items, standing: standingOf(thread, isModerator), ...facts });

/** In a notice. */
export const followNewsView = (news: ReturnType<typeof newsIn>) => ListFollowNews.response.parse(news);

/** For staff, and where the set-up says so for all. @param moment as the reader gets one */
export const historyView = (versions: readonly PostVersion[], moment: (at: Date) => Date, isKnown: boolean) =>
  GetPostHistory.response.parse({
    items: versions.map(({ revision, title, text, files, at }) => ({
      revision,
      title: title ?? null,
      text,
      files: filesFor(files, isKnown),
      at: moment(at).toISOString(),
    })),
  });

/** For who writes it. */
export const draftView = (
  { title, text, files, side, tags, revision, savedAt }: PostDraft,
  mentions: readonly Mentioned[],
): drafting.PostDraftView =>
  drafting.PostDraftView.parse({
    title,
    text,
    files,
    mentions,
    side,
    tags,
    revision,
    savedAt: savedAt?.toISOString() ?? null,
  });
