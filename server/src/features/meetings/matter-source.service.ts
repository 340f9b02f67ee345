import type { Clock } from '../../core/clock.ts';
import { concernOfRooms, type TeamRooms } from '../group-work/index.ts';
import type { MatterSource, SourceMatter } from '../insights/index.ts';
import { endOf } from './meetings.domain.ts';
import type { MeetingStore } from './meetings.store.ts';

const DAY_MS = 86_400_000;

/** Meetings of the own group that are to come, until they are over. */
export const createMeetingMatters = (
  store: Pick<MeetingStore, 'listComing'>,
  { findRunning, listIds }: Pick<TeamRooms, 'findRunning' | 'listIds'>,
  clock: Clock,
): MatterSource => ({
  name: 'groupMeeting',
  kind: 'work',
  forLearners: true,

  concernOf(event) {
    const { type, subject, data } = event;
    if (subject.kind !== 'meeting') return concernOfRooms(event);
    if (type === 'meeting.noted' || type === 'meeting.attended') return null;
    return { topics: [String(data['activityId'])], memberIds: data['memberIds'] as readonly string[] };
  },

  async read(scope, topics, waitsFor) {
    // One that began within a day may still go on.
    const coming = await store.listComing(scope, topics, new Date(clock.now().getTime() - DAY_MS));
    const concerned = [...new Set(coming.map(({ activityId }) => activityId))];
    const projects = await Promise.all(concerned.map((id) => findRunning(scope, id)));
    const inside = new Map(
      projects.flatMap((project, index) =>
        (project?.groups ?? []).map(({ groupId, memberIds }) => [
          `${concerned[index]}/${groupId}`,
          memberIds,
        ]),
      ),
    );
    return coming.flatMap((meeting) =>
      (inside.get(`${meeting.activityId}/${meeting.groupId}`) ?? [])
        .filter((id) => waitsFor.includes(id))
        .map((memberId): SourceMatter => ({
          id: `${meeting.activityId}/${meeting.meetingId}`,
          topic: meeting.activityId,
          activityId: meeting.activityId,
          waitsFor: memberId,
          code: 'MEETING',
          params: { name: meeting.title, count: 1, groupId: meeting.groupId },
          since: new Date(0),
          answerBy: meeting.startsAt,
          until: endOf(meeting),
        })),
    );
  },

  listTopics: listIds,
});
