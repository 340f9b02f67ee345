import { AppError } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { lastShownOf, waitsForApproval } from './approval.domain.ts';
import { type Bits, countIn, isIn, numbersIn, wordsOf } from './bitmaps.domain.ts';
import type { Access, AccessService } from './access.service.ts';
import { SIDE_COUNT_MAX, SIDES } from '../../contracts/limits.ts';
import { PINNED_MAX } from '../../contracts/moderation-limits.ts';
import {
  awaitsFirstPost,
  type Discussion,
  EVERYTHING,
  mayWrite,
  type Participant,
  type Thread,
} from './discussion.domain.ts';
import { answersView, discussionView, isOpenTo, threadSummaryView, threadView } from './discussion.views.ts';
import type { Clock } from '../../core/clock.ts';
import type { GroupsPort } from './groups-port.service.ts';
import type { HeldPostStore } from './held-posts.store.ts';
import type { PagePlace, PostStore } from './posts.store.ts';
import { nextIn } from './reading-order.domain.ts';
import { createReadingOrders } from './reading-orders.service.ts';
import { seesHistory } from './post-history.service.ts';
import type { createFindThread } from './find-thread.service.ts';
import { isShut, titleFor } from './moderation.domain.ts';
import { hasMentions } from './mentions.domain.ts';
import { sideIn } from './modes.domain.ts';
import { withoutDeadEnds } from './reading.domain.ts';
import { factsOf, shownTo, unreadIn } from './shown-posts.service.ts';
import { createThreadFilter, type ListQuery, promisesKnownTo, wantedBy } from './thread-filter.service.ts';
import { listedBy, type ListedThread, type ThreadQuery, type ThreadStore } from './threads.store.ts';

/** Threads that are looked at for a page of unread or unanswered ones: what is read or hidden is known only where it is read. */
const LOOKED_AT = 200;
/** Unread posts that are looked for by their numbers alone, and how many posts are looked at first where there are more. */
const FEW = 60;
const NEAR = 50;

interface PageQuery {
  /** Begins a little before this post. */
  readonly post: number | undefined;
  readonly after: string | undefined;
  readonly before: string | undefined;
  readonly limit: number;
}

export type ReadThreadsService = ReturnType<typeof createReadThreadsService>;

