import type { NamesLookup } from '../../core/names-lookup.ts';

interface LookedUp {
  /** Names and roles: one of each, or none where there is no such member. */
  readonly namedMember?: readonly [(string | null)[], string[]];
  readonly namedMembers?: readonly { readonly _id: string; readonly name: string | null }[];
}

/** Brings names and roles of members along with rows of other collections. */
export const namesLookup: NamesLookup = {
  stages: (field) => [
    { $lookup: { from: 'members', localField: field, foreignField: '_id', as: 'namedMember' } },
    // Members have much more than that, and a page has fifty of them.
    { $set: { namedMember: ['$namedMember.name', '$namedMember.role'] } },
  ],
  memberIn(row) {
    const { namedMember: [names, roles] = [] } = row as LookedUp;
    const role = roles?.[0];
    return role === undefined ? null : { name: names?.[0] ?? null, role };
  },
  stagesOfMany: (field) => [
    { $lookup: { from: 'members', localField: field, foreignField: '_id', as: 'namedMembers' } },
  ],
  membersIn: (row) =>
    ((row as LookedUp).namedMembers ?? []).map(({ _id, name }) => ({ memberId: _id, name })),
};
