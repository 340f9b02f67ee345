import type { SectionsWanted } from '../../contracts/sections.ts';
import type { Clock } from '../../core/clock.ts';
import type { VeilOf } from '../../core/veil.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService, SectionQueries } from '../course/index.ts';
import { stageOf } from '../marking/index.ts';
import type { AccessService } from './access.service.ts';
import { groupsWith, pageOfGroups } from './group-pages.domain.ts';
import { isGraded } from './grading.service.ts';
import { type CalledGroup, projectWorkRow } from './grading.views.ts';
import { membersOf } from './group-work.views.ts';
import type { PresentGroup } from './groups-port.service.ts';
import { toItem } from './marked-items.service.ts';
import { isTaken } from './marks.domain.ts';
import type { ProjectWorks } from './project-works.service.ts';

export interface ListWorksPorts {
  readonly access: Pick<AccessService, 'project' | 'all'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly sections: Pick<SectionQueries, 'filterFor'>;
  readonly worksOf: ProjectWorks;
  readonly veilOf: VeilOf;
  readonly clock: Clock;
}

interface ListQuery {
  readonly after: string | undefined;
  readonly limit: number;
  readonly hidden: boolean;
  readonly sections: SectionsWanted;
}

export type ListWorksService = ReturnType<typeof createListWorks>;

/** The works of a project for those who go through them: a page of groups, each with all its works. While hidden, their order tells nothing. */
export const createListWorks =
  ({ access, course, sections, worksOf, veilOf, clock }: ListWorksPorts) =>
  /** @throws AppError NOT_FOUND */
  async (caller: Caller, activityId: string, { after, limit, hidden, sections: wanted }: ListQuery) => {
    const { scope, member } = caller;
    const [activity, filter] = await Promise.all([
      access.project(caller, activityId),
      sections.filterFor(caller, wanted),
    ]);
    const groups = groupsWith(await access.all(caller, activity), filter.memberIds);
    const veil = veilOf(activityId);
    // Where one page ends is told by a name.
    const from = hidden && after !== undefined ? (veil.showText(after) ?? '') : after;
    const { items, next } = pageOfGroups(groups, from, limit);
    const people = hidden ? [] : [...new Set(items.flatMap(({ memberIds }) => memberIds))];
    const [works, members] = await Promise.all([
      worksOf(scope, activity, items),
      people.length === 0 ? [] : course.findMembers(scope, people),
    ]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const now = clock.now();
    const called = ({ groupId, name, memberIds }: PresentGroup): CalledGroup =>
      hidden
        ? { id: veil.hide(groupId), name: null, members: [] }
        : { id: groupId, name, members: membersOf(memberIds, names, member.id).map((one) => one.name) };
    const rows = works.map((work) =>
      projectWorkRow(work, called(work.group), {
        readerId: member.id,
        isTaken: isTaken(work.marked, member.id, now),
        stage: stageOf(toItem(scope, work.marked), member.id, now),
      }),
    );
    return {
      title: activity.title,
      hidden,
      items: hidden ? rows.toSorted((a, b) => (a.workId < b.workId ? -1 : 1)) : rows,
      next: hidden && next !== null ? veil.hideText(next) : next,
      sections: filter.view,
      can: { excuse: caller.can('grade.override') && isGraded(activity) },
    };
  };
