import type { Caller } from '../../platform/http/ports.ts';
import type { Files } from '../files/index.ts';
import type { WorkFile } from './peer-review.domain.ts';

/** Whose files may be attached. */
export interface Attachable {
  /** Members who write the same work. */
  readonly ownerIds: readonly string[];
  /** Files that are in the work already, whoever brought them. */
  readonly known: readonly string[];
}

/**
 * Files with these ids as they are now, in this order; what is not there any more, or may not be attached, is left out.
 *
 * @param among by default the caller's own
 */
export async function ownFilesOf(
  files: Pick<Files, 'findReady'>,
  { scope, member }: Caller,
  ids: readonly string[],
  among: Attachable = { ownerIds: [], known: [] },
): Promise<WorkFile[]> {
  const found = await files.findReady(scope, ids);
  const owners = new Set([member.id, ...among.ownerIds]);
  const known = new Set(among.known);
  return ids.flatMap((id) => {
    const file = found.get(id);
    if (!file || file.type === null || !(owners.has(file.ownerId) || known.has(id))) return [];
    return [{ id, name: file.name, size: file.size, type: file.type }];
  });
}
