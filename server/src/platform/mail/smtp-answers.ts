import type { NodemailerError } from 'nodemailer';
import type { MailAnswer } from './ports.ts';

const WORDS_MAX = 300;

/** What a mail server said, on one line. */
export const wordsOf = (error: NodemailerError): string =>
  (error.response ?? error.message).replaceAll(/\s+/g, ' ').trim().slice(0, WORDS_MAX);

/**
 * What a failure to send means (RFC 5321 §4.2.1): 5xx is for good, 4xx asks for patience. Only what answers the
 * receiver's address or the mail itself is about them; anything else is about the server or how it is set up, and holds
 * for every other mail too.
 */
export function answerOf(error: NodemailerError): MailAnswer {
  const words = wordsOf(error);
  const { responseCode: code = 0, command = '' } = error;
  const aboutAddress = command === 'RCPT TO';
  const aboutMail = aboutAddress || command === 'DATA';
  // 421: the server closes the channel, whatever was asked of it.
  if (!aboutMail || code === 421) return { type: 'later', server: true, words };
  return code >= 500
    ? { type: 'refused', address: aboutAddress, words }
    : { type: 'later', server: false, words };
}
