/** Questions about the people of one's own group: shared by server and client, so without zod. */

/** Of which group set, and whether oneself is one of them. */
export interface GroupRows {
  setId: string;
  self: boolean;
}

/** Somebody of whom one is asked. */
export interface PersonRow {
  id: string;
  text: string;
  /** Of which group; only where one is asked about more than one. */
  group?: string | null | undefined;
  /** Until when one was together with them, as ISO 8601; undefined: one is. They need not be rated. */
  until?: string | undefined;
}

export interface OfPeople {
  /** The rows are the people of one's own group of a set; none are written then. */
  groupRows?: GroupRows | undefined;
  /** As it is asked: the groups whose people the rows are. */
  groups?: { name: string | null }[] | undefined;
}
