import { expect, test } from '@jest/globals';
import { tagsFrom } from './tags.ts';

const before = [
  { id: 'a', name: 'Arches' },
  { id: 'b', name: 'Beams' },
];

test.each([
  ['a tag that stays keeps its id, wherever it stands', 'Beams\n\n  Arches ', ['b Beams', 'a Arches']],
  ['one that is typed over keeps it', 'Arches\nBeam', ['a Arches', 'b Beam']],
  ['a new one gets its own', 'Arches\nBeams\nCables', ['a Arches', 'b Beams', 'new Cables']],
  ['one before the others takes nobody’s', 'Cables\nArches\nBeams', ['new Cables', 'a Arches', 'b Beams']],
  ['nothing is no tag', '\n ', []],
])('%s', (_rule, lines, expected) =>
  expect(tagsFrom(lines, before, () => 'new').map(({ id, name }) => `${id} ${name}`)).toEqual(expected),
);
