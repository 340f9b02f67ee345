import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived, with its envelope. */
export interface ReceivedMail extends Email {
  readonly rawText: string;
  readonly envelopeTo: string[];
}

interface Refusal {
  readonly code: number;
  readonly text: string;
}

/** A real SMTP server that keeps what it takes, or answers as a test wants. */
export interface MailSink {
  readonly url: string;
  /** Mails that were taken, in order of arrival. */
  readonly mails: ReceivedMail[];
  /** Answers every receiver, every mail or every sender's address with this while it is set. */
  refuseReceiver: Refusal | null;
  refuseMail: Refusal | null;
  refuseSender: Refusal | null;
  /** Takes mails and keeps the answer back. */
  hold: boolean;
  /** Nobody answers at its address any more, connections under way break. */
  stop(): Promise<void>;
  /** Answers again, at the same address. */
  start(): Promise<void>;
}

const failure = ({ code, text }: Refusal): Error => Object.assign(new Error(text), { responseCode: code });

export async function openMailSink(): Promise<MailSink> {
  let server: SMTPServer | null = null;
  let port = 0;

  const sink: MailSink = {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    mails: [],
    refuseReceiver: null,
    refuseMail: null,
    refuseSender: null,
    hold: false,
    async stop() {
      const stopped = server;
      server = null;
      if (stopped) await new Promise<void>((resolve) => stopped.close(() => resolve()));
    },
    async start() {
      server = makeServer(sink);
      server.listen(port, '127.0.0.1');
      await new Promise<void>((resolve) => server?.server.once('listening', resolve));
      port = (server.server.address() as AddressInfo).port;
    },
  };
  await sink.start();
  return sink;
}

function makeServer(sink: MailSink): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 10,
    logger: false,
    onMailFrom: (_address, _session, done) => done(sink.refuseSender && failure(sink.refuseSender)),
    onRcptTo: (_address, _session, done) => done(sink.refuseReceiver && failure(sink.refuseReceiver)),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (sink.refuseMail) {
          done(failure(sink.refuseMail));
          return;
        }
        const raw = Buffer.concat(chunks);
        void keep(sink, raw, session.envelope.rcptTo).then(() => {
          if (!sink.hold) setImmediate(done);
        });
      });
    },
  });
}

async function keep(sink: MailSink, raw: Buffer, receivers: readonly { address: string }[]): Promise<void> {
  const mail = await PostalMime.parse(raw);
  const envelopeTo = receivers.map(({ address }) => address);
  sink.mails.push({ ...mail, rawText: raw.toString('utf8'), envelopeTo });
}
