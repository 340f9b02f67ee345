/** One row of the gallery's tables. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly given: number;
  readonly grade: number | null;
  readonly state: 'Waiting' | 'Sent' | 'Failed';
}

const FIRST = [
  'Ada',
  'Bo',
  'Chi',
  'Dora',
  'Émile',
  'Fatima',
  'Grace',
  'Håkon',
  'Ines',
  'Jürgen',
  'Kwame',
  'Łucja',
];
const LAST = [
  'Ström',
  'Baker',
  'Nguyễn',
  'Diaz',
  'Zola',
  'Al-Fihri',
  'Hopper',
  'Ødegård',
  'Peña',
  'Weiß',
  'Osei',
];
const STATES = ['Sent', 'Waiting', 'Sent', 'Failed', 'Sent'] as const;

/** The same people each time. */
export const people = (count: number): PersonRow[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index),
    name: `${FIRST[index % FIRST.length]} ${LAST[(index * 7 + Math.floor(index / 12)) % LAST.length]}`,
    given: (index * 5) % 4,
    grade: index % 9 === 4 ? null : (index * 37) % 21,
    state: STATES[index % STATES.length] ?? 'Sent',
  }));
