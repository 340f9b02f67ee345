import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';

const LANGUAGES = { en: { translation: en } };
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Starts with English; the session's locale comes later (`applyLocale`). */
export const startI18n = (): Promise<unknown> =>
  i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: LANGUAGES,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });

/** Shows texts in this locale, and says so to the browser and to screen readers. */
export function applyLocale(locale: string): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = RIGHT_TO_LEFT.has(languageOf(locale)) ? 'rtl' : 'ltr';
  void i18next.changeLanguage(locale);
}

/**
 * The first of the wished locales whose language is translated, otherwise English, so that the page's `lang` is always
 * the language one reads or hears. LMSs also write `en_GB`.
 *
 * @param wishes the strongest first: the launch's locale, then the browser's.
 */
export function localeFor(wishes: readonly (string | null)[]): string {
  const known = wishes.flatMap((wish) => (wish === null ? [] : canonical(wish.replaceAll('_', '-'))));
  return known.find((locale) => languageOf(locale) in LANGUAGES) ?? 'en';
}

const languageOf = (locale: string): string => locale.split('-')[0] ?? locale;

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}
