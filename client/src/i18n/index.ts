import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Starts with English; the session's locale comes later (`useLocale`). */
export const startI18n = (): Promise<unknown> =>
  i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });

/**
 * Shows texts, dates and numbers in the session's locale as far as its language is translated, so that the page's
 * `lang` is always the language people read or hear.
 *
 * @returns the locale in use, such as `en-GB`.
 */
export function applyLocale(wanted: string | null): string {
  const locale = localeFor(wanted, Object.keys(i18next.services.resourceStore.data));
  document.documentElement.lang = locale;
  document.documentElement.dir = RIGHT_TO_LEFT.has(languageOf(locale)) ? 'rtl' : 'ltr';
  void i18next.changeLanguage(locale);
  return locale;
}

/** The wanted locale where its language is there, otherwise English; LMSs also write it as `en_GB`. */
export function localeFor(wanted: string | null, languages: readonly string[]): string {
  const tag = (wanted ?? 'en').replaceAll('_', '-');
  const [known] = canonical(tag);
  return known !== undefined && languages.includes(languageOf(known)) ? known : 'en';
}

const languageOf = (locale: string): string => locale.split('-')[0] ?? locale;

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}
