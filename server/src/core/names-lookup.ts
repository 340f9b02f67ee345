/** How a store of another feature has the names of members brought along with its rows. */
export interface NamesLookup {
  /** Stages of an aggregation, for the round trip of the rows themselves. @param field where the row has the member's id */
  stages(field: string): readonly object[];
  /** Whom the stages have left in a row; null: there is no such member. */
  memberIn(row: object): NamedMember | null;
  /** The same of a field that has the ids of several. */
  stagesOfMany(field: string): readonly object[];
  membersIn(row: object): readonly Mentioned[];
}

/** Somebody who is named in a text, by their id. */
export interface Mentioned {
  readonly memberId: string;
  readonly name: string | null;
}

/** A member as others see them. */
export interface NamedMember {
  readonly name: string | null;
  readonly role: string;
}
