import { GroupFilesView } from '../../contracts/group-files.ts';
import type { RoomView } from '../../contracts/group-room.ts';
import type { GroupFile } from './group-files.domain.ts';

interface Seen {
  readonly room: RoomView;
  readonly entries: readonly GroupFile[];
  /** As the files feature has them. */
  readonly files: ReadonlyMap<string, { id: string; name: string; size: number; type: string | null }>;
  readonly names: ReadonlyMap<string, string | null>;
}

/** The files of a group, for its members and for staff. */
export function groupFilesView({ room, entries, files, names }: Seen): GroupFilesView {
  const items = entries.flatMap(({ entryId, versions }) => {
    const shown = versions.toReversed().flatMap(({ n, fileId, by, at }) => {
      const file = files.get(fileId);
      if (!file) return [];
      const { id, name, size, type } = file;
      const attached = { id, name, size, type: type ?? '' };
      return [{ n, file: attached, by: names.get(by) ?? null, at: at.toISOString() }];
    });
    return shown.length === 0 ? [] : [{ entryId, versions: shown }];
  });
  const nameOf = ({ versions }: (typeof items)[number]): string => versions[0]?.file.name ?? '';
  return GroupFilesView.parse({
    room,
    items: items.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b))),
  });
}
