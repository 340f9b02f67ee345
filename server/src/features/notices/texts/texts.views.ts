import { hasRightToLeft, isolatedIn } from '../../../contracts/direction.ts';
import { ar } from './ar.views.ts';
import { de } from './de.views.ts';
import { en, type NoticeTexts, type Plural } from './en.views.ts';
import { es } from './es.views.ts';
import { fr } from './fr.views.ts';

const TEXTS = { en, de, fr, es, ar } as const satisfies Record<string, NoticeTexts>;

type Language = keyof typeof TEXTS;

/** One language's texts, for a person in a locale of it. */
export interface Wording {
  readonly language: Language;
  /** For dates and numbers: the person's own, where its language is translated. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: NoticeTexts;
}

const isKnown = (language: string): language is Language => Object.hasOwn(TEXTS, language);

/** The first of some wishes that is translated, English otherwise. @param wishes BCP 47 tags, the strongest first */
export function wordingFor(...wishes: (string | null | undefined)[]): Wording {
  for (const locale of wishes) {
    const language = locale?.toLowerCase().split(/[-_]/, 1)[0] ?? '';
    if (locale && isKnown(language)) {
      return { language, locale, direction: language === 'ar' ? 'rtl' : 'ltr', texts: TEXTS[language] };
    }
  }
  return { language: 'en', locale: 'en', direction: 'ltr', texts: en };
}

/** The form of a text for a number, the number filled in as the locale writes it. */
export function countText({ locale }: Wording, forms: Plural, count: number): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return form.replaceAll('{count}', new Intl.NumberFormat(locale).format(count));
}

/**
 * A title as it may stand in a line of its own, such as a mail's subject: without line breaks, control characters and
 * those that turn the direction of what follows; cut where it is longer than people read.
 */
export function oneLine(text: string, max = 120): string {
  const clean = text
    .replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(clean)];
  if (letters.length <= max) return clean;
  return `${letters
    .slice(0, max - 1)
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()}…`;
}

/** Fills `{name}` places of plain text; what is written in the other direction keeps its own. */
export const fillPlain = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : isolatedIn(hasRightToLeft(text), value);
  });
