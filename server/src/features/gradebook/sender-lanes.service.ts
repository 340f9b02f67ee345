import type { Clock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import type { OutboxStore } from './outbox.store.ts';
import { afterSending, FIRST_PACE, type Pace, roomIn } from './pace.domain.ts';
import type { PaceStore } from './paces.store.ts';
import type { ScoreSenderService } from './send-score.service.ts';
import { LEASE_MS, type PreparedSlot } from './sending.service.ts';

export interface LanePorts {
  readonly outbox: OutboxStore;
  readonly paces: PaceStore;
  readonly sender: ScoreSenderService;
  readonly clock: Clock;
  readonly random: () => number;
  /** A platform fell silent, or answers again. */
  readonly silenceChanged: (platformId: string) => Promise<void>;
}

/** One piece of work, in the lane of its platform. */
export interface LaneWork {
  readonly platformId: string;
  readonly prepared: PreparedSlot;
}

/** How often due slots are looked for that nobody announced: delayed ones, and those of other servers. */
const LOOK_MS = 1_000;
/** How often servers tell each other how a platform is doing. */
const CHECK_IN_MS = 1_000;
/** Slots claimed at once, at least. */
const BATCH_MIN = 8;
/** Claims that have waited this long in a lane are given back: what is in them may be old. */
const READY_MS = 10_000;
const LONG_PAUSE_MS = 2_000;

interface Lane {
  pace: Pace;
  underWay: number;
  /** Claimed and not begun yet, with when they were claimed. */
  ready: { readonly prepared: PreparedSlot; readonly at: Date }[];
  /** Whether the last look found something due. */
  hasDue: boolean;
  refilling: Promise<void> | null;
  /** Servers that send to this platform, this one included. */
  senders: number;
  checkedInAt: Date | null;
  /** It has checked in before. */
  isKnown: boolean;
}

export type SenderLanes = ReturnType<typeof createSenderLanes>;

/**
 * One lane for each platform, so that a dead or slow one never holds back another's scores: each has its own pace,
 * which it shares with other servers' lanes of the same platform.
 */
export function createSenderLanes(ports: LanePorts) {
  const { outbox, paces, sender, clock, random, silenceChanged } = ports;
  const senderId = newId();
  const lanes = new Map<string, Lane>();
  let lookedAt: Date | null = null;

  const roomOf = (lane: Lane): number => roomIn(lane.pace, lane.underWay, lane.senders, clock.now());
  const msUntil = (at: Date | null): number => (at === null ? 0 : at.getTime() - clock.now().getTime());
  const isOlder = (at: Date | null, ms: number): boolean =>
    at === null || clock.now().getTime() - at.getTime() >= ms;

  async function look(): Promise<void> {
    if (!isOlder(lookedAt, LOOK_MS)) return;
    lookedAt = clock.now();
    for (const platformId of await outbox.platformsDue(clock.now())) {
      const lane = lanes.get(platformId);
      if (lane) lane.hasDue = true;
      else lanes.set(platformId, newLane());
    }
  }

  async function checkIn(platformId: string, lane: Lane): Promise<void> {
    if (!isOlder(lane.checkedInAt, CHECK_IN_MS)) return;
    lane.checkedInAt = clock.now();
    const { pausedUntil, failingSince } = lane.pace;
    const shared = await paces.checkIn(platformId, senderId, clock.now(), { pausedUntil, failingSince });
    // The first time also without a change: whoever made it may have crashed before it was told.
    if (shared.changed || (failingSince !== null && !lane.isKnown)) await silenceChanged(platformId);
    lane.isKnown = true;
    lane.senders = shared.senders;
    const longer = shared.pausedUntil && (!pausedUntil || shared.pausedUntil > pausedUntil);
    if (longer) lane.pace = { ...lane.pace, pausedUntil: shared.pausedUntil };
  }

  async function giveBack(lane: Lane, isStale: (at: Date) => boolean): Promise<void> {
    const stale = lane.ready.filter(({ at }) => isStale(at));
    if (stale.length === 0) return;
    lane.ready = lane.ready.filter(({ at }) => !isStale(at));
    lane.hasDue = true;
    for (const token of new Set(stale.map(({ prepared }) => prepared.claimed.token))) {
      const ofClaim = stale.filter(({ prepared }) => prepared.claimed.token === token);
      await outbox.release(
        token,
        ofClaim.map(({ prepared }) => prepared.claimed),
      );
    }
  }

  /** Others must not go on while the platform asks for a long pause, nor must what is claimed here wait for its end. */
  async function pause(platformId: string, lane: Lane): Promise<void> {
    if (msUntil(lane.pace.pausedUntil) < LONG_PAUSE_MS) return;
    lane.checkedInAt = null;
    await checkIn(platformId, lane);
    await giveBack(lane, () => true);
  }

  async function claimMore(platformId: string, lane: Lane): Promise<void> {
    const now = clock.now();
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const limit = Math.max(BATCH_MIN, 2 * Math.floor(lane.pace.window));
    const claimed = await outbox.claim(platformId, newId(), now, leaseUntil, limit);
    lane.hasDue = claimed.length > 0;
    lane.ready.push(...(await sender.prepare(claimed)).map((prepared) => ({ prepared, at: now })));
  }

  /** One claim at a time in a lane; it may go on while what was claimed before is sent. */
  function refill(platformId: string, lane: Lane): Promise<void> {
    lane.refilling ??= claimMore(platformId, lane).finally(() => {
      lane.refilling = null;
    });
    return lane.refilling;
  }

  async function next(platformId: string, lane: Lane): Promise<PreparedSlot | null> {
    await checkIn(platformId, lane);
    if (roomOf(lane) === 0) return null;
    await giveBack(lane, (at) => isOlder(at, READY_MS));
    if (lane.ready.length === 0 && lane.hasDue) await refill(platformId, lane);
    return lane.ready.shift()?.prepared ?? null;
  }

  return {
    /** Takes a due slot, of a platform that can take one more; null when there is none. */
    async claim(): Promise<LaneWork | null> {
      await look();
      for (const [platformId, lane] of lanes) {
        if (roomOf(lane) === 0 || (lane.ready.length === 0 && !lane.hasDue)) continue;
        const prepared = await next(platformId, lane);
        if (!prepared) continue;
        lane.underWay += 1;
        // The lane that was served last comes last.
        lanes.delete(platformId);
        lanes.set(platformId, lane);
        return { platformId, prepared };
      }
      return null;
    },

    /** Sends what was claimed; the platform's pace learns from the answer. */
    async send({ platformId, prepared }: LaneWork): Promise<void> {
      const lane = lanes.get(platformId);
      if (!lane) throw new Error(`platform ${platformId} has no lane`);
      try {
        const signal = await sender.send(prepared);
        if (!signal) return;
        const { pausedUntil } = lane.pace;
        lane.pace = afterSending(lane.pace, { ...signal, underWay: lane.underWay }, clock.now(), random());
        if (lane.pace.pausedUntil === pausedUntil) return;
        await pause(platformId, lane);
      } finally {
        lane.underWay -= 1;
      }
    },

    /** How long until a paused platform may be sent something again, in ms; Infinity when none is paused. */
    pauseMs(): number {
      const pauses = [...lanes.values()].map(({ pace }) => msUntil(pace.pausedUntil)).filter((ms) => ms > 0);
      return Math.min(Infinity, ...pauses);
    },

    /** Something became due: the next claim looks. */
    look: (): void => {
      lookedAt = null;
    },

    /** Gives back all that is claimed and not begun. */
    async close(): Promise<void> {
      for (const lane of lanes.values()) {
        await lane.refilling?.catch(() => undefined);
        await giveBack(lane, () => true);
      }
    },

    /** How each platform is doing, for the figures. */
    paces: (): { platformId: string; window: number; underWay: number; isFailing: boolean }[] =>
      [...lanes].map(([platformId, { pace, underWay }]) => ({
        platformId,
        window: pace.window,
        underWay,
        isFailing: pace.failingSince !== null,
      })),
  };
}

const newLane = (): Lane => ({
  pace: FIRST_PACE,
  underWay: 0,
  ready: [],
  hasDue: true,
  refilling: null,
  senders: 1,
  checkedInAt: null,
  isKnown: false,
});
