import type { EVALUATION_QUESTIONS } from '../../contracts/questionnaire-evaluation.ts';
import { asksOfGroup, type Item } from '../../contracts/questionnaire-rules.ts';
import { type Factors, factorsOf, type Ratings, sapaFactors } from './contribution-factors.domain.ts';
import type { Answered } from './questionnaire.domain.ts';

type Question = (typeof EVALUATION_QUESTIONS)[number];

/** What the members of a group have said of each other. */
export interface GroupEvaluation {
  readonly groupId: string;
  readonly name: string | null;
  readonly people: readonly PersonEvaluation[];
  /** Whose answers it comes from, with their ids. */
  readonly raters: readonly { readonly memberId: string; readonly answerId: string }[];
}

export interface PersonEvaluation {
  readonly memberId: string;
  /** When the person left the group, as ISO 8601; null: had not when the others began to answer. */
  readonly until: string | null;
  readonly hasAnswered: boolean;
  /** Others who have said something of this person. */
  readonly raters: number;
  /** Whether the person is shown nothing: it could be laid at one other's door. */
  readonly isWithheld: boolean;
  readonly byCriterion: readonly {
    readonly itemId: string;
    readonly received: number | null;
    readonly own: number | null;
  }[];
  readonly received: number | null;
  readonly own: number | null;
  readonly factors: Factors;
  readonly sapa: number | null;
  readonly questions: readonly Question[];
}

/** With fewer others, what somebody reads could be laid at one person's door. */
const RATERS_MIN = 2;
/** Far from an equal share, in shares of what a rater gives on average. */
const HIGH = 1.25;
const LOW = 0.75;

/** The questions in which people of a group rate each other, step by step from the first column to the last. */
export function criteriaOf(items: readonly Item[]) {
  const all = items.filter(asksOfGroup);
  return { all, levels: Math.max(0, ...all.map(({ columns }) => columns.length)) };
}

/**
 * Gathers what members said of each other, group by group as each was when its members began to answer, with those who had
 * left it before: who has left or come since then changes nothing.
 *
 * @param answers of one version and round, with names
 */
export function evaluationsOf(items: readonly Item[], answers: readonly Answered[]): GroupEvaluation[] {
  const criteria = criteriaOf(items).all;
  interface Group {
    readonly name: string | null;
    readonly setId: string;
    readonly memberIds: Set<string>;
    readonly left: Map<string, string>;
    /** The first answer of each, and whom it is about here. */
    readonly sheets: Map<string, Answered & { readonly about: ReadonlySet<string> }>;
  }
  const groups = new Map<string, Group>();
  for (const answer of answers)
    for (const { setId, groupId, name, memberIds, until = {} } of answer.groups ?? []) {
      const known = groups.get(groupId) ?? {
        name,
        setId,
        memberIds: new Set(),
        left: new Map(),
        sheets: new Map(),
      };
      for (const id of memberIds) known.memberIds.add(id);
      const { memberId } = answer;
      // Who has left knows of the others only until when they were together.
      const left = until[memberId ?? ''] === undefined ? Object.keys(until) : [memberId ?? ''];
      for (const id of left) if (until[id] !== undefined) known.left.set(id, until[id]);
      if (memberId !== null && !known.sheets.has(memberId))
        known.sheets.set(memberId, { ...answer, about: new Set(memberIds) });
      groups.set(groupId, known);
    }
  return [...groups]
    .map(([groupId, { name, setId, memberIds, left, sheets: known }]) => {
      const ids = [...memberIds].sort();
      const ofSet = criteria.filter(({ groupRows }) => groupRows.setId === setId);
      const sheets = ids.map((id) => known.get(id));
      const byItem = ofSet.map((item) => ({
        itemId: item.id,
        ratings: sheets.map((sheet) =>
          ids.map((id) => (sheet?.about.has(id) ? levelOf(item.columns, sheet.answers[item.id], id) : null)),
        ),
      }));
      const raters = sheets.flatMap((sheet, rater) => {
        const memberId = ids[rater];
        return sheet && memberId !== undefined ? [{ memberId, answerId: sheet.id }] : [];
      });
      const people = peopleOf(ids, sheets.map(Boolean), byItem).map((one) => ({
        ...one,
        until: left.get(one.memberId) ?? null,
      }));
      return { groupId, name, raters, people };
    })
    .sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : (a.name ?? '') > (b.name ?? '') ? 1 : 0));
}

