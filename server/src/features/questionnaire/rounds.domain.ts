import type { Repeat } from '../../contracts/questionnaire-items.ts';
import { momentsOf, wallTimeOf } from '../../core/zoned-time.ts';
import type { Period } from './time-together.domain.ts';

/** A time in which each person may answer once. */
export interface Round {
  /** From 1. */
  readonly round: number;
  /** Null: from publication on. */
  readonly opensAt: Date | null;
  /** Null: until staff close it. */
  readonly closesAt: Date | null;
}

/** After the first opening, in days. */
const SPACED_DAYS = [0, 30, 90, 180];

interface Dates {
  /** ISO 8601. */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly repeat?: Repeat | undefined;
}

/**
 * How often somebody was asked before, from 0: each attempt of each round is a turn of its own.
 *
 * @param round from 1, as is the attempt
 */
export function turnOf({ repeat }: Pick<Dates, 'repeat'>, round: number, attempt: number): number {
  const rounds = repeat === undefined ? 1 : repeat.kind === 'weekly' ? repeat.times : SPACED_DAYS.length;
  return round - 1 + (attempt - 1) * rounds;
}

/** The moment so many days later at which the clock in the zone shows the same time. */
function daysLater(at: Date, days: number, zone: string): Date {
  const wall = wallTimeOf(at, zone);
  return momentsOf({ ...wall, day: wall.day + days }, zone)[0];
}

/**
 * All rounds of a questionnaire, in order. A round ends when its days are over, when the next one opens, or when the
 * questionnaire closes, whatever comes first; what would open only after that is no round.
 */
export function roundsOf({ opensAt, closesAt, repeat }: Dates): Round[] {
  const first = opensAt === null ? null : new Date(opensAt);
  const end = closesAt === null ? null : new Date(closesAt);
  if (first === null || repeat === undefined) return [{ round: 1, opensAt: first, closesAt: end }];
  const { zone, openDays } = repeat;
  const days =
    repeat.kind === 'weekly' ? Array.from({ length: repeat.times }, (_, index) => 7 * index) : SPACED_DAYS;
  return days.flatMap((day, index) => {
    const opening = daysLater(first, day, zone);
    if (end !== null && opening >= end) return [];
    const next = days[index + 1];
    const ends = [
      daysLater(first, day + openDays, zone),
      ...(next === undefined ? [] : [daysLater(first, next, zone)]),
      ...(end === null ? [] : [end]),
    ];
    const closing = new Date(Math.min(...ends.map((at) => at.getTime())));
    return [{ round: index + 1, opensAt: opening, closesAt: closing }];
  });
}

/** The last round that has opened by now, and the one after it. */
export function roundAt(
  rounds: readonly Round[],
  now: Date,
): { readonly current: Round | null; readonly next: Round | null } {
  const opened = rounds.filter(({ opensAt }) => opensAt === null || opensAt <= now);
  return { current: opened.at(-1) ?? null, next: rounds[opened.length] ?? null };
}

/** What a round is about: the time since the round before it ended. @param createdAt of the questionnaire */
export function periodOf(dates: Dates, round: number, createdAt: Date): Period {
  const rounds = roundsOf(dates);
  const [own, before] = [round, round - 1].map((n) => rounds.find((one) => one.round === n));
  return { since: before?.closesAt ?? null, opensAt: own?.opensAt ?? createdAt };
}
