import { escapeHtml, fillText } from '../../core/html.ts';
import type { Deadline } from './notices.domain.ts';
import { fillPlain, oneLine, type Wording } from './texts/texts.views.ts';

/** A page that is shown to whoever holds a link of a mail, without a session. */
export interface LinkPage {
  readonly status: 200 | 404;
  readonly locale: Wording['language'];
  readonly title: string;
  /** HTML for the page's `main`. */
  readonly body: string;
}

const courseOf = (title: string | null, { texts }: Wording): string =>
  oneLine(title ?? '') || texts.unnamedCourse;

const paragraphs = (...lines: string[]): string => lines.map((line) => `<p>${line}</p>`).join('\n');
const pageOf = (status: LinkPage['status'], wording: Wording, title: string, body: string): LinkPage => ({
  status,
  locale: wording.language,
  title,
  body: `<h1>${escapeHtml(title)}</h1>${body}`,
});

/** Asks before anything happens: programs that look at a mail's links change nothing. */
export function askPage(wording: Wording, courseTitle: string | null): LinkPage {
  const { title, question, here, everywhere } = wording.texts.unsubscribePage;
  const button = (from: 'here' | 'everywhere', text: string): string =>
    `<p><button type="submit" name="from" value="${from}">${escapeHtml(text)}</button></p>`;
  const form = `<form method="post">${button('here', here)}${button('everywhere', everywhere)}</form>`;
  const asked = paragraphs(fillText(question, { course: courseOf(courseTitle, wording) }));
  return pageOf(200, wording, title, asked + form);
}

export function donePage(
  wording: Wording,
  courseTitle: string | null,
  from: 'here' | 'everywhere',
): LinkPage {
  const { doneTitle, done, doneEverywhere, back } = wording.texts.unsubscribePage;
  const course = courseOf(courseTitle, wording);
  const said = from === 'here' ? fillText(done, { course }) : escapeHtml(doneEverywhere);
  return pageOf(200, wording, doneTitle, paragraphs(said, escapeHtml(back)));
}

export function invalidPage(wording: Wording): LinkPage {
  const { invalidTitle, invalid, invalidAdvice } = wording.texts.unsubscribePage;
  return pageOf(404, wording, invalidTitle, paragraphs(escapeHtml(invalid), escapeHtml(invalidAdvice)));
}

/** A person's deadlines of one course, as their calendar shows them: no names and no grades. */
export const calendarView = (
  deadlines: readonly Deadline[],
  course: { readonly courseTitle: string | null; readonly courseUrl: string | null },
  wording: Wording,
) => {
  const { calendar, unnamedActivity } = wording.texts;
  return {
    name: fillPlain(calendar.name, { course: courseOf(course.courseTitle, wording) }),
    entries: deadlines.map(({ activityId, title, what, at, until, part, revision, changedAt }) => ({
      id: `${activityId}-${what}${part === undefined ? '' : `-${part}`}`,
      title: fillPlain(calendar[what], { title: oneLine(title) || unnamedActivity }),
      at,
      ...(until && { until }),
      revision: revision - 1,
      changedAt,
      url: course.courseUrl,
    })),
  };
};