/** Reading discussions (spec/discussion.md, 3). */
export function createReadThreadsService(
  access: AccessService,
  threads: ThreadStore,
  posts: PostStore,
  groups: Pick<GroupsPort, 'listPeopled'>,
  getThread: ReturnType<typeof createFindThread>,
  held: Pick<HeldPostStore, 'count'>,
  clock: Clock,
) {
  const orderOf = createReadingOrders(posts);
  const narrow = createThreadFilter(posts, threads);

  /** Of the spaces that somebody enters. */
  async function countSides({ scope }: Caller, { discussion, audience }: Access) {
    if (discussion.settings.mode !== 'debate') return null;
    const [pro, contra] = await Promise.all(
      SIDES.map((side) => posts.countSide(scope, discussion.id, audience, side, SIDE_COUNT_MAX)),
    );
    return { pro: pro ?? 0, contra: contra ?? 0 };
  }

  /** The spaces that somebody enters; null: the course has one together. */
  async function spacesOf({ scope }: Caller, { settings }: Discussion, { groupIds }: Participant) {
    if (settings.groupSetId === null) return null;
    const all = await groups.listPeopled(scope, settings.groupSetId);
    return all
      .filter(({ groupId }) => groupIds === null || groupIds.includes(groupId))
      .map(({ groupId, name }) => ({ id: groupId, name }));
  }

  /**
   * Where the next page begins. A key says no moment at which somebody who is not to be known has written: it says up to
   * which post the thread was listed.
   */
  async function placeAfter({ scope }: Caller, after: string, sort: ThreadQuery['sort']) {
    const [first = '', second = ''] = after.split('_');
    if (/^\d{1,15}$/.test(first) && second !== '')
      return { at: sort === 'votes' ? Number(first) : new Date(Number(first)), id: second };
    const at =
      sort === 'activity'
        ? await posts.lastAt(scope, first, Number(second))
        : await threads.startOf(scope, first);
    if (!at) throw new AppError('BAD_REQUEST', { field: 'after' });
    return { at, id: first };
  }

  /** Where much is unread, some of it is near; where it is not, the order of the whole thread tells. */
  async function nextOfMany({ scope }: Caller, thread: Thread, unread: Bits, from: string) {
    const isUnread = (n: number): boolean => isIn(unread, n);
    const near = await posts.listNumbersAfter(scope, thread.id, EVERYTHING, from, NEAR);
    const first = near.find(isUnread);
    if (first !== undefined) return first;
    const order = await orderOf(scope, thread);
    return nextIn(order, from, isUnread) ?? nextIn(order, '', isUnread);
  }

  return {
    /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async get(caller: Caller, activityId: string) {
      const opened = await access.forReading(caller, activityId);
      const { discussion, who } = opened;
      const moderates = caller.can('discussion.moderate');
      const [spaces, balance, waiting] = await Promise.all([
        spacesOf(caller, discussion, who),
        countSides(caller, opened),
        moderates ? held.count(caller.scope, [activityId]) : null,
      ]);
      const facts = {
        who,
        awaitsFirstPost: awaitsFirstPost(discussion, who),
        spaces,
        balance,
        mentions: hasMentions(discussion.settings),
        waitsForApproval: waitsForApproval(discussion.settings, who),
        waiting: waiting && (waiting[0]?.count ?? 0),
      };
      return discussionView(discussion, facts, {
        post: spaces?.length !== 0 && caller.can('discussion.post') && mayWrite(discussion, who, clock.now()),
        edit: caller.can('activity.edit'),
        seeHistory: seesHistory(caller, discussion.settings),
      });
    },

    /** @throws AppError BAD_REQUEST, NOT_FOUND, ACTIVITY_NOT_OPEN */
    async list(
      caller: Caller,
      activityId: string,
      { sort, filter, groupId, tag, author, after, limit }: ListQuery,
    ) {
      const { scope, member } = caller;
      const { discussion, audience, who } = await access.forReading(caller, activityId);
      const { mode } = discussion.settings;
      const looksAt = filter.has('unread') || filter.has('unanswered') ? LOOKED_AT : limit;
      const all = await threads.list(
        scope,
        activityId,
        audience,
        member.id,
        {
          sort,
          after: after === undefined ? null : await placeAfter(caller, after, sort),
          ids: await narrow(caller, activityId, filter),
          isUnanswered: filter.has('unanswered') && (mode === 'question' ? 'noAnswer' : 'noReply'),
          groupId: groupId ?? null,
          tag: tag ?? null,
          author: author === undefined ? null : { id: author, promises: promisesKnownTo(author, who) },
        },
        looksAt + 1 + (after === undefined ? PINNED_MAX : 0),
      );
      const pinned = all.filter(({ pin }) => pin !== null);
      const found = all.slice(pinned.length);
      const looked = found.slice(0, looksAt);
      const isAsked = wantedBy(filter, mode);
      // What is hidden is found by nothing that it would say.
      const isNarrow = tag !== undefined || author !== undefined;
      const isWanted = (thread: ListedThread) =>
        isAsked(thread) && !(isNarrow && titleFor(thread, who) === '');
      const wanted = looked.filter(isWanted);
      const items = wanted.slice(0, limit);
      const goesOn = found.length > looksAt || wanted.length > limit;
      const last = wanted.length > limit ? items.at(-1) : looked.at(-1);
      const keyAfter = (thread: ListedThread) =>
        sort === 'votes' || isOpenTo(thread, who)
          ? `${listedBy(thread, sort)}_${thread.id}`
          : `${thread.id}_${numberAt(thread, sort)}`;
      return {
        items: [...pinned.filter(isWanted), ...items].map((thread) =>
          threadSummaryView(thread, who, {
            title: titleFor(thread, who),
            isLocked: isShut(thread, clock.now()),
            side: sideIn(mode, thread.side),
            ...factsOf(mode, thread),
          }),
        ),
        next: goesOn && last ? keyAfter(last) : null,
      };
    },

    /** Four round trips at most, however many posts there are. @throws AppError POST_MOVED, NOT_FOUND, ACTIVITY_NOT_OPEN */
    async thread(caller: Caller, activityId: string, threadId: string, query: PageQuery) {
      const opened = await access.forReading(caller, activityId);
      const { discussion, audience } = opened;
      const thread = await getThread(caller, opened, threadId, query.post ?? null);
      const place = placeOf(query, thread.post?.path);
      const found = await posts.listPage(
        caller.scope,
        threadId,
        audience,
        caller.member.id,
        place,
        query.limit + 1,
      );
      const isBackwards = '$lt' in place;
      const hasMore = found.length > query.limit;
      // Looked for backwards, what is one too many comes first.
      const page = isBackwards ? found.slice(hasMore ? 1 : 0) : found.slice(0, query.limit);
      const further = isBackwards ? { path: query.before ?? '' } : (found[query.limit] ?? null);
      const { writes, show } = shownTo(caller, opened, thread, clock.now());
      return threadView(
        thread,
        withoutDeadEnds(page, further).map(show),
        {
          next: isBackwards || hasMore ? (page.at(-1)?.path ?? null) : null,
          previous: (isBackwards ? hasMore : '$gt' in place || beginsLate(place))
            ? (page[0]?.path ?? null)
            : null,
          title: titleFor(thread, opened.who),
          ...factsOf(discussion.settings.mode, thread),
          last: lastShownOf(thread),
          asOf: clock.now().toISOString(),
        },
        {
          reply: writes,
          seeHistory: seesHistory(caller, discussion.settings),
          moderate: caller.can('discussion.moderate'),
          facilitate: caller.can('discussion.facilitate'),
        },
      );
    },

    /** The answers of a thread by votes. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async answers(
      caller: Caller,
      activityId: string,
      threadId: string,
      after: string | undefined,
      limit: number,
    ) {
      const opened = await access.forReading(caller, activityId);
      const thread = await getThread(caller, opened, threadId);
      // Whoever sees no more than their own posts sees nobody's answers.
      if (opened.audience.isAlone) return answersView([], null);
      const [votes, n] = (after ?? '').split('_').map(Number);
      const last = votes === undefined || n === undefined ? null : { votes, n };
      const found = await posts.listAnswers(caller.scope, threadId, caller.member.id, last, limit + 1);
      const page = found.slice(0, limit);
      const end = found.length > limit ? page.at(-1) : undefined;
      return answersView(
        page.map(shownTo(caller, opened, thread, clock.now()).show),
        end ? `${end.reactions.upvote}_${end.n}` : null,
      );
    },

    /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async nextUnread(caller: Caller, activityId: string, threadId: string, after: string | undefined) {
      const opened = await access.forReading(caller, activityId);
      const thread = await getThread(caller, opened, threadId);
      const unread = unreadIn(thread);
      const count = countIn(unread);
      if (count === 0) return { n: null };
      const from = after ?? '';
      if (count > FEW && !opened.audience.isAlone)
        return { n: await nextOfMany(caller, thread, unread, from) };
      const next = (place: string) =>
        posts.findNext(caller.scope, threadId, opened.audience, numbersIn(unread), place);
      // After the end from the beginning again: the fourth round trip.
      if (from === '') return { n: await next('') };
      const [below, again] = await Promise.all([next(from), next('')]);
      return { n: below ?? again };
    },

    /** One round trip where something of the thread was read before. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async markRead(caller: Caller, activityId: string, threadId: string, numbers: readonly number[]) {
      const { scope, member } = caller;
      const words = wordsOf(numbers);
      if (await threads.joinRead(scope, threadId, member.id, words)) return {};
      await getThread(caller, await access.forReading(caller, activityId), threadId);
      await threads.beginRead(scope, threadId, member.id, words);
      return {};
    },
  };
}

/** @param path where the wanted post stands; a post that is not there leaves the thread's beginning */
function placeOf({ after, before }: PageQuery, path: string | undefined): PagePlace {
  if (after !== undefined) return { $gt: after };
  if (before !== undefined) return { $lt: before };
  return { $gte: path ?? '' };
}

const beginsLate = (place: PagePlace): boolean => '$gte' in place && place.$gte > '0001';

const numberAt = (thread: ListedThread, sort: ThreadQuery['sort']): number =>
  sort === 'activity' ? lastShownOf(thread) : 1;
