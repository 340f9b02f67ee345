import type { ErrorCode } from '../../contracts/errors.ts';
import type { TeamRole } from '../../contracts/team-settings.ts';

/** A role that somebody chose a member for. */
export interface Assigned {
  readonly roleId: string;
  readonly n: number;
  readonly memberId: string;
}

export type Held = Pick<Assigned, 'roleId' | 'memberId'>;

/** Who was chosen for the roles of one group. */
export interface TeamRoles {
  readonly activityId: string;
  readonly groupId: string;
  readonly assigned: readonly Assigned[];
  /** Who had a role and then another did, so that they know what it is told. */
  readonly held: readonly Held[];
  readonly revision: number;
}

/** That somebody was in the group from a moment on; `to` null: and is. */
export interface Stay {
  readonly memberId: string;
  readonly from: Date;
  readonly to: Date | null;
}

/** A step of the project, by date. */
export interface Step {
  readonly n: number;
  readonly dueAt: Date;
}

export interface Holder {
  readonly n: number;
  readonly memberId: string | null;
  readonly isChosen: boolean;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Members in the order in which they first came. */
function inOrder(stays: readonly Stay[]): { readonly memberId: string; readonly since: number }[] {
  const since = new Map<string, number>();
  for (const { memberId, from } of stays)
    since.set(memberId, Math.min(from.getTime(), since.get(memberId) ?? Infinity));
  return [...since]
    .map(([memberId, at]) => ({ memberId, since: at }))
    .sort((a, b) => a.since - b.since || compare(a.memberId, b.memberId));
}

/**
 * Whose turn it is at each step: members take turns in the order in which they came, and who comes later stands at the
 * end. A step looks at who was there up to its date, or up to now, and at nothing later: so nobody who comes or leaves
 * changes who had the role before. Who has left is passed over.
 */
export function turnsOf(
  steps: readonly Step[],
  startsAt: Date,
  stays: readonly Stay[],
  now: Date,
): (string | null)[] {
  const people = inOrder(stays);
  let queue: string[] = [];
  const enqueue = (until: number): void => {
    for (const { memberId, since } of people)
      if (since <= until && !queue.includes(memberId)) queue.push(memberId);
  };
  return steps.map(({ dueAt }, index) => {
    const begins = Math.min((steps[index - 1]?.dueAt ?? startsAt).getTime(), now.getTime());
    const looksAt = Math.max(begins, Math.min(dueAt.getTime(), now.getTime()));
    const isThere = (id: string): boolean =>
      stays.some(
        ({ memberId, from, to }) =>
          memberId === id && from.getTime() <= looksAt && (to === null || to.getTime() > looksAt),
      );
    enqueue(begins);
    // A group may come together after its project has begun.
    if (!queue.some(isThere)) enqueue(looksAt);
    const holder = queue.find(isThere) ?? null;
    if (holder !== null) queue = [...queue.filter((id) => id !== holder), holder];
    return holder;
  });
}

/** Who has a role at each step: whoever was chosen, else, where it rotates, whose turn it is. */
export function holdersOf(
  { id, rotates }: Pick<TeamRole, 'id' | 'rotates'>,
  steps: readonly Step[],
  turns: readonly (string | null)[],
  assigned: readonly Assigned[],
): Holder[] {
  return steps.map(({ n }, index) => {
    const chosen = assigned.find((one) => one.roleId === id && one.n === n);
    if (chosen) return { n, memberId: chosen.memberId, isChosen: true };
    return { n, memberId: rotates ? (turns[index] ?? null) : null, isChosen: false };
  });
}

/** The roles with one more choice; null takes the choice back. */
export const withAssigned = (
  assigned: readonly Assigned[],
  { roleId, n }: Pick<Assigned, 'roleId' | 'n'>,
  memberId: string | null,
): Assigned[] => [
  ...assigned.filter((one) => one.roleId !== roleId || one.n !== n),
  ...(memberId === null ? [] : [{ roleId, n, memberId }]),
];

interface HeldRole {
  readonly id: string;
  readonly holders: readonly Holder[];
}

/** Steps that have begun: the first at once, each other when the one before is due. @param steps by date */
export const begunOf = (steps: readonly Step[], now: Date): ReadonlySet<number> =>
  new Set(
    steps.flatMap(({ n }, index) => {
      const before = steps[index - 1];
      return before === undefined || before.dueAt <= now ? [n] : [];
    }),
  );

/** The roles whose material somebody may know: those that they have or had at a step that has begun. */
export function knownRoles(
  roles: readonly HeldRole[],
  held: readonly Held[],
  begun: ReadonlySet<number>,
  memberId: string,
): ReadonlySet<string> {
  const has = ({ holders }: HeldRole): boolean =>
    holders.some((one) => begun.has(one.n) && one.memberId === memberId);
  return new Set([
    ...roles.filter(has).map(({ id }) => id),
    ...held.filter((one) => one.memberId === memberId).map(({ roleId }) => roleId),
  ]);
}

/** Who had roles, with whoever has one at a step that has begun before another gets it. */
export function withHeld(
  held: readonly Held[],
  { roleId, n }: Pick<Assigned, 'roleId' | 'n'>,
  holders: readonly Holder[],
  begun: ReadonlySet<number>,
): readonly Held[] {
  const memberId = begun.has(n) ? (holders.find((one) => one.n === n)?.memberId ?? null) : null;
  if (memberId === null || held.some((one) => one.roleId === roleId && one.memberId === memberId))
    return held;
  return [...held, { roleId, memberId }];
}

/** Roles of a group that gives them itself, with material that is not open to all yet. */
interface HeldMaterial {
  readonly roles: readonly HeldRole[];
  /** The ids of those that have material. */
  readonly withMaterial: ReadonlySet<string>;
  readonly held: readonly Held[];
  readonly begun: ReadonlySet<number>;
  /** Who is in the group now. */
  readonly memberIds: readonly string[];
}

/** Whether whoever has a role at a step may read its material already, so that the group cannot give it to another. */
export function isHeld(
  { roles, withMaterial, begun, memberIds }: Omit<HeldMaterial, 'held'>,
  { roleId, n }: Pick<Assigned, 'roleId' | 'n'>,
): boolean {
  if (!withMaterial.has(roleId) || !begun.has(n)) return false;
  const holder = roles.find(({ id }) => id === roleId)?.holders.find((one) => one.n === n)?.memberId;
  return typeof holder === 'string' && memberIds.includes(holder);
}

/**
 * Why a group cannot give a role to a member: otherwise one could take each role in turn and read all of the material.
 * Somebody gets a second role only where nobody is left who knows none, so that a small group can fill all. Null: it can.
 */
export function whyNotGive(
  material: HeldMaterial,
  to: Pick<Assigned, 'roleId' | 'n'> & { readonly memberId: string | null },
): Extract<ErrorCode, 'ROLE_IS_HELD' | 'ROLE_KNOWS_ANOTHER'> | null {
  const { roles, withMaterial, held, begun, memberIds } = material;
  const { roleId, n, memberId } = to;
  if (!withMaterial.has(roleId) || !begun.has(n)) return null;
  if (isHeld(material, to)) return 'ROLE_IS_HELD';
  const knows = (id: string): boolean =>
    [...knownRoles(roles, held, begun, id)].some((one) => one !== roleId && withMaterial.has(one));
  const othersWait = memberIds.some((id) => id !== memberId && !knows(id));
  return memberId !== null && knows(memberId) && othersWait ? 'ROLE_KNOWS_ANOTHER' : null;
}
