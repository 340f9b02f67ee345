import { isBlank, type RichText } from '../../contracts/plain-text.ts';
import { MaterialsView, TeamRolesView } from '../../contracts/team-roles.ts';
import type { TeamRole } from '../../contracts/team-settings.ts';
import type { Holder, Step } from './team-roles.domain.ts';

interface Seen {
  readonly title: string;
  readonly groupName: string | null;
  readonly roles: readonly (TeamRole & { readonly holders: readonly Holder[] })[];
  readonly milestones: readonly (Step & { readonly title: string })[];
  readonly memberIds: readonly string[];
  readonly revision: number;
  readonly names: ReadonlyMap<string, string | null>;
  readonly forId: string;
  readonly holds: boolean;
  readonly isHeld: (roleId: string, n: number) => boolean;
  readonly can: TeamRolesView['can'];
}

export function teamRolesView({
  roles,
  milestones,
  memberIds,
  names,
  forId,
  isHeld,
  ...rest
}: Seen): TeamRolesView {
  const person = (memberId: string) => ({
    memberId,
    name: names.get(memberId) ?? null,
    isOwn: memberId === forId,
  });
  return TeamRolesView.parse({
    ...rest,
    roles: roles.map(({ holders, ...role }) => ({
      ...role,
      holders: holders.map(({ n, memberId, isChosen }) => ({
        n,
        person: memberId === null ? null : person(memberId),
        isChosen,
        isHeld: isHeld(role.id, n),
      })),
    })),
    milestones: milestones.map(({ n, title, dueAt }) => ({ n, title, dueAt: dueAt.toISOString() })),
    members: memberIds.map(person),
  });
}

interface Materials {
  readonly title: string;
  readonly groupName: string | null;
  readonly roles: readonly TeamRole[];
  readonly parts: readonly { readonly roleId: string; readonly text: RichText }[];
  readonly opensAt: Date | null;
  readonly isOpen: boolean;
  /** Staff do. */
  readonly seesAll: boolean;
  /** The roles whose material the caller may know. */
  readonly known: ReadonlySet<string>;
}

/** What is not for the caller has no place in it. Roles that are told nothing are left out. */
export const materialsView = ({ roles, parts, opensAt, seesAll, known, ...rest }: Materials): MaterialsView =>
  MaterialsView.parse({
    ...rest,
    opensAt: opensAt?.toISOString() ?? null,
    items: roles.flatMap(({ id, kind, name }) => {
      const text = parts.find(({ roleId }) => roleId === id)?.text;
      if (text === undefined || isBlank(text)) return [];
      const isOwn = known.has(id);
      return [{ role: { id, kind, name }, isOwn, text: isOwn || seesAll || rest.isOpen ? text : null }];
    }),
  });
