import type * as contract from '../../contracts/group-formation.ts';
import { HOURS_PER_WORD, NO_VALUE, sizesOf, WEEK_WORDS } from './formation.domain.ts';
import type { Formation, FormationRule, Pairs } from './formation.domain.ts';
import type { Attribute, AttributeValue, Described } from './attributes.domain.ts';
import type { Group, Membership } from './groups.domain.ts';
import { countsAsLearner, type Member } from './member.domain.ts';
import { freshNames, groupOf, newGroupCount } from './own-sets.domain.ts';

/** What groups are formed from. */
export interface Known {
  readonly present: readonly Group[];
  readonly members: readonly Member[];
  readonly open: readonly Membership[];
  readonly attributes: readonly Attribute[];
  readonly described: readonly Described[];
}

/** A group that people are put into; null: it is to be made. */
export interface Slot {
  readonly group: Group | null;
  readonly name: string;
}

/** A rule with what it is about. */
export interface PlannedRule {
  readonly wanted: contract.FormationRule;
  readonly attribute: Attribute;
  readonly rule: FormationRule;
  /** What the numbers of categories stand for. */
  readonly kinds: readonly string[];
  /** Of how many people nothing is known. */
  readonly unknown: number;
}

/** Everything that is sought at once. */
export interface FormationPlan {
  readonly slots: readonly Slot[];
  /** By number, as the search knows them. */
  readonly people: readonly Member[];
  readonly rules: readonly PlannedRule[];
  readonly formation: Formation;
}

type Refusal = {
  readonly type: 'refuse';
  readonly reason: 'UNKNOWN_ATTRIBUTE' | 'WRONG_TYPE';
  readonly id: string;
};

/** Which rules an attribute of a type can have. */
const TYPE_OF = {
  cluster: 'category',
  distribute: 'category',
  aggregate: 'category',
  balance: 'number',
  overlap: 'availability',
} as const;

/** Categories as numbers, from 0 in the order of their names. */
function numbered(values: readonly (AttributeValue | undefined)[]): { numbers: Int32Array; kinds: string[] } {
  const kinds = [...new Set(values.filter((value) => typeof value === 'string'))].sort();
  const numberOf = new Map<unknown, number>(kinds.map((kind, index) => [kind, index]));
  return { numbers: Int32Array.from(values, (value) => numberOf.get(value) ?? NO_VALUE), kinds };
}

/** Hours as bits; who has said nothing is not in the way of others. */
function weekOf(values: readonly (AttributeValue | undefined)[]): Uint32Array {
  const week = new Uint32Array(values.length * WEEK_WORDS);
  values.forEach((value, person) => {
    const start = person * WEEK_WORDS;
    if (typeof value !== 'object') {
      week.fill(2 ** HOURS_PER_WORD - 1, start, start + WEEK_WORDS);
      return;
    }
    for (const hour of value) {
      const word = start + Math.floor(hour / HOURS_PER_WORD);
      week[word] = ((week[word] as number) | (1 << (hour % HOURS_PER_WORD))) >>> 0;
    }
  });
  return week;
}

function compile(
  wanted: contract.FormationRule,
  attribute: Attribute,
  values: readonly (AttributeValue | undefined)[],
): PlannedRule {
  const unknown = values.filter((value) => value === undefined).length;
  const { numbers, kinds } = numbered(values);
  const planned = (rule: FormationRule): PlannedRule => ({ wanted, attribute, rule, kinds, unknown });
  switch (wanted.kind) {
    case 'cluster': {
      const minority = new Set<unknown>(wanted.values);
      return planned({
        kind: 'cluster',
        belongs: Uint8Array.from(values, (value) => Number(minority.has(value))),
      });
    }
    case 'overlap':
      return planned({ kind: 'overlap', hours: weekOf(values), least: wanted.hours });
    case 'balance':
      return planned({
        kind: 'balance',
        values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
      });
    case 'distribute':
    case 'aggregate':
      return planned({ kind: wanted.kind, values: numbers, kinds: kinds.length });
  }
}

/** The groups that people are put into: those that are there first. */
function slotsFor(
  { into, people: who, nameOfNew }: contract.Formation,
  present: readonly Group[],
  people: number,
): Slot[] {
  const there = present.map((group): Slot => ({ group, name: group.name ?? '' }));
  if (into.kind === 'present') return there;
  const count = newGroupCount(into, people);
  const kept = who === 'everybody' ? there.slice(0, count) : [];
  const nameOf = freshNames(nameOfNew, present);
  const fresh = Array.from({ length: count - kept.length }, (_, index): Slot => ({
    group: null,
    name: nameOf(index + 1),
  }));
  return [...kept, ...fresh];
}

/** What is to be sought for a wish of staff, in the set and the course as they are. */
export function planFormation(
  wanted: contract.Formation,
  { present, members, open, attributes, described }: Known,
): FormationPlan | Refusal {
  const where = groupOf(open);
  const stays = wanted.people === 'unplaced';
  const learners = members.filter(countsAsLearner);
  const people = learners
    // New groups for those who are in none leave the others out of it.
    .filter(({ id }) => !stays || wanted.into.kind === 'present' || !where.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const slots = slotsFor(wanted, present, people.length);
  const byMember = new Map(described.map(({ memberId, values }) => [memberId, values]));
  const rules: PlannedRule[] = [];
  for (const rule of wanted.rules) {
    const attribute = attributes.find(({ id }) => id === rule.attributeId);
    if (!attribute) return { type: 'refuse', reason: 'UNKNOWN_ATTRIBUTE', id: rule.attributeId };
    if (attribute.type !== TYPE_OF[rule.kind])
      return { type: 'refuse', reason: 'WRONG_TYPE', id: attribute.id };
    const values = people.map(({ id }) => byMember.get(id)?.[attribute.id]);
    rules.push(compile(rule, attribute, values));
  }
  const numberOf = new Map(people.map(({ id }, index) => [id, index]));
  const pairs = (kind: 'together' | 'apart'): Pairs =>
    wanted.pairs
      .filter((pair) => pair.kind === kind)
      .map(({ memberIds: [a, b] }): [number, number] => [
        numberOf.get(a) ?? NO_VALUE,
        numberOf.get(b) ?? NO_VALUE,
      ])
      .filter(([a, b]) => a !== NO_VALUE && b !== NO_VALUE && a !== b);
  const locks = new Int32Array(people.length).fill(NO_VALUE);
  if (stays) {
    const slotOf = new Map(slots.map(({ group }, index) => [group?.id, index]));
    people.forEach(({ id }, person) => (locks[person] = slotOf.get(where.get(id)) ?? NO_VALUE));
  }
  for (const { memberId, group } of wanted.locks) {
    const person = numberOf.get(memberId);
    if (person !== undefined && group < slots.length && locks[person] === NO_VALUE) locks[person] = group;
  }
  const fixed = slots.map(() => 0);
  for (const group of locks) if (group !== NO_VALUE) fixed[group] = (fixed[group] ?? 0) + 1;
  return {
    slots,
    people,
    rules,
    formation: {
      count: slots.length === 0 ? 0 : people.length,
      sizes: slots.length === 0 ? [] : sizesOf(people.length, fixed),
      rules: rules.map(({ rule }) => rule),
      together: pairs('together'),
      apart: pairs('apart'),
      locks,
    },
  };
}
