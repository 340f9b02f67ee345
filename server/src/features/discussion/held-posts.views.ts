import { ListHeldPosts } from '../../contracts/discussion-approval.ts';
import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import { mayKnow, momentFor } from '../../core/name-promise.ts';
import type { HeldPost } from './approval.domain.ts';
import type { Participant } from './discussion.domain.ts';
import { authorView, filesFor } from './discussion.views.ts';

/** For staff. @param people whose posts wait */
export const heldPostsView = (
  posts: readonly HeldPost[],
  who: Participant,
  {
    goesOn,
    approval,
    people,
  }: {
    readonly goesOn: boolean;
    readonly approval: DiscussionSettings['approval'];
    readonly people: readonly { readonly id: string; readonly name: string | null }[];
  },
) =>
  ListHeldPosts.response.parse({
    items: posts.map((post) => ({
      threadId: post.threadId,
      n: post.n,
      title: post.threadTitle,
      author: authorView(post, post.author, who),
      at: momentFor(post.at, mayKnow(post.promise, who)).toISOString(),
      text: post.text,
      mentions: post.mentioned,
      files: filesFor(post.files, mayKnow(post.promise, who)),
      revision: post.revision,
      isAgain: !post.unapproved,
    })),
    goesOn,
    everybody: approval.everybody,
    people: people
      .map(({ id, name }) => ({ memberId: id, name }))
      .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '')),
  });
