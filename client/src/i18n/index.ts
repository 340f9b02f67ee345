import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { initReactI18next } from 'react-i18next';
import { isolated, isRightToLeft } from './direction.ts';
import { core } from './en/core.ts';

/** The languages that the texts are in; each has the folder of its name, with the same files. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The parts that texts come in, each a file: `core` with the client, `further` with all pages but those that a learner
 * sees first, `writing` with the editor and files, `groupWork` with the pages of group projects, `administration` with
 * the console.
 */
type Part = 'core' | 'further' | 'writing' | 'groupWork' | 'administration';
type Texts = Record<string, object>;

/** Written out, so that the build sees which files there are. */
const FILES: Record<Part, (language: Language) => Promise<Texts>> = {
  core: (language) => import(`./${language}/core.ts`) as Promise<Texts>,
  further: (language) => import(`./${language}/further.ts`) as Promise<Texts>,
  writing: (language) => import(`./${language}/writing.ts`) as Promise<Texts>,
  groupWork: (language) => import(`./${language}/group-work.ts`) as Promise<Texts>,
  administration: (language) => import(`./${language}/administration.ts`) as Promise<Texts>,
};

/** What the pages so far have needed; a language that is chosen later brings all of it. */
const needed = new Set<Part>();
const loads = new Map<string, Promise<void>>();
/** The locale that was asked for last. */
let wanted = 'en';

/** Adds texts to those that are there; once. Without a connection it fails, and is tried again when next needed. */
function load(part: Part, language: Language): Promise<void> {
  const key = `${language}/${part}`;
  const begun = loads.get(key);
  if (begun) return begun;
  const namespace = part === 'administration' ? 'administration' : 'translation';
  const loading = FILES[part](language).then(
    (texts) => void i18next.addResourceBundle(language, namespace, texts[part], true, true),
  );
  loads.set(key, loading);
  loading.catch(() => loads.delete(key));
  return loading;
}

async function need(part: Part): Promise<void> {
  needed.add(part);
  await load(part, languageOf(i18next.language));
}

/** Begins with English, which comes with the client: it is what can be said when nothing else can be fetched. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: core } },
    // React escapes what it shows; what stands in a text keeps its direction.
    interpolation: { escape: (value: string) => isolated(value, i18next.language) },
  });
  loads.set('en/core', Promise.resolve());
  needed.add('core');
}

export const loadFurtherTexts = (): Promise<void> => need('further');
export const loadWritingTexts = (): Promise<void> => need('writing');
export const loadGroupWorkTexts = (): Promise<void> => need('groupWork');
export const loadAdministrationTexts = (): Promise<void> => need('administration');

/** How to load a component together with the texts that it shows. */
export const withTexts =
  <Component>(
    loadComponent: () => Promise<Component>,
    loadTexts: () => Promise<void>,
  ): (() => Promise<Component>) =>
  async () => {
    const [component] = await Promise.all([loadComponent(), loadTexts()]);
    return component;
  };

/**
 * Shows texts in this locale, and says so to the browser and to screen readers. Stays with the language that is there
 * when the other cannot be fetched.
 */
export async function applyLocale(locale: string): Promise<void> {
  wanted = locale;
  const language = languageOf(locale);
  try {
    await Promise.all([...needed].map((part) => load(part, language)));
  } catch {
    return;
  }
  if (wanted !== locale) return;
  document.documentElement.lang = locale;
  document.documentElement.dir = isRightToLeft(language) ? 'rtl' : 'ltr';
  await i18next.changeLanguage(locale);
}

/** @returns whether the page can be shown in this locale by now. */
export function useLocale(locale: string): boolean {
  const [applied, setApplied] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void applyLocale(locale).then(() => isWanted && setApplied(locale));
    return () => {
      isWanted = false;
    };
  }, [locale]);
  // A page that is there stays while the other language comes.
  return applied !== null;
}

/**
 * The first of the wished locales whose language is translated, otherwise English, so that the page's `lang` is always
 * the language one reads or hears. LMSs also write `en_GB`.
 *
 * @param wishes the strongest first: the launch's locale, then the browser's.
 */
export function localeFor(wishes: readonly (string | null)[]): string {
  const known = wishes.flatMap((wish) => (wish === null ? [] : canonical(wish.replaceAll('_', '-'))));
  return known.find((locale) => isTranslated(primaryOf(locale))) ?? 'en';
}

const primaryOf = (locale: string): string => locale.split('-')[0] ?? locale;
const isTranslated = (language: string): language is Language =>
  (LANGUAGES as readonly string[]).includes(language);

/** @returns English where the texts are in no language of this locale. */
function languageOf(locale: string): Language {
  const language = primaryOf(locale);
  return isTranslated(language) ? language : 'en';
}

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}
