import type { Database } from '../../server/src/platform/database/connect.ts';
import type { CourseScope } from '../../server/src/core/course-scope.ts';
import type { MatterSource, SourceMatter } from '../../server/src/features/insights/index.ts';

/** What a source says waits for staff, found as a rebuild finds it: by its topics, page by page. */
export async function mattersOf(
  source: MatterSource | undefined,
  scope: CourseScope,
  limit = 10,
): Promise<SourceMatter[]> {
  if (!source) throw new Error('there is no such source');
  const found: SourceMatter[] = [];
  let after: string | undefined;
  do {
    const page = await source.listTopics(scope, after, limit);
    found.push(...(await source.read(scope, page.topics, ['staff'])));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

/** The source of that name. */
export const sourceOf = (sources: readonly MatterSource[], name: string): MatterSource | undefined =>
  sources.find((source) => source.name === name);

const isAfter = (moment: unknown, now: Date): boolean => moment instanceof Date && moment > now;

/**
 * How much waits for a course's staff at some moment, as text per kind of matter: as it is kept, and as all matters say
 * when they are counted one by one.
 */
export async function countsAt(connection: Database['connection'], { courseId }: CourseScope, now: Date) {
  const kept = new Map<string, number>();
  const counted = new Map<string, number>();
  const add = (to: Map<string, number>, matter: object, count: number): void => {
    const { kind, activityId, assigneeId, isDone, snoozedUntil } = matter as Record<string, unknown>;
    const name = JSON.stringify([kind, activityId, assigneeId, isDone, isAfter(snoozedUntil, now)]);
    to.set(name, (to.get(name) ?? 0) + count);
  };
  const parts = await connection.collection('waitingCounts').find({ courseId }).toArray();
  for (const group of parts.flatMap(({ groups }) => groups as { from: unknown; count: number }[]))
    if (!isAfter(group.from, now)) add(kept, group, group.count);
  const matters = await connection.collection('waiting').find({ courseId, waitsFor: 'staff' }).toArray();
  for (const matter of matters) if (!isAfter(matter['since'], now)) add(counted, matter, 1);
  const sorted = (counts: Map<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return { kept: sorted(kept), counted: sorted(counted) };
}
