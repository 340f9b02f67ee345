import { createTransport, type NodemailerError } from 'nodemailer';
import { answerOf, wordsOf } from './smtp-answers.ts';
import type { Mailer, OutgoingMail } from './ports.ts';

interface MailLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface SmtpOptions {
  /** `smtp://` (upgraded by STARTTLS where the server offers it) or `smtps://`; nodemailer's options in the query. */
  readonly url: string;
  /** An address, or `Name <address>`. */
  readonly from: string;
  readonly log: MailLog;
}

export interface SmtpMailer extends Mailer {
  /** Tries the connection and the password, and says in the log what came of it. */
  check(): Promise<void>;
  close(): void;
}

/** Connections to the mail server from one instance of the tool. */
const CONNECTIONS = 4;
const CONNECT_MS = 20_000;
const SILENCE_MS = 60_000;
/** After this long one mail is given up, also when the server answers a byte now and then. */
const MAIL_MS = 120_000;

/** Sends by SMTP, over a few connections that stay open while there is something to send. */
export function createSmtpMailer({ url, from, log }: SmtpOptions): SmtpMailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    // It would send a mail again by itself when the connection breaks before the answer: only our own record says how
    // often that was.
    maxRequeues: 0,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';

  const messageOf = (mail: OutgoingMail) => ({
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.messageKey}@${domain}>`,
    headers: {
      'Content-Language': mail.language,
      // RFC 3834: nobody's out-of-office note should come back; Exchange has a header of its own for it.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // RFC 2369 and RFC 8058: the mail program shows a button of its own.
      'List-Unsubscribe': { prepared: true, value: `<${mail.unsubscribeUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    // The letters of the texts below, so that old servers take it too.
    textEncoding: 'quoted-printable' as const,
    signal: AbortSignal.timeout(MAIL_MS),
  });

  return {
    concurrency: CONNECTIONS,
    async send(mail) {
      try {
        await transport.sendMail(messageOf(mail));
        return { type: 'sent' };
      } catch (error) {
        return answerOf(error as NodemailerError);
      }
    },
    async check() {
      try {
        await transport.verify();
        log.info({ event: 'mail.ready' }, 'the mail server answers');
      } catch (error) {
        log.warn(
          { event: 'mail.unreachable', words: wordsOf(error as NodemailerError) },
          'the mail server cannot be used; notices wait in people’s inboxes and are sent when it can',
        );
      }
    },
    close: () => transport.close(),
  };
}
