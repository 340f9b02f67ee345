import { leadsTo, type OutsidePlace } from '../../contracts/outside-links.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import { isStaff } from '../../core/roles.ts';
import type { Csv } from '../../platform/csv/ports.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { TeamRoom, TeamRooms } from '../group-work/index.ts';
import { placesOf, plainRows, zoomRows } from './outside-places.domain.ts';
import type { OutsideLinkStore } from './outside-places.store.ts';
import { outsidePlaceListView, outsidePlacesView } from './outside-places.views.ts';

export interface OutsidePlacePorts {
  readonly rooms: Pick<TeamRooms, 'open' | 'openAll'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly csv: Pick<Csv, 'write'>;
  /** Links lead to these alone. */
  readonly config: { readonly outsideHosts: readonly string[] };
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

interface Address {
  readonly activityId: string;
  readonly groupId: string;
}

export type OutsidePlacesService = ReturnType<typeof createOutsidePlacesService>;

/** Boards and video rooms outside that groups use (group-work.md item 3). */
export function createOutsidePlacesService(store: OutsideLinkStore, ports: OutsidePlacePorts) {
  const { rooms, course, csv, clock, eventsWritten } = ports;
  const hosts = ports.config.outsideHosts;

  const open = async (caller: Caller, { activityId, groupId }: Address) => {
    const [room, pasted] = await Promise.all([
      rooms.open(caller, activityId, groupId),
      store.find(caller.scope, activityId, groupId),
    ]);
    return { room, pasted };
  };

  /** Staff link every group; members theirs where the project lets them. */
  const mayChange = (caller: Caller, { project, canWrite }: TeamRoom, kind: OutsidePlace): boolean =>
    project.state !== 'closed' &&
    caller.can('groupWork.linkPlaces') &&
    (isStaff(caller.member.role) || (canWrite && project.team[kind]?.groupsPaste === true));

  async function get(caller: Caller, address: Address) {
    const { room, pasted } = await open(caller, address);
    const { project, group } = room;
    return outsidePlacesView({
      title: project.title,
      groupName: group.name,
      isOpen: project.state !== 'closed',
      places: placesOf(project.team, group.name, pasted, hosts).map((place) => ({
        ...place,
        can: { change: mayChange(caller, room, place.kind) },
      })),
      revision: pasted?.revision ?? 0,
      hosts,
    });
  }

  return {
    /** @throws AppError NOT_FOUND, NOT_IN_GROUP, ACTIVITY_NOT_OPEN */
    get,

    /**
     * @param url empty: takes back what is pasted
     * @throws AppError NOT_FOUND where the project asks for no such place, FORBIDDEN where staff alone link,
     *   ACTIVITY_CLOSED, STALE_REVISION, OUTSIDE_HOST_REFUSED, and as `get`
     */
    async link(caller: Caller, address: Address, kind: OutsidePlace, url: string, expectedRevision: number) {
      const { room, pasted } = await open(caller, address);
      if (!room.project.team[kind]) throw new AppError('NOT_FOUND', { kind });
      if (room.project.state === 'closed') throw new AppError('ACTIVITY_CLOSED');
      if (!mayChange(caller, room, kind)) throw new AppError('FORBIDDEN');
      const { [kind]: before, ...others } = pasted?.links ?? {};
      if ((before?.url ?? '') === url) return get(caller, address);
      if ((pasted?.revision ?? 0) !== expectedRevision) throw new AppError('STALE_REVISION');
      if (url !== '' && !leadsTo(url, hosts)) throw new AppError('OUTSIDE_HOST_REFUSED');
      const { activityId, groupId } = address;
      const at = clock.now();
      const links = url === '' ? others : { ...others, [kind]: { url, by: caller.member.id, at } };
      const subject = { kind: 'outsideLinks', id: `${activityId}/${groupId}` };
      const data = { activityId, groupId, place: kind, url, before: before?.url ?? '' };
      const event = courseEvent('outsidePlace.linked', subject, caller, at, data);
      const saved = { activityId, groupId, links, revision: expectedRevision + 1 };
      if (!(await store.save(caller.scope, saved, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return get(caller, address);
    },

    /** For staff: all groups of a project, by their ids. @throws AppError NOT_FOUND */
    async list(caller: Caller, activityId: string, after: string | undefined, limit: number) {
      const [{ project, groups }, pasted] = await Promise.all([
        rooms.openAll(caller, activityId),
        store.listOf(caller.scope, activityId),
      ]);
      const sorted = groups.toSorted((a, b) => (a.groupId < b.groupId ? -1 : 1));
      const rest = sorted.filter(({ groupId }) => after === undefined || groupId > after);
      const page = rest.slice(0, limit);
      const lines = page.map(({ groupId, name }) => {
        const own = pasted.find((one) => one.groupId === groupId) ?? null;
        return { groupId, name, places: placesOf(project.team, name, own, hosts) };
      });
      const next = rest.length > limit ? (page.at(-1)?.groupId ?? null) : null;
      return outsidePlaceListView(project.title, lines, next);
    },

    /** For staff: who is in which group, to be read by a video service. @throws AppError NOT_FOUND */
    async exportRooms(caller: Caller, activityId: string, format: 'zoom' | 'plain') {
      const { groups } = await rooms.openAll(caller, activityId);
      const found = await course.findMembers(
        caller.scope,
        groups.flatMap(({ memberIds }) => memberIds),
      );
      const people = new Map(found.map((member) => [member.id, member]));
      const all = groups.map(({ name, memberIds }, index) => ({
        name: name ?? String(index + 1),
        members: memberIds.map((id) => ({
          name: people.get(id)?.name ?? '',
          email: people.get(id)?.email ?? null,
        })),
      }));
      const members = all.flatMap((room) => room.members);
      return {
        csv: csv.write(format === 'zoom' ? zoomRows(all) : plainRows(all)),
        withoutAddress: members.filter(({ email }) => email === null).length,
      };
    },
  };
}
