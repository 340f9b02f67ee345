import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { core } from './core.en.ts';

const LANGUAGES = { en: { translation: core } };
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

/** Adds texts to those that are there; once. Without a connection it fails, and is tried again when next wanted. */
function once(load: () => Promise<object>): () => Promise<void> {
  let loaded: Promise<void> | undefined;
  return () => {
    loaded ??= load().then((texts) => void i18next.addResourceBundle('en', 'translation', texts, true, true));
    loaded.catch(() => (loaded = undefined));
    return loaded;
  };
}

/** The texts of all pages but those that a learner sees first. */
export const loadFurtherTexts = once(async () => (await import('./further.en.ts')).further);

/** The texts of the editor and of files. */
export const loadWritingTexts = once(async () => (await import('./writing.en.ts')).writing);

/** How to load a component together with the texts that it shows. */
export const withTexts =
  <Part>(load: () => Promise<Part>, loadTexts: () => Promise<void>): (() => Promise<Part>) =>
  async () => {
    const [part] = await Promise.all([load(), loadTexts()]);
    return part;
  };

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
