import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { divideBySection, type Sections, takerOf, takersOf } from './section-shares.domain.ts';

const sections: Sections = {
  assistants: new Map([
    ['mon', ['amal']],
    ['tue', ['ben', 'cleo']],
    ['wed', []],
  ]),
  sectionsOf: new Map([
    ['ada', ['mon']],
    ['bo', ['tue']],
    ['chi', ['wed']],
    ['dov', ['mon', 'tue']],
    ['eve', ['mon', 'wed']],
  ]),
};
const ALL = ['amal', 'ben', 'cleo'];

test.each([
  ['a learner’s work goes to the section’s assistant', 'ada', { kind: 'own', memberIds: ['amal'] }],
  ['or to one of several', 'bo', { kind: 'own', memberIds: ['ben', 'cleo'] }],
  ['of several sections any assistant may get it', 'dov', { kind: 'own', memberIds: ALL }],
  ['a section without assistants beside another does not count', 'eve', { kind: 'own', memberIds: ['amal'] }],
  ['of a section that nobody looks after all may', 'chi', { kind: 'noAssistants', memberIds: ALL }],
  ['of no section all may', 'finn', { kind: 'noSection', memberIds: ALL }],
  ['a group’s work goes where most of its members are', 'ada bo dov', { kind: 'own', memberIds: ALL }],
  ['and to nobody else', 'ada eve bo finn', { kind: 'own', memberIds: ['amal'] }],
])('%s', (_rule, memberId, expected) => expect(takersOf(sections, memberId.split(' '))).toEqual(expected));

describe('a single work', () => {
  const takers = takersOf(sections, ['bo']);
  test.each<[string, string | null, [string, number][], string]>([
    ['stays with who may have it, whatever they have to do', 'cleo', [['cleo', 9]], 'cleo'],
    ['leaves who may not', 'amal', [], 'ben'],
    ['goes to who has least to do', null, [['ben', 2]], 'cleo'],
  ])('%s', (_rule, present, loads, expected) =>
    expect(takerOf(takers, present, new Map(loads))).toBe(expected),
  );

  test('is nobody’s where nobody looks after a section', () => {
    const none = { assistants: new Map(), sectionsOf: new Map() };
    expect(takerOf(takersOf(none, ['ada']), null, new Map())).toBeNull();
  });
});

test('every work is in one share, of somebody who may have it, and alike works are shared evenly', () => {
  const works = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      memberIds: fc.constantFrom('ada', 'bo', 'chi', 'dov', 'eve', 'finn').map((one) => [one]),
    }),
    { selector: ({ id }) => id, maxLength: 60 },
  );
  fc.assert(
    fc.property(works, fc.string(), (all, seed) => {
      const shares = divideBySection(all, sections, seed);
      expect([...shares.values()].flat().sort()).toEqual(all.map(({ id }) => id).sort());
      const holder = new Map([...shares].flatMap(([person, ids]) => ids.map((id) => [id, person] as const)));
      for (const { id, memberIds } of all)
        expect(takersOf(sections, memberIds).memberIds).toContain(holder.get(id));
      const ofBo = all.filter(({ memberIds }) => memberIds[0] === 'bo').map(({ id }) => holder.get(id));
      const count = (person: string) => ofBo.filter((one) => one === person).length;
      expect(Math.abs(count('ben') - count('cleo'))).toBeLessThanOrEqual(1);
      // The order in which works come decides nothing.
      const again = divideBySection([...all].reverse(), sections, seed);
      for (const [person, ids] of shares) expect(again.get(person)?.toSorted()).toEqual(ids.toSorted());
    }),
  );
});
