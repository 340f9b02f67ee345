import type { CharterTexts } from '../../contracts/team-charter.ts';

/** What is written under each heading. */
export type Texts = CharterTexts;

/** Groups have this long from the beginning of their project before staff are told that one has no charter. */
const PATIENCE_MS = 7 * 86_400_000;

/** Names the charter of one group. */
export interface CharterKey {
  readonly activityId: string;
  readonly groupId: string;
}

/** What was put to a group. Whoever agreed stays in it, wherever they are now. */
export interface CharterVersion {
  readonly version: number;
  readonly by: string;
  readonly at: Date;
  readonly texts: CharterTexts;
  readonly agreements: readonly { readonly memberId: string; readonly at: Date }[];
}

/** What a group writes and what it was asked to agree to. */
export interface Charter extends CharterKey {
  readonly draft: CharterTexts;
  /** Counts savings of the draft: nobody writes over what they have not seen. */
  readonly revision: number;
  readonly savedBy: string | null;
  readonly savedAt: Date | null;
  /** Counts what happens to what is put to the group. */
  readonly step: number;
  readonly current: CharterVersion | null;
}

/** A charter in lists: without what people have written. */
export interface CharterLine {
  readonly groupId: string;
  readonly current: Pick<CharterVersion, 'version' | 'at' | 'agreements'> | null;
}

type Decision =
  | { readonly type: 'accept'; readonly current: CharterVersion }
  | { readonly type: 'unchanged' }
  | { readonly type: 'refuse'; readonly reason: 'STALE_REVISION' | 'CHARTER_EMPTY' };

const isSame = (a: CharterTexts, b: CharterTexts): boolean =>
  Object.entries(a).every(([section, text]) => text === b[section as keyof CharterTexts]);

/** Puts the draft to the group. Whoever does agrees by it; nobody else has agreed to the new text. */
export function decidePropose(
  charter: Charter | null,
  expectedRevision: number,
  by: string,
  now: Date,
): Decision {
  if (charter?.revision !== expectedRevision) return { type: 'refuse', reason: 'STALE_REVISION' };
  const { draft, current } = charter;
  if (Object.values(draft).every((text) => text === '')) return { type: 'refuse', reason: 'CHARTER_EMPTY' };
  if (current && isSame(draft, current.texts)) return { type: 'unchanged' };
  const version = (current?.version ?? 0) + 1;
  const agreements = [{ memberId: by, at: now }];
  return { type: 'accept', current: { version, by, at: now, texts: draft, agreements } };
}

/** Agrees to the version that one has read; doing the same again changes nothing. */
export function decideAgree(charter: Charter | null, version: number, by: string, now: Date): Decision {
  const current = charter?.current;
  if (current?.version !== version) return { type: 'refuse', reason: 'STALE_REVISION' };
  const { agreements } = current;
  if (agreements.some(({ memberId }) => memberId === by)) return { type: 'unchanged' };
  return { type: 'accept', current: { ...current, agreements: [...agreements, { memberId: by, at: now }] } };
}

/** Who of those in the group now has not agreed. */
export function missingOf(
  current: Pick<CharterVersion, 'agreements'>,
  memberIds: readonly string[],
): string[] {
  const agreed = new Set(current.agreements.map(({ memberId }) => memberId));
  return memberIds.filter((id) => !agreed.has(id));
}

/** What a charter asks of a member of the group: to write one, to agree to it, or nothing. */
export function askedOf(current: CharterLine['current'], memberId: string): 'write' | 'agree' | null {
  if (!current) return 'write';
  return missingOf(current, [memberId]).length > 0 ? 'agree' : null;
}

/** When staff are told which groups have no charter. */
export const missedFrom = (startsAt: Date): Date => new Date(startsAt.getTime() + PATIENCE_MS);
