import { TeamDynamicsView } from '../../contracts/team-dynamics.ts';
import type { surveyAt } from './team-dynamics.domain.ts';

interface Facts {
  readonly project: {
    readonly title: string;
    readonly milestones: readonly { readonly n: number; readonly title: string }[];
  };
  readonly group: { readonly name: string | null; readonly memberIds: readonly string[] };
  readonly canWrite: boolean;
  readonly names: ReadonlyMap<string, string | null>;
  /** The caller. */
  readonly forId: string;
  readonly n: number;
  readonly surveys: readonly (ReturnType<typeof surveyAt> & { readonly title: string })[];
}

/** The same for the group and for staff. */
export const teamDynamicsView = ({
  project,
  group,
  canWrite,
  names,
  forId,
  n,
  surveys,
}: Facts): TeamDynamicsView =>
  TeamDynamicsView.parse({
    room: {
      title: project.title,
      name: group.name,
      members: group.memberIds.map((memberId) => ({
        memberId,
        name: names.get(memberId) ?? null,
        isOwn: memberId === forId,
      })),
      milestones: project.milestones.map((one) => ({ n: one.n, title: one.title })),
      can: { write: canWrite },
    },
    n,
    surveys: surveys.map(({ opensAt, until, ...rest }) => ({
      ...rest,
      opensAt: opensAt.toISOString(),
      until: until.toISOString(),
    })),
  });
