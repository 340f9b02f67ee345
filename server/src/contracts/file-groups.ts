import { FILE_TYPES } from './file-types.ts';
import type { FILE_GROUPS } from './limits.ts';

export type FileGroup = (typeof FILE_GROUPS)[number];

/** What people would call a file of this media type; null for one that is not taken at all. */
export function groupOf(type: string): FileGroup | null {
  const known = FILE_TYPES[type];
  if (!known) return null;
  const groups = {
    image: 'images',
    audio: 'audio',
    video: 'video',
    pdf: 'documents',
    text: 'texts',
  } as const;
  if (known.preview !== null) return groups[known.preview];
  return type === 'application/zip' ? 'archives' : 'documents';
}

/** Media types of some groups. */
const typesOf = (groups: readonly FileGroup[]): string[] =>
  Object.keys(FILE_TYPES).filter((type) => {
    const group = groupOf(type);
    return group !== null && groups.includes(group);
  });

/** What a chooser of files should offer for some groups: extensions with their dots. */
export const extensionsOf = (groups: readonly FileGroup[]): string[] =>
  typesOf(groups).flatMap((type) => (FILE_TYPES[type]?.extensions ?? []).map((extension) => `.${extension}`));
