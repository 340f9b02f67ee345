/** Whom a note is about. */
export interface NoteSubject {
  readonly kind: 'member' | 'group';
  readonly id: string;
}

/** One version of a note; the newest one is what the note says. */
export interface NoteVersion {
  readonly noteId: string;
  /** 1 for the first. */
  readonly revision: number;
  readonly about: NoteSubject;
  readonly authorId: string;
  /** Null: deleted. */
  readonly text: string | null;
  readonly at: Date;
}

export type NoteDecision =
  | { readonly type: 'accept'; readonly revision: number }
  /** The same request came again. */
  | { readonly type: 'repeated' }
  | { readonly type: 'refuse'; readonly reason: 'FORBIDDEN' | 'NOT_FOUND' | 'STALE_REVISION' };

/**
 * Whether somebody may write this over the newest version of a note (null: there is no such note). Notes are changed by
 * their authors alone.
 */
export function decideNote(
  newest: NoteVersion | null,
  {
    authorId,
    text,
    expectedRevision,
  }: Pick<NoteVersion, 'authorId' | 'text'> & { readonly expectedRevision: number },
): NoteDecision {
  if (!newest) {
    if (expectedRevision !== 0 || text === null) return { type: 'refuse', reason: 'NOT_FOUND' };
    return { type: 'accept', revision: 1 };
  }
  if (newest.authorId !== authorId) return { type: 'refuse', reason: 'FORBIDDEN' };
  if (newest.revision === expectedRevision + 1 && newest.text === text) return { type: 'repeated' };
  if (newest.revision !== expectedRevision) return { type: 'refuse', reason: 'STALE_REVISION' };
  return newest.text === text ? { type: 'repeated' } : { type: 'accept', revision: expectedRevision + 1 };
}

/** What notes say now, the newest first, without deleted ones. @param versions of the notes on one subject */
export function currentNotes(versions: readonly NoteVersion[]): NoteVersion[] {
  const newest = new Map<string, NoteVersion>();
  for (const version of versions) {
    const known = newest.get(version.noteId);
    if (!known || known.revision < version.revision) newest.set(version.noteId, version);
  }
  return [...newest.values()]
    .filter(({ text }) => text !== null)
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.noteId < b.noteId ? -1 : 1));
}
