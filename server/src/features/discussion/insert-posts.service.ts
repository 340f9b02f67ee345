import { countOwnWords, plainTextOf, type RichText } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent, type DomainEvent, type EventType } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Post } from './discussion.domain.ts';
import { mentionedIn } from './mentions.domain.ts';
import type { PostNotes } from './note-posts.service.ts';
import { postIdOf } from './post-documents.store.ts';
import type { PostStore, SaidText } from './posts.store.ts';
import { noReactions } from './reactions.domain.ts';
import { termsOf } from './terms.domain.ts';

/** More rounds than people post in one thread at the same moment. */
const ROUNDS = 20;

interface Ports {
  readonly posts: Pick<PostStore, 'insert' | 'find' | 'findWritten'>;
  readonly notes: PostNotes;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

type NewPost = Pick<
  Post,
  | 'activityId'
  | 'threadId'
  | 'groupId'
  | 'authorId'
  | 'promise'
  | 'alias'
  | 'requestId'
  | 'title'
  | 'tags'
  | 'about'
  | 'replyTo'
  | 'side'
> & {
  readonly text: RichText;
};

/** The words by which a post is found; a thread’s first post also by its title. */
export const termsIn = ({ title }: Pick<Post, 'title'>, text: RichText | null): string[] =>
  termsOf([title ?? '', ...(text ? [plainTextOf(text)] : [])].join('\n'));

/** What is kept of a text beside it: the words it is found by, and how many of its words are its writer's own. */
export const saidIn = (post: Pick<Post, 'title'>, text: RichText | null): SaidText => ({
  terms: termsIn(post, text),
  words: text ? countOwnWords(text) : 0,
});

/** Puts posts in: each takes its number by being inserted. */
export function createPostInserter({ posts, notes, clock, eventsWritten }: Ports) {
  const eventOf = (
    caller: Caller,
    type: EventType,
    post: Pick<Post, 'activityId' | 'threadId' | 'n'>,
    at: Date,
  ): DomainEvent => {
    const { activityId, threadId, n } = post;
    return courseEvent(type, { kind: 'post', id: postIdOf(threadId, n) }, caller, at, {
      activityId,
      threadId,
      n,
    });
  };

  /** What follows from a post, at once. */
  async function note({ scope }: Caller, post: Post): Promise<void> {
    await Promise.all([notes.note(scope, post), notes.noteOwn(scope, post)]);
    eventsWritten();
  }

  /** @returns false when the number is taken by another post */
  async function insert(caller: Caller, wanted: NewPost, n: number, path: string): Promise<Post | false> {
    const { scope, member } = caller;
    const at = clock.now();
    const fields = { at, editedAt: null, revision: 1, deletedAt: null, hide: null, reactions: noReactions() };
    const mentions = mentionedIn(wanted.text);
    const post: Post = { ...wanted, mentions, n, path, ...fields };
    if (await posts.insert(scope, post, saidIn(post, post.text), eventOf(caller, 'post.written', post, at)))
      return post;
    const written = await posts.findWritten(scope, wanted.requestId);
    if (written?.authorId === member.id && written.threadId === wanted.threadId) return written;
    // Its own thread's number is taken, or somebody else's request has this id.
    if (written) throw new AppError('BAD_REQUEST', { field: 'id' });
    return false;
  }

  /** The next number of the thread; who is overtaken takes the one after, and notes the other for whoever it was. */
  async function append(caller: Caller, wanted: NewPost, last: number, pathFor: (n: number) => string) {
    let n = last + 1;
    for (let round = 0; round < ROUNDS; round += 1) {
      const post = await insert(caller, wanted, n, pathFor(n));
      if (post) return post;
      const other = await posts.find(caller.scope, wanted.threadId, n);
      if (other) await notes.note(caller.scope, other);
      n += 1;
    }
    throw new AppError('STALE_REVISION');
  }

  return { eventOf, note, insert, append };
}
