import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildNotice } from '../../../../test/factories/notices.ts';
import type { NoticeContent } from '../../contracts/notices.ts';
import { escapeHtml } from '../../core/html.ts';
import { type LmsPlace, type MailParts, mailText } from './mail.views.ts';
import { countText, fillPlain, oneLine, wordingFor } from './texts/texts.views.ts';

const ACTIVITY: LmsPlace = { url: 'https://lms.example.edu/mod/lti/view.php?l=7&x=1', leadsTo: 'activity' };
const UNSUBSCRIBE = 'https://tool.example.edu/notices/unsubscribe?key=abc';

const parts = (overrides: Partial<MailParts> = {}): MailParts => ({
  notices: [buildNotice()],
  news: new Map(),
  courseTitle: 'Collab 101',
  placeOf: () => ACTIVITY,
  wording: wordingFor('en'),
  zone: 'Europe/Berlin',
  unsubscribeUrl: UNSUBSCRIBE,
  ...overrides,
});

const CONTENTS: NoticeContent[] = [
  { kind: 'workToReview', works: 2 },
  { kind: 'due', task: 'handIn', open: 1 },
  { kind: 'due', task: 'review', open: 1 },
  { kind: 'reminder', task: 'handIn', open: 1 },
  { kind: 'reminder', task: 'review', open: 3 },
  { kind: 'graded' },
  { kind: 'evaluated' },
  { kind: 'disputeAnswered' },
  { kind: 'groupSeat' },
  { kind: 'groupPlaced' },
  { kind: 'groupLeft' },
  { kind: 'groupHandedIn' },
  { kind: 'groupConfirm' },
  { kind: 'groupWithdrawn' },
  { kind: 'groupObjected' },
  { kind: 'taskDue', groupId: 'a'.repeat(32) },
  { kind: 'presentationSet' },
  { kind: 'presentationMoved' },
  { kind: 'presentationFreed' },
  { kind: 'presentationSoon' },
  { kind: 'groupNudged', text: 'How is it going?' },
];

