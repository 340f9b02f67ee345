import type { AttributeProblem, AttributeType } from '../../contracts/member-attributes.ts';
import { ATTRIBUTE_NAME_MAX, ATTRIBUTE_VALUE_MAX, ATTRIBUTE_VALUES_MAX } from '../../contracts/limits.ts';
import { attributeIdOf } from '../../core/ids.ts';
import {
  columnsNamed,
  findPerson,
  indexPeople,
  PERSON_COLUMNS,
  type PersonColumn,
  plain,
  type Row,
} from './import-groups.domain.ts';
import type { Member } from './member.domain.ts';
import { readWeek } from './week.domain.ts';

/** A category, a number, or hours of the week from 0 (Monday, midnight) to 167. */
export type AttributeValue = string | number | readonly number[];

/** Something that staff know of people. */
export interface Attribute {
  readonly id: string;
  readonly courseId: string;
  readonly name: string;
  readonly type: AttributeType;
  readonly source: 'file' | 'questionnaire';
  readonly takenAt: Date;
  readonly known: number;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** What is known of one person, by attribute. */
export interface Described {
  readonly memberId: string;
  readonly values: Readonly<Record<string, AttributeValue>>;
}

/** An attribute as it is taken: with everybody's value, by person. */
export interface Taken {
  readonly id: string;
  readonly name: string;
  readonly type: AttributeType;
  readonly values: ReadonlyMap<string, AttributeValue>;
}

interface Column {
  readonly index: number;
  readonly name: string;
  /** Null: left out. */
  readonly type: AttributeType | null;
}

export interface AttributeImport {
  readonly columns: readonly Column[];
  readonly taken: readonly Taken[];
  readonly problems: { line: number; problem: AttributeProblem; value: string }[];
}

/** A number with a point or a comma. */
function numberIn(cell: string): number | null {
  const text = cell.replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** What a column looks like: numbers, times of the week, a few words again and again, or nothing of use. */
function typeOf(cells: readonly string[]): AttributeType | null {
  if (cells.length === 0) return null;
  // Some rows may be wrong; most are not.
  const most = cells.length * 0.8;
  if (cells.filter((cell) => numberIn(cell) !== null).length >= most) return 'number';
  if (cells.filter((cell) => readWeek(cell) !== null).length >= most) return 'availability';
  return new Set(cells.map(plain)).size <= ATTRIBUTE_VALUES_MAX ? 'category' : null;
}

function valueIn(cell: string, type: AttributeType): AttributeValue | null {
  if (type === 'number') return numberIn(cell);
  if (type === 'availability') return readWeek(cell);
  return cell.length <= ATTRIBUTE_VALUE_MAX ? cell : null;
}

/** Everybody's values of a column while rows are read: one way to write a category stands for all. */
class Values {
  readonly byMember = new Map<string, AttributeValue>();
  private readonly kinds = new Map<string, string>();

  /** @returns what is wrong with the cell; null when it is taken, or empty */
  take(memberId: string, cell: string, type: AttributeType): AttributeProblem | null {
    if (cell === '') return null;
    const value = valueIn(cell, type);
    if (value === null) return 'VALUE_WRONG';
    if (typeof value !== 'string') {
      this.byMember.set(memberId, value);
      return null;
    }
    const key = plain(value);
    if (!this.kinds.has(key) && this.kinds.size === ATTRIBUTE_VALUES_MAX) return 'VALUES_TOO_MANY';
    if (!this.kinds.has(key)) this.kinds.set(key, value);
    this.byMember.set(memberId, this.kinds.get(key) ?? value);
    return null;
  }
}

/**
 * What a file tells of people. A row is about one person; each further column is something about them. A row with a
 * problem is left out, and a wrong cell without its row.
 *
 * @param types what columns hold, by name, where it is not what they look like
 * @returns null when no column says who, or none what
 */
export function decideAttributeImport(
  [head, ...rows]: readonly Row[],
  types: Readonly<Record<string, AttributeType | null>>,
  courseId: string,
  members: readonly Member[],
): AttributeImport | null {
  if (!head) return null;
  const who: Partial<Record<PersonColumn, number>> = columnsNamed(head, PERSON_COLUMNS);
  const taken = new Set<number>(Object.values(who));
  const cellOf = ({ cells }: Row, index: number): string => (cells[index] ?? '').normalize('NFC').trim();
  const seen = new Set<string>();
  const columns = head.cells.flatMap((_, index): Column[] => {
    const name = cellOf(head, index).slice(0, ATTRIBUTE_NAME_MAX);
    if (taken.has(index) || name === '' || seen.has(plain(name))) return [];
    seen.add(plain(name));
    const asked = Object.hasOwn(types, name) ? types[name] : undefined;
    const type =
      asked === undefined
        ? typeOf(rows.map((row) => cellOf(row, index)).filter((cell) => cell !== ''))
        : asked;
    return [{ index, name, type }];
  });
  if (taken.size === 0 || columns.length === 0) return null;
  const people = indexPeople(members);
  const problems: AttributeImport['problems'] = [];
  const values = columns.map(() => new Values());
  const placed = new Set<string>();
  for (const row of rows) {
    const refuse = (problem: AttributeProblem, value: string): void => {
      problems.push({ line: row.line, problem, value: value.slice(0, ATTRIBUTE_VALUE_MAX) });
    };
    const cell = (column: PersonColumn): string => {
      const index = who[column];
      return index === undefined ? '' : cellOf(row, index);
    };
    const person = findPerson(people, cell);
    if (person === null) refuse('PERSON_MISSING', '');
    else if ('problem' in person) refuse(person.problem, person.value);
    else if (placed.has(person.id)) refuse('PERSON_TWICE', person.name ?? person.subject);
    else {
      placed.add(person.id);
      columns.forEach(({ index, type, name }, at) => {
        const wrong = type && values[at]?.take(person.id, cellOf(row, index), type);
        if (wrong) refuse(wrong, `${name}: ${cellOf(row, index)}`);
      });
    }
  }
  return {
    columns,
    problems,
    taken: columns.flatMap(({ name, type }, at) => {
      const byMember = values[at]?.byMember;
      const id = attributeIdOf(courseId, 'file', plain(name));
      return type && byMember ? [{ id, name, type, values: byMember }] : [];
    }),
  };
}

/** How many people have which value; of numbers and times only how many have one. */
export function countValues(
  type: AttributeType,
  values: Iterable<AttributeValue>,
): Pick<Attribute, 'known' | 'values'> {
  const counts = new Map<string, number>();
  let known = 0;
  for (const value of values) {
    known++;
    if (type === 'category' && typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const counted = [...counts].map(([value, count]) => ({ value, count }));
  return { known, values: counted.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)) };
}
