import {
  AdministratorView,
  ChangeView,
  ConsoleSessionView,
  InvitationView,
} from '../../contracts/administration.ts';
import {
  ConnectionResultView,
  LaunchesView,
  OverviewView,
  PendingDeploymentView,
  PlatformDetailsView,
  PlatformView,
} from '../../contracts/administration-platforms.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { AdministratorRecord, KeyState } from './administration.domain.ts';

type Names = ReadonlyMap<string, string>;

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

export const consoleSessionView = (
  administrator: { readonly id: string; readonly name: string },
  endsAt: Date,
  publicUrl: string,
) => ConsoleSessionView.parse({ administrator, endsAt: endsAt.toISOString(), publicUrl });

export const administratorView = (record: AdministratorRecord, yourId: string) =>
  AdministratorView.parse({
    ...record,
    joinedAt: record.joinedAt.toISOString(),
    isYou: record.id === yourId,
  });

export const overviewView = (overview: {
  readonly pendingPlatforms: number;
  readonly pendingDeployments: number;
  readonly oldestUnsentGradeAt: Date | null;
  readonly refusedLaunches: number;
  readonly launches: number;
}) => OverviewView.parse({ ...overview, oldestUnsentGradeAt: iso(overview.oldestUnsentGradeAt) });

export const platformView = (platform: PlatformView): PlatformView => PlatformView.parse(platform);

interface DeploymentEntity {
  readonly key: string;
  readonly platformId: string;
  readonly deploymentId: string;
  readonly status: 'approved' | 'pending';
  readonly firstSeenAt: Date;
}

const asDeployment = (deployment: DeploymentEntity) => ({
  ...deployment,
  firstSeenAt: deployment.firstSeenAt.toISOString(),
});

export const platformDetailsView = (
  platform: Omit<PlatformDetailsView, 'deployments' | 'keys'> & {
    readonly deployments: readonly DeploymentEntity[];
  },
  keys: readonly {
    readonly kid: string;
    readonly state: KeyState;
    readonly signsFrom: Date;
    readonly publishedUntil: Date | null;
  }[],
): PlatformDetailsView =>
  PlatformDetailsView.parse({
    ...platform,
    deployments: platform.deployments.map(asDeployment),
    keys: keys.map((key) => ({
      ...key,
      signsFrom: iso(key.signsFrom),
      publishedUntil: iso(key.publishedUntil),
    })),
  });

export const pendingDeploymentView = (deployment: DeploymentEntity, names: Names) =>
  PendingDeploymentView.parse({
    ...asDeployment(deployment),
    platformName: names.get(deployment.platformId) ?? null,
  });

export const connectionResultView = (result: ConnectionResultView): ConnectionResultView =>
  ConnectionResultView.parse(result);

export const launchesView = (
  counts: LaunchesView['counts'],
  launches: readonly {
    readonly at: Date;
    readonly code: string | null;
    readonly platformId: string | null;
    readonly deploymentId: string | null;
    readonly requestId: string;
  }[],
  names: Names,
) =>
  LaunchesView.parse({
    counts,
    items: launches.map((launch) => ({
      ...launch,
      at: iso(launch.at),
      platformName: launch.platformId === null ? null : (names.get(launch.platformId) ?? null),
    })),
  });

export const invitationView = (
  invitation: {
    readonly id: string;
    readonly kind: 'platform' | 'administrator';
    readonly label: string;
    readonly madeBy: string | null;
    readonly madeAt: Date;
    readonly expiresAt: Date;
  },
  state: InvitationView['state'],
  names: Names,
) =>
  InvitationView.parse({
    ...invitation,
    madeBy: invitation.madeBy === null ? null : (names.get(invitation.madeBy) ?? null),
    madeAt: iso(invitation.madeAt),
    expiresAt: iso(invitation.expiresAt),
    state,
  });

/** An event as administrators read it: names where there are any, and its settings in one line. */
export function changeView(
  { id, at, type, actor, subject, data }: DomainEvent,
  detail: string,
  names: { readonly people: Names; readonly platforms: Names },
) {
  const by =
    actor.kind === 'administrator'
      ? { kind: 'administrator', name: names.people.get(actor.administratorId) ?? actor.administratorId }
      : { kind: 'system', name: actor.kind === 'system' ? actor.job : actor.memberId };
  const label = typeof data['label'] === 'string' ? data['label'] : null;
  const known = names.platforms.get(subject.id) ?? names.people.get(subject.id) ?? label;
  return ChangeView.parse({ id, at: iso(at), type, by, subject: known ?? subject.id, detail });
}
