import * as contract from '../../contracts/discussion.ts';
import * as drafting from '../../contracts/discussion-drafts.ts';
import { GetPostHistory, GetThreadChanges, MarkRead } from '../../contracts/discussion-reading.ts';
import {
  GetDiscussionSettings,
  PreviewDiscussion,
  SaveDiscussion,
} from '../../contracts/discussion-settings.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import { FollowThread, ListFollowNews } from '../../contracts/discussion-following.ts';
import { ListMentionable, ListThreadAuthors } from '../../contracts/discussion-people.ts';
import { SearchPosts } from '../../contracts/discussion-search.ts';
import { React } from '../../contracts/discussion-reactions.ts';
import { AcceptAnswer, EndorseAnswer, ListAnswers } from '../../contracts/discussion-answers.ts';
import type { AnswersService } from './answers.service.ts';
import type { SearchService } from './search.service.ts';
import type { ReactService } from './react.service.ts';
import type { FollowThreadsService } from './follow-threads.service.ts';
import type { PeopleService } from './people.service.ts';
import type { PostHistoryService } from './post-history.service.ts';
import type { PostDraftsService } from './post-drafts.service.ts';
import type { OwnFiles } from './post-files.service.ts';
import type { ReadChangesService } from './read-changes.service.ts';
import type { ReadThreadsService } from './read-threads.service.ts';
import type { EffectsService } from './effects.service.ts';
import type { ListThreadAuthors as ListAuthors } from './thread-filter.service.ts';
import type { createSetUpService } from './set-up.service.ts';
import type { WritePostsService } from './write-posts.service.ts';

export interface DiscussionServices {
  readonly answers: AnswersService;
  readonly reacting: ReactService;
  readonly search: SearchService;
  readonly setUp: ReturnType<typeof createSetUpService>;
  readonly effects: EffectsService;
  readonly reading: ReadThreadsService;
  readonly changes: ReadChangesService;
  readonly writing: WritePostsService;
  readonly drafts: PostDraftsService;
  readonly people: PeopleService;
  readonly following: FollowThreadsService;
  readonly history: PostHistoryService;
  readonly authors: ListAuthors;
  readonly ownFiles: OwnFiles;
}

export const discussionRoutes = ({
  setUp,
  effects,
  reading,
  changes,
  writing,
  drafts,
  people,
  following,
  answers,
  reacting,
  search,
  history,
  authors,
  ownFiles,
}: DiscussionServices): Route[] => [
  handle(SaveDiscussion, ({ caller, params, body }) =>
    setUp.save(caller, params.activityId, body.settings, body.expectedRevision, body.state),
  ),
  handle(GetDiscussionSettings, ({ caller, params }) => setUp.get(caller, params.activityId)),
  handle(PreviewDiscussion, ({ caller, params, body }) =>
    effects.preview(caller, params.activityId, body.settings),
  ),
  handle(contract.GetDiscussion, ({ caller, params }) => reading.get(caller, params.activityId)),
  handle(contract.ListThreads, ({ caller, params, query }) => {
    const { sort, group: groupId, tag, author, after, limit } = query;
    const filter = new Set(query.filter.split(','));
    return reading.list(caller, params.activityId, { sort, filter, groupId, tag, author, after, limit });
  }),
  handle(contract.GetThread, ({ caller, params, query }) => {
    const { post, after, before, limit } = query;
    return reading.thread(caller, params.activityId, params.threadId, { post, after, before, limit });
  }),
  handle(GetThreadChanges, ({ caller, params, query }) =>
    changes.get(caller, params.activityId, params.threadId, query),
  ),
  handle(contract.FindUnread, ({ caller, params, query }) =>
    reading.nextUnread(caller, params.activityId, params.threadId, query.after),
  ),
  handle(MarkRead, ({ caller, params, body }) =>
    reading.markRead(caller, params.activityId, params.threadId, body.numbers),
  ),
  handle(contract.StartThread, async ({ caller, params, body }) => {
    const { title, text, side, tags, files, ...how } = body;
    const content = { title, text, side, tags, files: await ownFiles.get(caller, files) };
    return writing.start(caller, params.activityId, params.threadId, content, how);
  }),
  handle(contract.WriteReply, async ({ caller, params, body }) => {
    const { id, replyTo, text, side, draftRevision, promise } = body;
    const files = await ownFiles.get(caller, body.files);
    const command = { id, replyTo, text, files, side, draftRevision, promise };
    return writing.reply(caller, params.activityId, params.threadId, command);
  }),
  handle(contract.EditPost, async ({ caller, params, body }) => {
    const { text, title, tags, expectedRevision, draftRevision } = body;
    const files = await ownFiles.get(caller, body.files);
    const command = { text, files, title, tags, expectedRevision, draftRevision };
    return writing.edit(caller, params.activityId, params.threadId, params.n, command);
  }),
  handle(contract.DeletePost, ({ caller, params }) =>
    writing.remove(caller, params.activityId, params.threadId, params.n),
  ),
  handle(GetPostHistory, ({ caller, params }) =>
    history.get(caller, params.activityId, params.threadId, params.n),
  ),
  handle(SearchPosts, ({ caller, params, query: { q, after, limit } }) =>
    search.search(caller, params.activityId, q, after, limit),
  ),
  handle(ListFollowNews, ({ caller, params }) => following.news(caller, params.activityId)),
  handle(FollowThread, ({ caller, params: { activityId, threadId }, body }) =>
    following.follow(caller, activityId, threadId, body.on),
  ),
  handle(ListMentionable, ({ caller, params, query: { q, thread, group } }) =>
    people.list(caller, params.activityId, { q, thread, group }),
  ),
  handle(ListThreadAuthors, ({ caller, params }) => authors(caller, params.activityId)),
  handle(ListAnswers, ({ caller, params, query }) =>
    reading.answers(caller, params.activityId, params.threadId, query.after, query.limit),
  ),
  handle(React, ({ caller, params: { activityId, threadId, n, kind }, body }) =>
    reacting.react(caller, { activityId, threadId, n }, kind, body.on),
  ),
  handle(AcceptAnswer, ({ caller, params: { activityId, threadId, n }, body }) =>
    answers.accept(caller, activityId, threadId, n, body.accepted),
  ),
  handle(EndorseAnswer, ({ caller, params: { activityId, threadId, n }, body }) =>
    answers.endorse(caller, activityId, threadId, n, body.endorsed),
  ),
  handle(drafting.GetPostDraft, ({ caller, params }) => drafts.get(caller, params.activityId, params.target)),
  handle(drafting.SavePostDraft, ({ caller, params, body }) => {
    const { expectedRevision, ...content } = body;
    return drafts.save(caller, params.activityId, params.target, content, expectedRevision);
  }),
];
