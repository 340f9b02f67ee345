import type { RoomView } from '../../contracts/group-room.ts';
import { GROUP_FILE_VERSIONS_MAX, GROUP_FILES_MAX } from '../../contracts/room-limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { Files } from '../files/index.ts';
import { groupFileItem, type RoomPort } from '../group-work/index.ts';
import { decidePut, type GroupFile } from './group-files.domain.ts';
import type { GroupFileStore } from './group-files.store.ts';
import { groupFilesView } from './group-files.views.ts';

export interface GroupFilePorts {
  readonly rooms: RoomPort;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly files: Pick<Files, 'findReady' | 'keep'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

interface Address {
  readonly activityId: string;
  readonly groupId: string;
}
type EntryAddress = Address & { readonly entryId: string };

const LIMITS = { files: GROUP_FILES_MAX, versions: GROUP_FILE_VERSIONS_MAX };

export type GroupFilesService = ReturnType<typeof createGroupFilesService>;

/** Files that a group keeps together (group-work.md item 3). */
export function createGroupFilesService(store: GroupFileStore, ports: GroupFilePorts) {
  const { rooms, course, files, clock, eventsWritten } = ports;

  const open = (caller: Caller, { activityId, groupId }: Address) =>
    Promise.all([
      rooms.openRoom(caller, activityId, groupId),
      store.listOf(caller.scope, activityId, groupId),
    ]);

  /** @throws AppError ACTIVITY_CLOSED */
  async function openToWrite(caller: Caller, address: Address) {
    const [room, all] = await open(caller, address);
    if (!room.can.write) throw new AppError('ACTIVITY_CLOSED');
    return { room, all };
  }

  async function view({ scope }: Caller, room: RoomView, all: readonly GroupFile[]) {
    const entries = all.filter(({ deletedAt }) => deletedAt === null);
    const versions = entries.flatMap((one) => one.versions);
    const [found, people] = await Promise.all([
      files.findReady(
        scope,
        versions.map(({ fileId }) => fileId),
      ),
      versions.length === 0 ? [] : course.findMembers(scope, [...new Set(versions.map(({ by }) => by))]),
    ]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return groupFilesView({ room, entries, files: found, names });
  }

  async function get(caller: Caller, address: Address) {
    return view(caller, ...(await open(caller, address)));
  }

  const eventOf = (type: EventType, caller: Caller, address: EntryAddress, data: Record<string, unknown>) => {
    const { activityId, groupId, entryId } = address;
    const subject = { kind: 'groupFile', id: entryId };
    return courseEvent(type, subject, caller, clock.now(), { activityId, groupId, ...data });
  };

  return {
    /** @throws AppError NOT_FOUND, NOT_IN_GROUP, ACTIVITY_NOT_OPEN */
    get,

    /** @throws AppError ACTIVITY_CLOSED, STALE_REVISION, FILES_TOO_MANY, FILE_MISSING, and as `get` */
    async put(caller: Caller, address: EntryAddress, fileId: string, expectedVersion: number) {
      const { room, all } = await openToWrite(caller, address);
      const { entryId } = address;
      const by = caller.member.id;
      const decision = decidePut(all, { entryId, fileId, expectedVersion, by, at: clock.now() }, LIMITS);
      if (decision.type === 'unchanged') return view(caller, room, all);
      if (decision.type === 'refuse') throw new AppError(decision.reason, { kind: 'group file' });
      // One's own upload: nobody puts another's into a list.
      await files.keep(caller.scope, groupFileItem(address), [fileId], by);
      const event = eventOf('groupFile.put', caller, address, { fileId, version: decision.version.n });
      if (!(await store.put(caller.scope, address, decision.version, event)))
        throw new AppError('STALE_REVISION');
      eventsWritten();
      return get(caller, address);
    },

    /** @throws AppError ACTIVITY_CLOSED, and as `get` */
    async setDeleted(caller: Caller, address: EntryAddress, deleted: boolean) {
      const { room, all } = await openToWrite(caller, address);
      const found = all.find(({ entryId }) => entryId === address.entryId);
      if (!found) throw new AppError('NOT_FOUND', { kind: 'group file' });
      if ((found.deletedAt !== null) === deleted) return view(caller, room, all);
      const event = eventOf(deleted ? 'groupFile.deleted' : 'groupFile.restored', caller, address, {});
      await store.setDeleted(caller.scope, address, deleted ? clock.now() : null, event);
      eventsWritten();
      return get(caller, address);
    },
  };
}
