import type { NamedMember, NamesLookup } from '../../core/names-lookup.ts';

interface LookedUp {
  readonly namedMember?: readonly NamedMember[];
}

/** Brings names and roles of members along with rows of other collections. */
export const namesLookup: NamesLookup = {
  stages: (field) => [
    { $lookup: { from: 'members', localField: field, foreignField: '_id', as: 'namedMember' } },
  ],
  take<Row extends object>(found: Row) {
    const { namedMember: [member] = [], ...row } = found as Row & LookedUp;
    return {
      row: row as unknown as Row,
      member: member ? { name: member.name, role: member.role } : null,
    };
  },
};
