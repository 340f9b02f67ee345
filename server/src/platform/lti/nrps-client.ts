import type { Clock } from '../../core/clock.ts';
import { isTestUser, roleOf } from '../../core/roles.ts';
import { isRecord } from './launch-checks.ts';
import { idsOf, nameOf, text } from './launch-claims.ts';
import type { LmsGroup, LmsGroupSet, RosterEntry, RosterServices } from './roster-ports.ts';
import type { ServiceClient } from './service-client.ts';
import { readPages } from './service-pages.ts';
import { MEDIA_TYPE, SCOPE } from './vocabulary.ts';

/** LTI 1.3 §5.3.1: identifiers are at most 255 characters. */
const ID_MAX = 255;
const GROUPS_SCOPE = { scope: SCOPE.groups, keyOf: ({ id }: { id: string }) => id };

type Entry = Readonly<Record<string, unknown>>;

const idOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= ID_MAX ? value : null;

/** Names and Role Provisioning Services 2.0 and Course Groups Service 1.0 over ltijs's access tokens. */
export function createRosterServices(client: ServiceClient, clock: Clock): RosterServices {
  const members = (platformId: string, url: string) =>
    readPages(client, clock, {
      platformId,
      url,
      scope: SCOPE.memberships,
      mediaType: MEDIA_TYPE.memberships,
      property: 'members',
      toItem: rosterEntry,
      keyOf: ({ subject }) => subject,
    });

  return {
    readMembers(platformId, url, { groups = false } = {}) {
      return members(platformId, groups ? withGroups(url) : url);
    },

    async readGroupMembers(platformId, membershipsUrl, groupId) {
      const addressed = await client.address(platformId, membershipsUrl);
      if (addressed.type !== 'platform') return null;
      const { groupMembershipsUrl } = addressed.quirks;
      return groupMembershipsUrl && members(platformId, groupMembershipsUrl(membershipsUrl, groupId));
    },

    async offersGroupRosters(platformId, membershipsUrl) {
      const addressed = await client.address(platformId, membershipsUrl);
      return addressed.type === 'platform' && addressed.quirks.groupMembershipsUrl !== null;
    },

    readGroups: (platformId, url) =>
      readPages(client, clock, {
        ...GROUPS_SCOPE,
        platformId,
        url,
        mediaType: MEDIA_TYPE.groups,
        property: 'groups',
        toItem: lmsGroup,
      }),

    readGroupSets: (platformId, url) =>
      readPages(client, clock, {
        ...GROUPS_SCOPE,
        platformId,
        url,
        mediaType: MEDIA_TYPE.groupSets,
        property: 'sets',
        toItem: lmsGroupSet,
      }),
  };
}

/** Course Groups Service 1.0 §3.3: a roster with each member's groups. */
function withGroups(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.searchParams.set('groups', 'true');
  return url.href;
}

/** NRPS 2.0 §2.2: `status` may be absent and means Active then; roles may be short names. */
function rosterEntry(entry: Entry): RosterEntry | null {
  const subject = idOf(entry.user_id);
  if (subject === null) return null;
  const roles = Array.isArray(entry.roles) ? entry.roles.filter((role) => typeof role === 'string') : [];
  const role = roleOf(roles);
  return {
    subject,
    status: entry.status === 'Inactive' || entry.status === 'Deleted' ? 'inactive' : 'active',
    role: role ?? 'learner',
    readOnly: role === null,
    testUser: isTestUser(roles),
    name: nameOf(entry),
    email: text(entry.email, 320),
    groups: enrolments(entry.group_enrollments),
  };
}

const enrolments = (value: unknown): string[] | null =>
  Array.isArray(value) ? idsOf(value.map((one) => (isRecord(one) ? one.group_id : null))) : null;

function lmsGroup(entry: Entry): LmsGroup | null {
  const id = idOf(entry.id);
  return id === null ? null : { id, name: text(entry.name), setId: idOf(entry.set_id) };
}

function lmsGroupSet(entry: Entry): LmsGroupSet | null {
  const id = idOf(entry.id);
  return id === null ? null : { id, name: text(entry.name) };
}
