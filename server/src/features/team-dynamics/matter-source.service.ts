import type { CourseScope } from '../../core/course-scope.ts';
import { groupBy } from '../../core/group-by.ts';
import { STAFF } from '../../core/receivers.ts';
import { DYNAMICS_FROM } from '../../contracts/team-limits.ts';
import { concernOfRooms, type TeamRooms } from '../group-work/index.ts';
import type { MatterSource, SourceMatter } from '../insights/index.ts';
import { asksForALook, askedTime, bandsOf, endOf, type Survey } from './team-dynamics.domain.ts';
import type { DynamicsStore } from './team-dynamics.store.ts';

/** Later than any date: what is known of answers once no more come. */
const END = new Date(8.64e15);

/** What asks members how they work together, and staff to look at a group that says it does not go well. */
export function createDynamicsMatters(
  store: Pick<DynamicsStore, 'list'>,
  rooms: Pick<TeamRooms, 'findRunning' | 'listIds'>,
): MatterSource {
  async function mattersIn(scope: CourseScope, activityId: string, waitsFor: ReadonlySet<string>) {
    const [running, surveys] = await Promise.all([
      rooms.findRunning(scope, activityId),
      store.list(scope, activityId, null),
    ]);
    if (!running?.project.team.dynamics) return [];
    const { project, groups, openTo } = running;
    const byKey = new Map(surveys.map((one) => [`${one.groupId}/${one.n}`, one]));
    const toAnswer = groups.flatMap(({ groupId, memberIds }) =>
      project.milestones.flatMap((milestone) => {
        const survey = byKey.get(`${groupId}/${milestone.n}`);
        const asked = survey?.memberIds ?? memberIds;
        if (asked.length < DYNAMICS_FROM) return [];
        const done = new Set(survey?.answers.map(({ by }) => by));
        const { since, until } = askedTime(milestone);
        return asked
          .filter((id) => memberIds.includes(id) && !done.has(id) && waitsFor.has(id))
          .filter((id) => openTo?.includes(id) !== false)
          .map((memberId): SourceMatter => {
            const params = { name: `${project.title}: ${milestone.title}`, count: 1, groupId };
            const asking = { topic: activityId, activityId, waitsFor: memberId, params };
            const id = `${activityId}/${groupId}/${milestone.n}`;
            return { ...asking, id, code: 'TEAM_DYNAMICS', since, until: survey?.until ?? until };
          });
      }),
    );
    if (!waitsFor.has(STAFF)) return toAnswer;
    const names = new Map(groups.map(({ groupId, name }) => [groupId, name]));
    const ofGroups = [...groupBy(surveys, ({ groupId }) => groupId)];
    const toLookAt = ofGroups.flatMap(([groupId, own]) => {
      if (!names.has(groupId)) return [];
      return lowOf(own, project, names.get(groupId) ?? '');
    });
    return [...toAnswer, ...toLookAt];
  }

  return {
    name: 'teamDynamics',
    kind: 'people',
    forLearners: true,

    concernOf(event) {
      const { type, data } = event;
      if (type !== 'dynamics.answered') return concernOfRooms(event);
      return { topics: [String(data['activityId'])], memberIds: data['memberIds'] as readonly string[] };
    },

    async read(scope, topics, waitsFor) {
      const receivers = new Set(waitsFor);
      const found = await Promise.all(topics.map((topic) => mattersIn(scope, topic, receivers)));
      return found.flat();
    },

    listTopics: (scope, after, limit) => rooms.listIds(scope, after, limit),
  };
}

interface Project {
  readonly title: string;
  readonly milestones: readonly { readonly n: number; readonly title: string }[];
}

/** Where a group said that it does not go well: from when no more answers come until it has said something newer. */
function lowOf(surveys: readonly Survey[], project: Project, group: string): SourceMatter[] {
  const known = surveys
    .flatMap((survey) => {
      const bands = bandsOf(survey, END);
      return bands ? [{ survey, bands, end: endOf(survey) }] : [];
    })
    .toSorted((a, b) => a.end.getTime() - b.end.getTime());
  return known.flatMap(({ survey, bands }, index) =>
    asksForALook(bands) ? [lowMatter(survey, project, group, known[index + 1]?.end ?? null)] : [],
  );
}

function lowMatter(
  survey: Survey,
  { title: name, milestones }: Project,
  group: string,
  until: Date | null,
): SourceMatter {
  const { activityId, groupId, n } = survey;
  const title = milestones.find((one) => one.n === n)?.title ?? '';
  return {
    id: `${activityId}/${groupId}/${n}/low`,
    topic: activityId,
    activityId,
    waitsFor: STAFF,
    code: 'DYNAMICS_LOW',
    params: { name, title, group, groupId },
    since: endOf(survey),
    until,
  };
}
