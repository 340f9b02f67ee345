import * as contract from '../../contracts/discussion.ts';
import { GetDiscussionSettings, SaveDiscussion } from '../../contracts/discussion-settings.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { PostDraftsService } from './post-drafts.service.ts';
import type { ReadThreadsService } from './read-threads.service.ts';
import type { createSetUpService } from './set-up.service.ts';
import type { WritePostsService } from './write-posts.service.ts';

export interface DiscussionServices {
  readonly setUp: ReturnType<typeof createSetUpService>;
  readonly reading: ReadThreadsService;
  readonly writing: WritePostsService;
  readonly drafts: PostDraftsService;
}

export const discussionRoutes = ({ setUp, reading, writing, drafts }: DiscussionServices): Route[] => [
  handle(SaveDiscussion, ({ caller, params, body }) =>
    setUp.save(caller, params.activityId, body.settings, body.expectedRevision, body.state),
  ),
  handle(GetDiscussionSettings, ({ caller, params }) => setUp.get(caller, params.activityId)),
  handle(contract.GetDiscussion, ({ caller, params }) => reading.get(caller, params.activityId)),
  handle(contract.ListThreads, ({ caller, params, query }) => {
    const { sort, filter, after, limit } = query;
    return reading.list(caller, params.activityId, { sort, filter, after, limit });
  }),
  handle(contract.GetThread, ({ caller, params, query }) => {
    const { post, after, before, limit } = query;
    return reading.thread(caller, params.activityId, params.threadId, { post, after, before, limit });
  }),
  handle(contract.FindUnread, ({ caller, params, query }) =>
    reading.nextUnread(caller, params.activityId, params.threadId, query.after),
  ),
  handle(contract.MarkRead, ({ caller, params, body }) =>
    reading.markRead(caller, params.activityId, params.threadId, body.numbers),
  ),
  handle(contract.StartThread, ({ caller, params, body }) => {
    const { title, text, draftRevision } = body;
    return writing.start(caller, params.activityId, params.threadId, { title, text }, draftRevision);
  }),
  handle(contract.WriteReply, ({ caller, params, body }) => {
    const { id, replyTo, text, draftRevision } = body;
    return writing.reply(caller, params.activityId, params.threadId, { id, replyTo, text, draftRevision });
  }),
  handle(contract.EditPost, ({ caller, params, body }) => {
    const { text, expectedRevision, draftRevision } = body;
    const command = { text, expectedRevision, draftRevision };
    return writing.edit(caller, params.activityId, params.threadId, params.n, command);
  }),
  handle(contract.DeletePost, ({ caller, params }) =>
    writing.remove(caller, params.activityId, params.threadId, params.n),
  ),
  handle(contract.GetPostHistory, ({ caller, params }) =>
    reading.history(caller, params.activityId, params.threadId, params.n),
  ),
  handle(contract.GetPostDraft, ({ caller, params }) => drafts.get(caller, params.activityId, params.target)),
  handle(contract.SavePostDraft, ({ caller, params, body }) => {
    const { title, text, expectedRevision } = body;
    return drafts.save(caller, params.activityId, params.target, { title, text }, expectedRevision);
  }),
];
