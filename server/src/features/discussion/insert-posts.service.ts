import { countOwnWords, plainTextOf, type RichText } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent, type DomainEvent, type EventType } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Post } from './discussion.domain.ts';
import { waitingMark } from './approval.domain.ts';
import { mentionedIn } from './mentions.domain.ts';
import type { PostNotes } from './note-posts.service.ts';
import { filesIn, type PostFile } from './post-files.domain.ts';
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
  | 'answeredId'
  | 'side'
  | 'unapproved'
> & {
  readonly text: RichText;
  readonly files: readonly PostFile[];
};

/** The words by which a post is found; a thread’s first post also by its title. */
export const termsIn = ({ title }: Pick<Post, 'title'>, text: RichText | null): string[] =>
  termsOf([title ?? '', ...(text ? [plainTextOf(text)] : [])].join('\n'));

/** What is kept of a text beside it: the words it is found by, how many of its words are its writer's own, its files. */
function saidIn(
  post: Pick<Post, 'title' | 'hide' | 'files'>,
  text: RichText | null,
  hadFiles = false,
): SaidText {
  const fileIds = filesIn({ ...post, text });
  return {
    // What is hidden is found by no word, nor what is deleted.
    terms: post.hide || !text ? [] : termsIn(post, text),
    words: text ? countOwnWords(text) : 0,
    ...((hadFiles || fileIds.length > 0) && { fileIds }),
  };
}

/** The same of what a post is changed to. */
export function saidAfter(
  post: Post,
  fields: Partial<Pick<Post, 'title' | 'text' | 'files' | 'hide'>>,
): SaidText {
  const changed = { ...post, ...fields };
  return saidIn(changed, changed.text, filesIn(post).length > 0);
}

/** Puts posts in: each takes its number by being inserted. */
export function createPostInserter({ posts, notes, clock, eventsWritten }: Ports) {
  const eventOf = (
    caller: Caller,
    type: EventType,
    post: Pick<Post, 'activityId' | 'threadId' | 'n' | 'unapproved' | 'hide'>,
    at: Date,
  ): DomainEvent => {
    const { activityId, threadId, n, unapproved, hide } = post;
    return courseEvent(type, { kind: 'post', id: postIdOf(threadId, n) }, caller, at, {
      activityId,
      threadId,
      n,
      ...(hide?.waits && { waits: true }),
      ...(unapproved && { unapproved }),
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
    const fields = { at, editedAt: null, revision: 1, deletedAt: null, reactions: noReactions() };
    const mentions = mentionedIn(wanted.text);
    const id = postIdOf(wanted.threadId, n);
    const hide = wanted.unapproved ? waitingMark(id, 1, at) : null;
    const post: Post = { id, ...wanted, mentions, n, path, movedBy: null, ...fields, hide };
    if (await posts.insert(scope, post, saidIn(post, post.text), eventOf(caller, 'post.written', post, at)))
      return post;
    const written = await posts.findWritten(scope, wanted.requestId);
    const isHere = written?.threadId === wanted.threadId || written?.movedBy;
    if (written?.authorId === member.id && isHere) return written;
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
