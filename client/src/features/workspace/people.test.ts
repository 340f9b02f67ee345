import { expect, test } from '@jest/globals';
import { createHues, newsOf, peopleOf } from './people.ts';

const user = (memberId: string, name: string) => ({ user: { memberId, name } });

test('each of the others is there once, in a colour that stays theirs', () => {
  const hueOf = createHues();
  const states = [user('me', 'Me'), user('b', 'Bo'), user('a', 'Ada'), user('b', 'Bo'), {}];
  const people = peopleOf(states, 'me', hueOf);
  expect(people.map(({ name }) => name)).toEqual(['Ada', 'Bo']);
  const [first] = peopleOf([user('a', 'Ada'), user('c', 'Cleo')], 'me', hueOf);
  expect(first).toEqual(people[0]);
  expect(new Set(people.map(({ hue }) => hue)).size).toBe(2);
});

test('a message that says something else of a user is left out', () => {
  expect(peopleOf([{ user: { memberId: 7, name: 'x' } }, { user: undefined }], 'me', createHues())).toEqual(
    [],
  );
});

test('news say who came and who left', () => {
  const hueOf = createHues();
  const before = peopleOf([user('a', 'Ada'), user('b', 'Bo')], 'me', hueOf);
  const now = peopleOf([user('b', 'Bo'), user('c', 'Cleo')], 'me', hueOf);
  expect(newsOf(before, now)).toEqual({ came: ['Cleo'], left: ['Ada'] });
});
