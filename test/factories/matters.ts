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
