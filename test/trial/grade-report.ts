import type { Course, Simulator } from '../lms-simulator/index.ts';
import type { Kept } from './tool-data.ts';

/** What a trial has come to. */
export interface GradeReport {
  readonly members: number;
  readonly kills: number;
  readonly seconds: number;
  /** Grades that the ledger has made. */
  readonly entries: number;
  /** Scores that reached the LMS, whatever it did with them. */
  readonly posts: number;
  /** Posts of an entry that had been posted before. */
  readonly retries: number;
  /** Entries that were followed by newer ones before they ever left. */
  readonly coalesced: number;
  /** "Handed in" messages that reached the LMS. */
  readonly handInPosts: number;
  /** Members whose hand-in the LMS was not told of in the end. */
  readonly handInsMissing: number;
  /** Grades and hand-ins that people in the LMS see twice. */
  readonly duplicates: number;
  /** Members whose last grade in the LMS is not the ledger's. */
  readonly missing: number;
  /** Problems that wait for staff, by their codes. */
  readonly problems: Readonly<Record<string, number>>;
}

interface Posted {
  readonly userId: string;
  readonly timestamp: string;
  readonly activityProgress: string;
}

/** Compares what the LMS has seen and holds with the ledger. */
export function countScores(
  simulator: Simulator,
  course: Course,
  points: number,
  ledger: readonly Kept[],
): Omit<GradeReport, 'kills' | 'seconds'> {
  const all = simulator.requests.ofKind('scores').map(({ body }) => JSON.parse(body) as Posted);
  const posted = all.filter(({ activityProgress }) => activityProgress !== 'Submitted');
  const keys = posted.map(({ userId, timestamp }) => `${userId} ${timestamp}`);
  const cells = new Map(simulator.gradebook(course.id).map(({ person, cell }) => [person.id, cell]));
  const problems: Record<string, number> = {};
  let entries = 0;
  let missing = 0;
  let duplicates = 0;
  let handInsMissing = 0;
  for (const { userId, entries: made, sentN, handIn, problem } of ledger) {
    entries += made.length;
    const newest = made.at(-1);
    const cell = cells.get(userId);
    const held = cell?.score === null || !cell ? null : (cell.score / cell.maximum) * points;
    // The LMS counts in shares of its column's maximum.
    const isSame =
      newest?.value === null || held === null
        ? newest?.value === held
        : Math.abs((newest?.value ?? -1) - held) < 1e-9;
    if (!isSame || sentN !== newest?.n) missing += 1;
    if (problem) problems[problem] = (problems[problem] ?? 0) + 1;
    if (handIn && handIn.told !== handIn.version) handInsMissing += 1;
    duplicates += doublesOf(cell, handIn?.version ?? 0);
  }
  const distinct = new Set(keys);
  return {
    members: ledger.length,
    entries,
    posts: posted.length,
    retries: posted.length - distinct.size,
    coalesced: entries - distinct.size,
    handInPosts: all.length - posted.length,
    handInsMissing,
    duplicates,
    missing,
    problems,
  };
}

type Cell = ReturnType<Simulator['gradebook']>[number]['cell'];

/**
 * What was taken more than once and shows: as the same comment beneath itself, or as an attempt that nobody made. Where
 * the newest comment takes the place of the one before, the same score taken again changes nothing; it is counted still.
 */
function doublesOf(cell: Cell | undefined, handedIn: number): number {
  const received = cell?.received ?? [];
  const comments = cell?.comments;
  const taken = received.filter(({ status }) => status < 300).map(({ body }) => String(body['timestamp']));
  const attempts = Math.max(0, (cell?.attempts ?? 0) - handedIn);
  if (!comments) return taken.length - new Set(taken).size + attempts;
  return comments.length - new Set(comments).size + attempts;
}

export const isFlawless = ({ missing, handInsMissing, duplicates, problems }: GradeReport): boolean =>
  missing === 0 && handInsMissing === 0 && duplicates === 0 && Object.keys(problems).length === 0;

export const linesOf = (report: GradeReport): string[] => [
  `members              ${report.members}`,
  `times killed         ${report.kills}`,
  `seconds              ${report.seconds.toFixed(0)}`,
  `entries made         ${report.entries}`,
  `posts                ${report.posts}`,
  `retries              ${report.retries}`,
  `coalesced            ${report.coalesced}`,
  `hand-in posts        ${report.handInPosts}`,
  `hand-ins missing     ${report.handInsMissing}`,
  `duplicates (visible) ${report.duplicates}`,
  `missing or different ${report.missing}`,
  `waiting for staff    ${JSON.stringify(report.problems)}`,
];