/** The place of the chosen column, from 1. */
function levelOf(
  columns: readonly { readonly id: string }[],
  answer: Answered['answers'][string] | undefined,
  memberId: string,
): number | null {
  if (typeof answer !== 'object' || Array.isArray(answer)) return null;
  const place = columns.findIndex(({ id }) => id === answer[memberId]);
  return place < 0 ? null : place + 1;
}

const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

interface OfItem {
  readonly itemId: string;
  readonly ratings: Ratings;
}

function peopleOf(
  ids: readonly string[],
  answered: readonly boolean[],
  byItem: readonly OfItem[],
): Omit<PersonEvaluation, 'until'>[] {
  // All criteria weigh the same.
  const ratings: Ratings = ids.map((_rater, rater) =>
    ids.map((_id, member) => mean(byItem.map((one) => one.ratings[rater]?.[member] ?? null))),
  );
  const sapa = sapaFactors(ratings);
  const pairs = sharesOf(ratings);
  return ids.map((memberId, member) => {
    const others = (all: Ratings) =>
      all.map((row, rater) => (rater === member ? null : (row[member] ?? null)));
    const factors = factorsOf(ratings, member);
    const raters = others(ratings).filter((value) => value !== null).length;
    return {
      memberId,
      hasAnswered: answered[member] ?? false,
      raters,
      isWithheld: raters < RATERS_MIN,
      byCriterion: byItem.map(({ itemId, ratings: ofItem }) => ({
        itemId,
        received: mean(others(ofItem)),
        own: ofItem[member]?.[member] ?? null,
      })),
      received: mean(others(ratings)),
      own: ratings[member]?.[member] ?? null,
      factors,
      sapa: sapa[member] ?? null,
      questions: questionsOf(factors, sapa[member] ?? null, pairs, member),
    };
  });
}

/** Who gives whom how much, in shares of what each gives the others on average. */
const sharesOf = (ratings: Ratings): Ratings =>
  ratings.map((row, rater) => {
    const average = mean(row.map((value, member) => (member === rater ? null : value)));
    return row.map((value, member) =>
      member === rater || value === null || average === null || average === 0 ? null : value / average,
    );
  });

/**
 * Patterns that a person should ask about (spec/group-work.md, 6): they change nothing by themselves. Who seems to have
 * done less needs two signs that do not depend on each other.
 */
function questionsOf(factors: Factors, sapa: number | null, shares: Ratings, member: number): Question[] {
  const isLess = factors.shrunken !== null && factors.shrunken.high < 1;
  const isAbove = sapa !== null && sapa ** 2 >= HIGH;
  const others = [...shares.keys()].filter((other) => other !== member);
  const pairs = others.map((other) => ({
    given: shares[member]?.[other] ?? 1,
    received: shares[other]?.[member] ?? 1,
    // What all the rest say of the two.
    rest: mean(
      shares.flatMap((row, rater) =>
        rater === member || rater === other ? [] : [row[member] ?? null, row[other] ?? null],
      ),
    ),
  }));
  return [
    ...(isLess && isAbove ? (['lessThanOthers'] as const) : []),
    ...(isAbove && !isLess ? (['betterThanOthersSay'] as const) : []),
    ...(pairs.some(({ given, received, rest }) => Math.min(given, received) >= HIGH && (rest ?? 1) < 1)
      ? (['raiseEachOther'] as const)
      : []),
    ...(pairs.some(({ given, received, rest }) => Math.max(given, received) <= LOW && (rest ?? 1) >= 0.9)
      ? (['atOdds'] as const)
      : []),
  ];
}

/** A pattern that waits for a person: about one member, or about two of a group whom it does not name. */
export interface Pattern {
  readonly groupId: string;
  readonly name: string | null;
  readonly pattern: Exclude<Question, 'betterThanOthersSay'>;
  readonly memberId: string | null;
}

/** The patterns of which staff are told: those with two signs that do not depend on each other, and pairs, once a group. */
export const patternsIn = (groups: readonly GroupEvaluation[]): Pattern[] =>
  groups.flatMap(({ groupId, name, people }) => {
    const less = people.filter(({ questions }) => questions.includes('lessThanOthers'));
    const pairs = (['raiseEachOther', 'atOdds'] as const).filter((pattern) =>
      people.some(({ questions }) => questions.includes(pattern)),
    );
    return [
      ...less.map(({ memberId }) => ({ groupId, name, pattern: 'lessThanOthers' as const, memberId })),
      ...pairs.map((pattern) => ({ groupId, name, pattern, memberId: null })),
    ];
  });
