import { expect, test } from '@jest/globals';
import { makeEvent } from './events.ts';

test('an event holds its own fields alone, whatever its maker carries along', () => {
  const by = { actor: { kind: 'system', job: 'test' } as const, requestId: null, memberId: 'm' };
  const event = makeEvent({
    ...by,
    type: 'grade.retried',
    at: new Date(0),
    courseId: 'c',
    subject: { kind: 'gradeSlot', id: 's' },
    data: {},
  });
  expect(Object.keys(event).sort()).toEqual([
    'actor',
    'at',
    'courseId',
    'data',
    'id',
    'requestId',
    'subject',
    'type',
  ]);
});
