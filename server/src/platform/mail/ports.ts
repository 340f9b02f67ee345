/** A mail to one person, ready to be sent. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47. */
  readonly language: string;
  /** The same mail has the same, so that a receiving server may notice a repetition. No `@` and nothing after it. */
  readonly messageKey: string;
  /** Where one click, without a session, ends such mail (RFC 8058). */
  readonly unsubscribeUrl: string;
}

export type MailAnswer =
  | { readonly type: 'sent' }
  /** For good. `address`: whether it is the receiver's address that is refused, and not this one mail. */
  | { readonly type: 'refused'; readonly address: boolean; readonly words: string }
  /** Try again. `server`: whether it is the mail server that wants or needs rest, and not this one mail. */
  | { readonly type: 'later'; readonly server: boolean; readonly words: string };

export interface Mailer {
  /** How many mails may be on their way at once. */
  readonly concurrency: number;
  /** Never throws for what a mail server does. */
  send(mail: OutgoingMail): Promise<MailAnswer>;
}
