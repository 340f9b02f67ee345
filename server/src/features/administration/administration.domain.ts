import type { DomainEvent } from '../../core/events.ts';

/** Who runs the tool, named by invitation. Nobody is deleted: the audit trail names them. */
export interface AdministratorRecord {
  readonly id: string;
  readonly name: string;
  readonly status: 'active' | 'revoked';
  readonly joinedAt: Date;
}

/** One browser's session, by the hash of its secret. */
export interface ConsoleSession {
  readonly id: string;
  readonly administratorId: string;
  readonly expiresAt: Date;
  readonly endsAt: Date;
}

const HOUR_MS = 60 * 60 * 1000;
/** A session that is not used for this long is over. */
const IDLE_MS = 12 * HOUR_MS;
/** However much it is used, it is over after this; then a new link is needed. */
const LIFE_MS = 7 * 24 * HOUR_MS;
/** Prolonged at most once an hour: a page with five requests costs one write. */
const RENEW_AFTER_MS = HOUR_MS;

/** When a session that begins now is over. */
export const sessionTimes = (now: Date): Pick<ConsoleSession, 'expiresAt' | 'endsAt'> => ({
  expiresAt: new Date(now.getTime() + IDLE_MS),
  endsAt: new Date(now.getTime() + LIFE_MS),
});

export type SessionDecision =
  | { readonly type: 'over' }
  | { readonly type: 'alive' }
  | { readonly type: 'renew'; readonly expiresAt: Date };

/** What becomes of a session that is used now. */
export function decideSession({ expiresAt, endsAt }: ConsoleSession, now: Date): SessionDecision {
  if (expiresAt <= now || endsAt <= now) return { type: 'over' };
  const renewed = new Date(Math.min(now.getTime() + IDLE_MS, endsAt.getTime()));
  return renewed.getTime() - expiresAt.getTime() >= RENEW_AFTER_MS
    ? { type: 'renew', expiresAt: renewed }
    : { type: 'alive' };
}

/** Where a published key stands in its life: it will sign, it signs, or it has signed. */
export type KeyState = 'next' | 'signing' | 'former';

/** @param keys in the order they were made. */
export function keyStates<Key extends { readonly signsFrom: Date }>(
  keys: readonly Key[],
  now: Date,
): (Key & { readonly state: KeyState })[] {
  const signing = keys.findLast((key) => key.signsFrom <= now);
  const stateOf = (key: Key): KeyState => {
    if (key === signing) return 'signing';
    return key.signsFrom > now ? 'next' : 'former';
  };
  return keys.map((key) => ({ ...key, state: stateOf(key) }));
}

/** What can still be done with a one-time link. */
export function invitationState(
  invitation: { readonly usedAt: Date | null; readonly revokedAt: Date | null; readonly expiresAt: Date },
  now: Date,
): 'open' | 'used' | 'expired' | 'revoked' {
  if (invitation.usedAt !== null) return 'used';
  if (invitation.revokedAt !== null) return 'revoked';
  return invitation.expiresAt <= now ? 'expired' : 'open';
}

/** How often each code occurs, the most frequent first. */
export function countCodes(
  launches: readonly { readonly code: string | null }[],
): { code: string | null; count: number }[] {
  const counts = new Map<string | null, number>();
  for (const { code } of launches) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code ?? '').localeCompare(b.code ?? ''));
}

/** What an event tells beside its type and its subject's label, in one line: settings and ids, as they are. */
export const detailOf = ({ data: { label: _label, ...rest } }: Pick<DomainEvent, 'data'>): string =>
  Object.entries(rest)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('; ');
