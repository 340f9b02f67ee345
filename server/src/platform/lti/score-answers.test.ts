import { describe, expect, test } from '@jest/globals';
import { nextLink, resultsUrl, scoresUrl } from './line-item-url.ts';
import { quirksOf } from './quirks/index.ts';
import { readScoreAnswer, retryAfterSeconds, wordsOf } from './score-answers.ts';

const now = new Date('2026-03-01T10:00:00Z');

describe('what an answer to a score means', () => {
  test.each<[string, string | null, number, string, object]>([
    ['200 with nothing is stored (Moodle)', 'moodle', 200, '', { type: 'stored' }],
    ['201 is stored', null, 201, '{}', { type: 'stored' }],
    ['409: the LMS has it or a newer one', 'moodle', 409, '[]', { type: 'notNewer' }],
    [
      'Canvas says so by 400',
      'canvas',
      400,
      '{"errors":{"type":"bad_request","message":"Provided timestamp of x before last updated timestamp of y"}}',
      { type: 'notNewer' },
    ],
    ['Moodle’s 400 for an unknown person', 'moodle', 400, '[]', { type: 'refused', status: 400 }],
    [
      'Canvas’s bucket is full',
      'canvas',
      403,
      '403 Forbidden (Rate Limit Exceeded)',
      { type: 'busy', status: 403 },
    ],
    ['403 of anybody else', 'moodle', 403, 'Rate Limit Exceeded', { type: 'refused', status: 403 }],
    [
      '422 of a concluded course',
      'canvas',
      422,
      '{"errors":{"message":"concluded"}}',
      { type: 'refused', words: 'concluded' },
    ],
    ['429', null, 429, '', { type: 'busy', retryAfterSeconds: 30 }],
    ['502', null, 502, '<html>Bad gateway</html>', { type: 'busy', words: 'Bad gateway' }],
    [
      'a log-in page under 200',
      null,
      200,
      ' <!doctype html><p>Sign in',
      { type: 'unknown', words: 'Sign in' },
    ],
    ['a redirect', null, 302, '', { type: 'refused', status: 302 }],
  ])('%s', (_rule, family, status, body, expected) => {
    const answer = { status, body, retryAfter: '30' };
    expect(readScoreAnswer(answer, quirksOf(family), now)).toMatchObject(expected);
  });
});

test.each([
  ['seconds', '120', 120],
  ['a date', 'Sun, 01 Mar 2026 10:01:30 GMT', 90],
  ['a date that is past', 'Sun, 01 Mar 2026 09:00:00 GMT', 0],
  ['absent', null, null],
  ['unreadable', 'soon', null],
])('Retry-After: %s', (_rule, header, expected) => expect(retryAfterSeconds(header, now)).toBe(expected));

test.each([
  ['the message of Canvas', '{"errors":{"type":"x","message":"not a student"}}', 'not a student'],
  ['a list of messages', '{"errors":[{"message":"first"},{"message":"second"}]}', 'first'],
  ['the reason of Moodle', '{"status":400,"reason":"No handler found"}', 'No handler found'],
  [
    'text without tags and scripts',
    '<p>Sorry,<script>alert(1)</script>\n <b>closed</b></p>',
    'Sorry, closed',
  ],
  ['at most 500 characters, none halved', '😀'.repeat(600), '😀'.repeat(500)],
])("the LMS's words: %s", (_rule, body, expected) => expect(wordsOf(body)).toBe(expected));

describe('addresses below a line item', () => {
  const moodle = 'http://lms.test/services.php/2/lineitems/2/lineitem?type_id=1';

  test('keep the query that Moodle gives them', () => {
    expect(scoresUrl(moodle)).toBe('http://lms.test/services.php/2/lineitems/2/lineitem/scores?type_id=1');
    expect(resultsUrl(moodle, 'a b')).toBe(
      'http://lms.test/services.php/2/lineitems/2/lineitem/results?type_id=1&user_id=a+b',
    );
  });

  const quoted = Buffer.from(
    '<http://lms.test/l?a=1&amp;from=1>; rel=”next”, <http://lms.test/l>; rel=”last”',
  );
  test.each([
    ['a regular header', null, '<https://lms.test/p2>; rel="next"', 'https://lms.test/p2'],
    [
      'next among others',
      null,
      '<https://lms.test/p1>; rel="first", </p2?x=1,2>; rel="next"',
      'https://lms.test/p2?x=1,2',
    ],
    ['typographic quotes of Moodle', 'moodle', quoted.toString('latin1'), 'http://lms.test/l?a=1&from=1'],
    ['the last page', null, '<https://lms.test/p1>; rel="prev"', null],
    ['no header', null, '', null],
  ])('the next page: %s', (_rule, family, header, expected) =>
    expect(nextLink(quirksOf(family).linkHeader(header), 'https://lms.test/p1')).toBe(expected),
  );
});