describe('a mail', () => {
  test('says what, of which activity, until when in the own zone, and where to go', () => {
    const { subject, text, html } = mailText(parts());
    expect(subject).toBe('You have 2 works to review: Essay');
    expect(text).toBe(`You have 2 works to review
Essay
Until Wed, Mar 31, 2027, 2:00 PM GMT+2
Open the activity: ${ACTIVITY.url}

-- 
You get this mail because you take part in Collab 101.
How often mail comes, and when not, is set in Roundtable under Notices.
No more mail from this course: ${UNSUBSCRIBE}
`);
    expect(html).toContain('href="https://lms.example.edu/mod/lti/view.php?l=7&amp;x=1"');
    for (const words of ['You have 2 works to review', 'Essay', 'Until Wed, Mar 31, 2027', UNSUBSCRIBE]) {
      expect(html).toContain(words);
    }
  });

  test('several notices come as one mail, each with its own link', () => {
    const other = buildNotice({
      id: 'b',
      activityId: 'other',
      title: 'Poster',
      content: { kind: 'graded' },
      until: null,
    });
    const places: Record<string, LmsPlace> = { activity: ACTIVITY };
    const { subject, text } = mailText(
      parts({ notices: [buildNotice(), other], placeOf: (id) => places[id] ?? null }),
    );
    expect(subject).toBe('2 notices from Collab 101');
    expect(text).toContain(
      'Your grade and feedback are there\nPoster\nOpen the activity from your course to go on.',
    );
  });

  test('without the activity’s address it leads to the course, without that nowhere, never to the tool', () => {
    const course = mailText(
      parts({ placeOf: () => ({ url: 'https://lms.example.edu/c/1', leadsTo: 'course' }) }),
    );
    expect(course.text).toContain('Open the course: https://lms.example.edu/c/1');
    const nowhere = mailText(parts({ placeOf: () => null }));
    const links = [...`${nowhere.text} ${nowhere.html}`.matchAll(/https?:[^\s"<]+/g)].map(([url]) => url);
    expect([...new Set(links)]).toEqual([UNSUBSCRIBE]);
  });

  test.each(['en', 'de-AT', 'fr', 'es', 'ar'])(
    'every kind has its text in %s, in text and HTML',
    (locale) => {
      for (const content of CONTENTS) {
        const { subject, text, html } = mailText(
          parts({ notices: [buildNotice({ content })], wording: wordingFor(locale) }),
        );
        expect(`${subject}${text}${html}`).not.toMatch(/\{\w+\}|undefined|NaN/);
        const headline = text.split('\n', 1)[0] ?? '';
        expect(subject).toContain(headline);
        expect(html).toContain(escapeHtml(headline));
      }
    },
  );

  test('in Arabic it runs from right to left, its numbers by Arabic’s own plural forms', () => {
    const { html } = mailText(parts({ wording: wordingFor('ar') }));
    expect(html).toContain('<html lang="ar" dir="rtl">');
    const wording = wordingFor('ar');
    const forms = [1, 2, 3, 11, 100].map((count) =>
      countText(wording, wording.texts.kinds.workToReview, count),
    );
    expect(new Set(forms).size).toBe(5);
  });

  test('a language that is not translated is written in English, dates too', () => {
    expect(mailText(parts({ wording: wordingFor('fi', null, undefined) })).text).toContain('Mar 31, 2027');
  });
});

describe('what is new in a mail', () => {
  const newsIn = (title: string, locale: string) => {
    const lines = [
      { title, count: 3 },
      { title: null, count: 2 },
    ];
    const news = new Map([[buildNotice().id, { lines, more: 4 }]]);
    const { text, html } = mailText(
      parts({ notices: [buildNotice({ content: { kind: 'followed' } })], news, wording: wordingFor(locale) }),
    );
    return { text, items: [...html.matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, item]) => item) };
  };

  test('is told line by line, in both forms by the same words', () => {
    expect(newsIn('Arches', 'en').items).toEqual([
      '<bdi>Arches</bdi>: 3 unread posts',
      'Threads whose titles are not told by e-mail: 2 unread posts',
      'and 4 more threads',
    ]);
    expect(newsIn('Arches', 'en').text).toContain(
      '- Arches: 3 unread posts\n- Threads whose titles are not told by e-mail: 2 unread posts\n- and 4 more threads\n',
    );
  });

  test('a title keeps its own direction and is no element, nor a place to fill', () => {
    const { text, items } = newsIn('How far? <b>{title}</b> {count}', 'ar');
    expect(items[0]).toBe('<bdi>How far? &lt;b&gt;{title}&lt;/b&gt; {count}</bdi>: 3 مشاركات غير مقروءة');
    expect(text).toContain('- \u2068How far? <b>{title}</b> {count}\u2069: 3 مشاركات غير مقروءة');
  });
});

describe('hostile titles', () => {
  const HOSTILE = 'Essay\r\nBcc: eve@example.edu\u0000\u202Egnp.exe <script>alert(1)</script> "&';

  test('stay one line of text, in the subject and in HTML', () => {
    const { subject, text, html } = mailText(
      parts({ notices: [buildNotice({ title: HOSTILE })], courseTitle: HOSTILE }),
    );
    expect(subject).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(text.split('\n')[1]).toBe('Essay Bcc: eve@example.edu gnp.exe <script>alert(1)</script> "&');
    expect(html).not.toContain('<script>');
    expect(html.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
  });

  test('a very long one is cut between letters, as people see them', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(oneLine(family.repeat(300))).toBe(`${family.repeat(119)}…`);
  });

  test('one of another direction stands alone in it', () => {
    expect(fillPlain('{headline}: {title}', { headline: 'Due', title: 'مقال' })).toBe(
      'Due: \u2068مقال\u2069',
    );
    expect(fillPlain('{headline}: {title}', { headline: 'Due', title: 'Essay' })).toBe('Due: Essay');
    // Also one that begins in one direction and goes on in the other.
    expect(fillPlain('جديد: {title}', { title: 'Essay مقال' })).toBe('جديد: \u2068Essay مقال\u2069');
    expect(fillPlain('جديد: {title}', { title: 'مقال (2)' })).toBe('جديد: مقال (2)');
  });

  test('an empty one has a name', () => {
    expect(mailText(parts({ notices: [buildNotice({ title: ' \u200F ' })] })).subject).toContain(
      ': Activity',
    );
  });

  test('whatever they are, the subject is one line and the HTML holds no element of theirs', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'binary' }),
        (title, course) => {
          const { subject, html } = mailText(
            parts({ notices: [buildNotice({ title })], courseTitle: course }),
          );
          expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E]/u);
          const tags = [...html.matchAll(/<([a-z0-9!]+)/gi)].map(([, tag]) => tag);
          const known = [
            '!doctype',
            'html',
            'head',
            'meta',
            'title',
            'style',
            'body',
            'div',
            'p',
            'bdi',
            'h1',
            'a',
          ];
          expect(tags.filter((tag) => !known.includes(tag ?? ''))).toEqual([]);
        },
      ),
    );
  });
});
