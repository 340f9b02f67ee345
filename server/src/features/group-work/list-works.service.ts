import type { ProjectWorkRow } from '../../contracts/group-marking.ts';
import type { SectionsWanted } from '../../contracts/sections.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService, SectionQueries } from '../course/index.ts';
import type { AccessService } from './access.service.ts';
import { groupsWith, pageOfGroups } from './group-pages.domain.ts';
import { projectWorkRow } from './grading.views.ts';
import { isTaken } from './marks.domain.ts';
import type { ProjectWorks } from './project-works.service.ts';

export interface ListWorksPorts {
  readonly access: Pick<AccessService, 'project' | 'all'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly sections: Pick<SectionQueries, 'filterFor'>;
  readonly worksOf: ProjectWorks;
  readonly clock: Clock;
}

interface ListQuery {
  readonly after: string | undefined;
  readonly limit: number;
  readonly sections: SectionsWanted;
}

export type ListWorksService = ReturnType<typeof createListWorks>;

/** The works of a project for those who go through them: a page of groups, each with all its works. */
export const createListWorks =
  ({ access, course, sections, worksOf, clock }: ListWorksPorts) =>
  /** @throws AppError NOT_FOUND */
  async (caller: Caller, activityId: string, { after, limit, sections: wanted }: ListQuery) => {
    const { scope, member } = caller;
    const [activity, filter] = await Promise.all([
      access.project(caller, activityId),
      sections.filterFor(caller, wanted),
    ]);
    const groups = groupsWith(await access.all(caller, activity), filter.memberIds);
    const { items, next } = pageOfGroups(groups, after, limit);
    const people = [...new Set(items.flatMap(({ memberIds }) => memberIds))];
    const [works, members] = await Promise.all([
      worksOf(scope, activity, items),
      people.length === 0 ? [] : course.findMembers(scope, people),
    ]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const now = clock.now();
    const rows: ProjectWorkRow[] = works.map((work) =>
      projectWorkRow(work, names, member.id, isTaken(work.marked, member.id, now)),
    );
    return { title: activity.title, items: rows, next, sections: filter.view };
  };
