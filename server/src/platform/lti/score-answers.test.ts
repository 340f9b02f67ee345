import { describe, expect, test } from '@jest/globals';
import { nextLink, resultsUrl, scoresUrl } from './line-item-url.ts';
import { quirksOf } from './quirks/index.ts';
import { readRetryAfter, readScoreAnswer, wordsOf } from './score-answers.ts';

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
    [
      'Moodle’s 400 for an unknown person',
      'moodle',
      400,
      '[]',
      { type: 'refused', status: 400, cause: 'notAMember' },
    ],
    [
      'Moodle’s 400 for a body it cannot read',
      'moodle',
      400,
      '{"reason":"No handler found"}',
      { type: 'refused', cause: 'other', words: 'No handler found' },
    ],
    [
      'a column that is gone',
      'moodle',
      404,
      '{"reason":"x"}',
      { type: 'refused', status: 404, cause: 'columnGone' },
    ],
    ['another tool’s column in Canvas', 'canvas', 412, '{}', { type: 'refused', cause: 'columnGone' }],
    ['a token that is not enough', 'canvas', 401, '{}', { type: 'refused', cause: 'notAllowed' }],
    [
      'a person Canvas does not grade',
      'canvas',
      422,
      '{"errors":{"message":"User not found in course or is not a student"}}',
      { type: 'refused', cause: 'notAMember' },
    ],
    [
      'an assignment that is not published',
      'canvas',
      422,
      '{"errors":{"message":"This assignment is still unpublished"}}',
      { type: 'refused', cause: 'unpublished' },
    ],
    [
      'no attempt left',
      'canvas',
      422,
      '{"errors":{"message":"The maximum number of allowed attempts has been reached for this submission"}}',
      { type: 'refused', cause: 'attemptsExhausted' },
    ],
    ['422 for another reason', 'canvas', 422, '{"errors":{}}', { type: 'refused', cause: 'other' }],
    [
      'Canvas’s bucket is full',
      'canvas',
      403,
      '403 Forbidden (Rate Limit Exceeded)',
      { type: 'busy', status: 403, throttled: true },
    ],
    ['403 of anybody else', 'moodle', 403, 'Rate Limit Exceeded', { type: 'refused', status: 403 }],
    [
      '422 of a concluded course',
      'canvas',
      422,
      '{"errors":{"message":"This course has concluded. AGS requests will no longer be accepted."}}',
      {
        type: 'refused',
        cause: 'courseConcluded',
        words: expect.stringMatching(/^This course has concluded/),
      },
    ],
    ['429', null, 429, '', { type: 'busy', retryAfterSeconds: 30, throttled: true }],
    ['503 with a time', null, 503, '', { type: 'busy', retryAfterSeconds: 30, throttled: true }],
    ['502', null, 502, '<html>Bad gateway</html>', { type: 'busy', words: 'Bad gateway', throttled: false }],
    ['half a body under 200', 'canvas', 200, '{"resultUrl": "htt', { type: 'unknown' }],
    [
      'a log-in page under 200',
      null,
      200,
      ' <!doctype html><p>Sign in',
      { type: 'unknown', words: 'Sign in' },
    ],
    ['a redirect', null, 302, '', { type: 'refused', status: 302 }],
  ])('%s', (_rule, family, status, body, expected) => {
    const headers = new Headers(status === 502 ? {} : { 'retry-after': '30' });
    const answer = readScoreAnswer({ status, headers, body }, quirksOf(family), now);
    expect(answer).toMatchObject(expected);
    expect(answer).not.toHaveProperty('room');
  });

  test.each([
    ['Canvas counts in what it sets aside for a request', 'canvas', 'x-rate-limit-remaining', '149.5', 2],
    ['Canvas is full', 'canvas', 'x-rate-limit-remaining', '12.25', 0],
    ['others count requests', null, 'x-ratelimit-remaining', '7', 7],
    ['what is no number says nothing', null, 'x-ratelimit-remaining', 'many', undefined],
  ])('room for further requests: %s', (_rule, family, name, value, expected) => {
    const answer = { status: 200, headers: new Headers({ [name]: value }), body: '' };
    expect(readScoreAnswer(answer, quirksOf(family), now).room).toBe(expected);
  });
});

test.each([
  ['seconds', '120', 120],
  ['a date', 'Sun, 01 Mar 2026 10:01:30 GMT', 90],
  ['a date that is past', 'Sun, 01 Mar 2026 09:00:00 GMT', 0],
  ['absent', null, null],
  ['unreadable', 'soon', null],
])('Retry-After: %s', (_rule, header, expected) => expect(readRetryAfter(header, now)).toBe(expected));

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
    expect(resultsUrl(moodle, { user_id: 'a b' })).toBe(
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
