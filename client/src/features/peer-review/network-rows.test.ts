import { expect, test } from '@jest/globals';
import type { NetworkPage } from './network-api.ts';
import { peopleOf, tiesOf } from './network-rows.ts';

const page: NetworkPage = {
  title: 'Essay',
  comparing: false,
  reviewers: [
    { id: 'a', name: 'Ada' },
    { id: 'b', name: 'Bo' },
    { id: 'i', name: 'Idle' },
  ],
  furtherAuthors: [{ id: 'l', memberId: 'l', name: null }],
  reviews: [
    { reviewer: 0, author: 1, state: 'submitted', percent: 70 },
    { reviewer: 1, author: 3, state: 'toDo', percent: null },
  ],
  next: null,
};

test('reviews get the names of both, also of authors who are not among the reviewers', () => {
  expect(tiesOf([page], 'Somebody').map(({ reviewer, author }) => [reviewer.name, author.name])).toEqual([
    ['Ada', 'Bo'],
    ['Bo', 'Somebody'],
  ]);
});

test('who neither reviews nor is reviewed has no place in the matrix', () => {
  expect(peopleOf(page, 'Somebody').map(({ id }) => id)).toEqual(['a', 'b', 'l']);
});
