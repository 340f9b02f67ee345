import type { NetworkPage } from './network-api.ts';

interface Person {
  readonly id: string;
  /** On whose page the work is read: of a group's work, of one of its members. */
  readonly memberId: string;
  readonly name: string;
}

/** One review between two people who have names. */
export interface Tie {
  readonly key: string;
  readonly reviewer: Person;
  readonly author: Person;
  readonly state: NetworkPage['reviews'][number]['state'];
  readonly percent: number | null;
}

const placed = (page: NetworkPage, unnamed: string): Person[] =>
  [...page.reviewers.map((person) => ({ ...person, memberId: person.id })), ...page.furtherAuthors].map(
    ({ name, ...person }) => ({ ...person, name: name ?? unnamed }),
  );

/** The reviews of all pages. @param unnamed what somebody without a name is called */
export const tiesOf = (pages: readonly NetworkPage[], unnamed: string): Tie[] =>
  pages.flatMap((page) => {
    const people = placed(page, unnamed);
    return page.reviews.flatMap(({ reviewer: by, author: of, state, percent }) => {
      const [reviewer, author] = [people[by], people[of]];
      return reviewer && author
        ? [{ key: `${reviewer.id} ${author.id}`, reviewer, author, state, percent }]
        : [];
    });
  });

/** Everybody who reviews or is reviewed, in the order of the page. */
export function peopleOf(page: NetworkPage, unnamed: string): Person[] {
  const tied = new Set(page.reviews.flatMap(({ reviewer, author }) => [reviewer, author]));
  return placed(page, unnamed).filter((_, place) => tied.has(place));
}
