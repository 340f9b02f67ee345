import { expect, test } from '@jest/globals';
import type { NodemailerError } from 'nodemailer';
import { answerOf } from './smtp-answers.ts';

const error = (fields: Partial<NodemailerError>): NodemailerError =>
  Object.assign(new Error('Can’t send mail'), fields);

test.each([
  ['an unknown receiver', { command: 'RCPT TO', responseCode: 550 }, { type: 'refused', address: true }],
  ['a full mailbox', { command: 'RCPT TO', responseCode: 452 }, { type: 'later', server: false }],
  ['greylisting', { command: 'RCPT TO', responseCode: 451 }, { type: 'later', server: false }],
  [
    'a mail that is taken for spam',
    { command: 'DATA', responseCode: 554 },
    { type: 'refused', address: false },
  ],
  ['a disk that is full', { command: 'DATA', responseCode: 452 }, { type: 'later', server: false }],
  ['a server that closes', { command: 'RCPT TO', responseCode: 421 }, { type: 'later', server: true }],
  [
    'a sender that is not allowed',
    { command: 'MAIL FROM', responseCode: 550 },
    { type: 'later', server: true },
  ],
  [
    'a wrong password',
    { command: 'AUTH PLAIN', code: 'EAUTH', responseCode: 535 },
    { type: 'later', server: true },
  ],
  ['a server that cannot be reached', { code: 'ESOCKET' }, { type: 'later', server: true }],
  ['silence', { code: 'ETIMEDOUT', command: 'CONN' }, { type: 'later', server: true }],
])('%s means %j', (_case, fields, expected) => {
  expect(answerOf(error(fields))).toMatchObject(expected);
});

test('the server’s words are one short line', () => {
  const { words } = answerOf(error({ response: `550 no\r\nsuch\tuser ${'x'.repeat(1000)}` })) as {
    words: string;
  };
  expect(words).toMatch(/^550 no such user x+$/);
  expect(words.length).toBe(300);
});
