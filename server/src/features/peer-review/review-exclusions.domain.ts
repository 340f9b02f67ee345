import { authorsOf, type Review } from './peer-review.domain.ts';
import type { ExclusionProblem } from '../../contracts/review-exclusions.ts';

/** Two people who are not to review each other. */
export interface ReviewExclusion {
  readonly courseId: string;
  /** Null: in the whole course; else only there, because staff took a review away. */
  readonly activityId: string | null;
  /** In the order of their ids. */
  readonly memberIds: readonly [string, string];
  readonly source: 'staff' | 'report' | 'takenAway';
  readonly by: string;
  readonly from: Date;
  /** Since when it holds no more; null while it does. */
  readonly until: Date | null;
}

/** Who must not review whom, by member, in either direction. */
export type Apart = ReadonlyMap<string, ReadonlySet<string>>;

/** Whether two people must not review each other. */
export const isApart = (apart: Apart, one: string, other: string): boolean =>
  apart.get(one)?.has(other) ?? false;

type Work = Pick<Review, 'authorId' | 'group'>;

/** Whether somebody must not review a work because of anybody whose work it is. */
export const isApartFromWork = (apart: Apart, reviewerId: string, work: Work): boolean =>
  authorsOf(work).some((id) => isApart(apart, reviewerId, id));

/** Who must not review a work. */
export const apartFromWork = (apart: Apart, work: Work): string[] =>
  [...new Set(authorsOf(work).flatMap((id) => [...(apart.get(id) ?? [])]))].sort();

/** Both in one order, whoever is named first. */
export const pairOf = (one: string, other: string): [string, string] =>
  one < other ? [one, other] : [other, one];

export function apartOf(exclusions: readonly Pick<ReviewExclusion, 'memberIds'>[]): Apart {
  const apart = new Map<string, Set<string>>();
  const note = (one: string, other: string): void => {
    const others = apart.get(one);
    if (others) others.add(other);
    else apart.set(one, new Set([other]));
  };
  for (const { memberIds } of exclusions) {
    note(memberIds[0], memberIds[1]);
    note(memberIds[1], memberIds[0]);
  }
  return apart;
}

/** The pairs among some people, as an allocation takes them: by their places. */
export function conflictsAmong(people: readonly string[], apart: Apart): [number, number][] {
  const placeOf = new Map(people.map((id, index) => [id, index]));
  return people.flatMap((id, index) =>
    [...(apart.get(id) ?? [])].flatMap((other): [number, number][] => {
      const place = placeOf.get(other);
      return place !== undefined && index < place ? [[index, place]] : [];
    }),
  );
}

interface Known {
  readonly id: string;
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

interface ReadPairs {
  readonly pairs: (readonly [string, string])[];
  readonly problems: { readonly line: number; readonly problem: ExclusionProblem; readonly value: string }[];
}

const plain = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
const VALUE_MAX = 200;

/**
 * The pairs that a list names: each row the people who must not review each other, by the LMS's id, e-mail or name. A first
 * row that names nobody is a heading. A row with somebody unknown is left out whole.
 *
 * @param most pairs that are taken; rows beyond them are problems
 */
export function readPairs(rows: readonly Row[], people: readonly Known[], most: number): ReadPairs {
  const byKey = indexPeople(people);
  const pairs = new Map<string, readonly [string, string]>();
  const problems: ReadPairs['problems'] = [];
  for (const [index, { line, cells }] of rows.entries()) {
    const values = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const found = values.map((value) => ({ value, ids: byKey.get(plain(value)) ?? [] }));
    if (index === 0 && found.every(({ ids }) => ids.length === 0)) continue;
    const refuse = (problem: ExclusionProblem, value: string): void => {
      problems.push({ line, problem, value: value.slice(0, VALUE_MAX) });
    };
    const unknown = found.find(({ ids }) => ids.length === 0);
    const ambiguous = found.find(({ ids }) => ids.length > 1);
    const ids = [...new Set(found.flatMap((one) => one.ids))];
    if (unknown) refuse('PERSON_UNKNOWN', unknown.value);
    else if (ambiguous) refuse('PERSON_AMBIGUOUS', ambiguous.value);
    else if (ids.length < 2) refuse('TOO_FEW_PEOPLE', values.join(', '));
    else {
      const ofRow = ids.flatMap((one, place) => ids.slice(place + 1).map((other) => pairOf(one, other)));
      const fresh = ofRow.filter((pair) => !pairs.has(pair.join('/')));
      if (pairs.size + fresh.length > most) refuse('TOO_MANY', values.join(', '));
      else for (const pair of fresh) pairs.set(pair.join('/'), pair);
    }
  }
  return { pairs: [...pairs.values()], problems };
}

/** Ids by whatever a row may call a person. */
function indexPeople(people: readonly Known[]): Map<string, string[]> {
  const byKey = new Map<string, string[]>();
  for (const { id, subject, name, email } of people) {
    for (const key of new Set([subject, name, email].flatMap((text) => (text ? plain(text) : [])))) {
      byKey.set(key, [...(byKey.get(key) ?? []), id]);
    }
  }
  return byKey;
}
