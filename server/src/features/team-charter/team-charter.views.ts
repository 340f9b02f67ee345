import { CharterView, ListCharters } from '../../contracts/team-charter.ts';
import type { Charter, CharterLine, CharterVersion } from './team-charter.domain.ts';

type Names = ReadonlyMap<string, string | null>;

interface Seen {
  readonly title: string;
  readonly groupName: string | null;
  /** Who is in the group now and has not agreed. */
  readonly missing: readonly string[];
  readonly prompts: CharterView['prompts'];
  readonly current: CharterVersion | null;
  readonly earlier: readonly CharterVersion[];
  /** Left out for staff. */
  readonly draft: Pick<Charter, 'draft' | 'revision' | 'savedBy' | 'savedAt'> | null;
  readonly names: Names;
  readonly forId: string;
  readonly can: CharterView['can'];
}

export function charterView(seen: Seen): CharterView {
  const { current, earlier, draft, names, forId, missing, ...rest } = seen;
  const person = (id: string) => ({ name: names.get(id) ?? null, isOwn: id === forId });
  const version = ({ at, by, agreements, ...text }: CharterVersion) => ({
    ...text,
    by: person(by),
    at: at.toISOString(),
    agreements: agreements.map((one) => ({ ...person(one.memberId), at: one.at.toISOString() })),
  });
  return CharterView.parse({
    ...rest,
    draft: draft && {
      texts: draft.draft,
      revision: draft.revision,
      savedBy: draft.savedBy === null ? null : person(draft.savedBy),
      savedAt: draft.savedAt?.toISOString() ?? null,
    },
    current: current && { ...version(current), missing: missing.map(person) },
    earlier: earlier.map(version),
  });
}

/** How far one group is. */
interface Line {
  readonly groupId: string;
  readonly name: string | null;
  readonly members: number;
  /** Of those in it now. */
  readonly missing: number;
  readonly current: CharterLine['current'];
}

export const charterListView = (title: string, lines: readonly Line[], next: string | null) =>
  ListCharters.response.parse({
    title,
    next,
    items: lines.map(({ groupId, name, members, missing, current }) => ({
      groupId,
      name,
      state: current === null ? 'none' : missing > 0 ? 'toAgree' : 'agreed',
      agreed: members - missing,
      members,
      at: current?.at.toISOString() ?? null,
    })),
  });
