import type { Notice } from './notices.domain.ts';
import { mailAt, type MailHabits } from './mail-time.domain.ts';

/** What decides about a member's mail. */
export interface MailSnapshot {
  /** Notices that wait to be mailed, the oldest first. */
  readonly waiting: readonly Notice[];
  /** Null when the person is not in the course any more. */
  readonly address: string | null;
  /** An address that a server refused for good. */
  readonly refusedAddress: string | null;
  readonly habits: MailHabits;
}

export type MailDecision =
  /** `drop` need no mail any more. */
  | { readonly type: 'send'; readonly notices: readonly Notice[]; readonly drop: readonly Notice[] }
  | { readonly type: 'later'; readonly at: Date }
  | { readonly type: 'nothing'; readonly drop: readonly Notice[] };

/** A notice that could not be mailed for so long says nothing new. */
const STALE_MS = 5 * 86_400_000;

/** Whether a notice still has something to say: what was read, done, taken back or is past needs no mail. */
const saysSomething = (notice: Notice, now: Date): boolean =>
  notice.state === 'open' &&
  notice.unread &&
  (notice.until === null || notice.until > now) &&
  notice.at.getTime() > now.getTime() - STALE_MS;

/** What becomes of the notices that wait to be mailed to one member. */
export function decideMail(
  { waiting, address, refusedAddress, habits }: MailSnapshot,
  now: Date,
): MailDecision {
  const notices = waiting.filter((notice) => saysSomething(notice, now));
  const [first] = notices;
  const reachable = address !== null && address !== refusedAddress;
  const at = first && reachable ? mailAt(habits, first.at, now) : null;
  if (at === null) return { type: 'nothing', drop: waiting };
  if (at > now) return { type: 'later', at };
  const sent = new Set(notices);
  return { type: 'send', notices, drop: waiting.filter((notice) => !sent.has(notice)) };
}

/**
 * An address as mail may go to: one mailbox, nothing that a header or an envelope could take for more.
 * @returns null for anything else, however the LMS came by it
 */
export function mailboxOf(email: string | null): string | null {
  const address = email?.trim() ?? '';
  return address.length <= 254 && /^[^\s@<>()[\],;:"\\\p{C}]+@[^\s@<>()[\],;:"\\\p{C}]+$/u.test(address)
    ? address
    : null;
}
