import { PRESENTATION_NOTICES } from '../../contracts/presentation-limits.ts';
import { escapeHtml, fillText } from '../../core/html.ts';
import type { NoticeContent } from '../../contracts/notices.ts';
import type { News, Notice } from './notices.domain.ts';
import { countText, fillPlain, oneLine, type Wording } from './texts/texts.views.ts';

/** Where a mail leads: into the LMS, to the activity, else to the course; null where its address is not known. */
export interface LmsPlace {
  readonly url: string;
  readonly leadsTo: 'activity' | 'course';
}

export interface MailParts {
  /** At least one. */
  readonly notices: readonly Notice[];
  /** What is new in what the member follows, by the notice's id. */
  readonly news: ReadonlyMap<string, News>;
  readonly courseTitle: string | null;
  readonly placeOf: (activityId: string) => LmsPlace | null;
  readonly wording: Wording;
  readonly zone: string;
  readonly unsubscribeUrl: string;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A line as each form of a mail shows it: a title stands alone in its direction. */
interface NewsLine {
  readonly text: string;
  readonly html: string;
}

/** One notice as both forms of a mail show it. */
interface Item {
  readonly headline: string;
  readonly title: string;
  readonly until: string | null;
  /** What there is of it, each in a line. */
  readonly lines: readonly NewsLine[];
  readonly place: LmsPlace | null;
}

function headlineOf(content: NoticeContent, wording: Wording): string {
  const { kinds } = wording.texts;
  switch (content.kind) {
    case 'workToReview':
      return countText(wording, kinds.workToReview, content.works);
    case 'opened':
      return kinds.opened;
    case 'due':
      if (content.task === 'answer') return kinds.dueAnswer;
      if (content.task === 'rate') return kinds.dueRate;
      return content.task === 'handIn' ? kinds.dueHandIn : countText(wording, kinds.dueReview, content.open);
    case 'reminder':
      return content.task === 'handIn'
        ? kinds.reminderHandIn
        : countText(wording, kinds.reminderReview, content.open);
    case 'graded':
      return kinds.graded;
    case 'evaluated':
      return kinds.evaluated;
    case 'reviewReply':
      return kinds.reviewReply;
    case 'mentioned':
      return kinds.mentioned;
    case 'postHidden':
      return kinds.postHidden;
    case 'postApproved':
      return kinds.postApproved;
    case 'postRefused':
      return kinds.postRefused;
    case 'postShown':
      return kinds.postShown;
    case 'postsMoved':
      return kinds.postsMoved;
    case 'followed':
      return kinds.followed;
    case 'nudged':
      return kinds.nudged;
    case 'postReply':
      return kinds.postReply;
    case 'disputeAnswered':
      return kinds.disputeAnswered;
    case 'groupSeat':
    case 'groupPlaced':
    case 'groupLeft':
      return kinds[content.kind];
    case 'groupHandedIn':
      return kinds.groupHandedIn;
    case 'groupConfirm':
      return kinds.groupConfirm;
    case 'groupWithdrawn':
      return kinds.groupWithdrawn;
    case 'groupObjected':
      return kinds.groupObjected;
    case 'taskDue':
      return kinds.taskDue;
    case 'groupNudged':
      return kinds.groupNudged;
    case 'presentationSet':
    case 'presentationMoved':
    case 'presentationFreed':
    case 'presentationSoon':
      return kinds[content.kind];
    case 'revisionOpen':
      return kinds.revisionOpen;
  }
}

const whenOf = (at: Date, { locale }: Wording, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);

const PRESENTATIONS: readonly string[] = PRESENTATION_NOTICES;
/** Whether its date is when something takes place, rather than until when it is to be done. */
const takesPlace = (kind: Notice['content']['kind']): boolean => PRESENTATIONS.includes(kind);

function linesOf({ lines, more }: News, wording: Wording): NewsLine[] {
  const { texts } = wording;
  const lineOf = (text: string, values: Readonly<Record<string, string>> = {}): NewsLine => ({
    text: fillPlain(text, values),
    html: fillText(text, values),
  });
  const told = lines.map(({ title, count }) =>
    title === null
      ? lineOf(countText(wording, texts.news.untitled, count))
      : lineOf(countText(wording, texts.news.titled, count), { title: oneLine(title) }),
  );
  return more > 0 ? [...told, lineOf(countText(wording, texts.news.more, more))] : told;
}

function itemOf(notice: Notice, { news, wording, zone, placeOf }: MailParts): Item {
  const found = news.get(notice.id);
  const { texts } = wording;
  return {
    headline: headlineOf(notice.content, wording),
    title: oneLine(notice.title) || texts.unnamedActivity,
    until:
      notice.until &&
      fillPlain(takesPlace(notice.content.kind) ? texts.on : texts.until, {
        when: whenOf(notice.until, wording, zone),
      }),
    lines: found ? linesOf(found, wording) : [],
    place: placeOf(notice.activityId),
  };
}

/**
 * A member's notices as one mail, in text and HTML by the same words. It names the course, activities, numbers and
 * dates: nobody's name, no grade, and nobody's words but the title of a thread that was started under a name.
 */
export function mailText(parts: MailParts): MailText {
  const { wording, notices } = parts;
  const { texts } = wording;
  const course = oneLine(parts.courseTitle ?? '') || texts.unnamedCourse;
  const items = notices.map((notice) => itemOf(notice, parts));
  const [first] = items;
  const subject =
    items.length === 1 && first
      ? fillPlain(texts.subject, { headline: first.headline, title: first.title })
      : fillPlain(countText(wording, texts.digest, items.length), { course });
  return {
    subject,
    text: plainText(items, course, parts),
    html: htmlText(subject, items, course, parts),
  };
}

function plainText(items: readonly Item[], course: string, { wording, unsubscribeUrl }: MailParts): string {
  const { texts } = wording;
  const blocks = items.map(({ headline, title, until, lines, place }) =>
    [
      headline,
      title,
      until,
      ...lines.map((line) => `- ${line.text}`),
      place ? `${linkText(place, wording)}: ${place.url}` : texts.noLink,
    ]
      .filter((line) => line !== null)
      .join('\n'),
  );
  const foot = [
    fillPlain(texts.why, { course }),
    texts.change,
    `${texts.unsubscribe}: ${unsubscribeUrl}`,
  ].join('\n');
  // "-- " begins a signature (RFC 3676 §4.3): mail programs set it apart.
  return `${blocks.join('\n\n')}\n\n-- \n${foot}\n`;
}

const linkText = ({ leadsTo }: LmsPlace, { texts }: Wording): string =>
  leadsTo === 'activity' ? texts.open : texts.openCourse;

/** Colours twice: mail programs that know no style sheets take the light ones from the elements. */
const STYLE = `
@media (prefers-color-scheme: dark) {
  body, .page { background: #14181d !important; color: #e7ebef !important }
  .card { background: #1c2229 !important; border-color: #343d47 !important }
  .soft, .soft a { color: #a6b1bd !important }
  .button { background: #86bdf2 !important; color: #0b2036 !important }
}`;

function htmlText(
  subject: string,
  items: readonly Item[],
  course: string,
  { wording, unsubscribeUrl }: MailParts,
): string {
  const { texts, language, direction } = wording;
  const several = items.length > 1;
  const heading = several
    ? `<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escapeHtml(subject)}</h1>`
    : '';
  const foot = [
    fillText(texts.why, { course }),
    escapeHtml(texts.change),
    `<a href="${escapeHtml(unsubscribeUrl)}" style="color:#535e6b">${escapeHtml(texts.unsubscribe)}</a>`,
  ].map((line) => `<p style="margin:0 0 6px">${line}</p>`);
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title><style>${STYLE}</style></head>
<body style="margin:0;background:#f6f7f9;color:#1b2129">
<div class="page" role="article" lang="${language}" dir="${direction}" style="max-width:560px;margin:0 auto;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;background:#f6f7f9;color:#1b2129;overflow-wrap:anywhere">
<p class="soft" style="margin:0 0 12px;font-size:14px;color:#535e6b"><bdi>${escapeHtml(course)}</bdi></p>
${heading}${items.map((item) => htmlItem(item, several ? 'h2' : 'h1', wording)).join('\n')}
<div class="soft" style="margin:24px 0 0;font-size:13px;line-height:1.5;color:#535e6b">${foot.join('')}</div>
</div>
</body>
</html>
`;
}

function htmlItem(
  { headline, title, until, lines, place }: Item,
  tag: 'h1' | 'h2',
  wording: Wording,
): string {
  const link = place
    ? `<p style="margin:14px 0 0"><a class="button" href="${escapeHtml(place.url)}" style="display:inline-block;padding:9px 18px;border-radius:6px;background:#0f5fa8;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(linkText(place, wording))}</a></p>`
    : `<p style="margin:14px 0 0">${escapeHtml(wording.texts.noLink)}</p>`;
  const list = lines.map((line) => `<li style="margin:2px 0">${line.html}</li>`).join('');
  return `<div class="card" style="margin:0 0 12px;padding:18px 20px;border:1px solid #d5dae0;border-radius:10px;background:#ffffff">
<${tag} style="margin:0 0 4px;font-size:18px;line-height:1.35">${escapeHtml(headline)}</${tag}>
<p style="margin:0"><bdi>${escapeHtml(title)}</bdi></p>
${until === null ? '' : `<p class="soft" style="margin:4px 0 0;color:#535e6b">${escapeHtml(until)}</p>`}
${list === '' ? '' : `<ul style="margin:8px 0 0;padding-inline-start:20px">${list}</ul>`}
${link}
</div>`;
}
