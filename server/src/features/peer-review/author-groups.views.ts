import { OwnAuthorsView } from '../../contracts/peer-review-groups.ts';

interface Named {
  readonly name: string | null;
}

const named = (people: readonly Named[]) => people.map(({ name }) => ({ name }));

/** For somebody of the group: with whom one hands in, by name. */
export const ownAuthorsView = (
  { state, submissionsCloseAt }: Pick<OwnAuthorsView, 'state' | 'submissionsCloseAt'>,
  group: { readonly name: string | null; readonly members: readonly Named[] } | null,
  sharers: readonly Named[] | null,
): OwnAuthorsView =>
  OwnAuthorsView.parse({
    state,
    group: group && { name: group.name, members: named(group.members) },
    sharers: sharers && named(sharers),
    submissionsCloseAt,
  });
