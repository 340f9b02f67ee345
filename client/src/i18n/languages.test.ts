import { describe, expect, test } from '@jest/globals';
import { administration } from './en/administration.ts';
import { en } from './en/index.ts';
import { LANGUAGES } from './index.ts';

/** All texts by their whole keys. */
function flat(texts: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(flat(value as object, `${prefix}${key}.`)),
    ),
  );
}

/** What must be written with a number, and may be left out of the forms for none, one and two of it. */
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name).sort();

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** The keys that a language needs: a text with plural forms has those of the language (CLDR). */
function expectedKeys(english: Record<string, string>, language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = Object.keys(english).flatMap((key) => {
    if (!PLURAL.test(key)) return [key];
    const base = key.replace(PLURAL, '');
    if (!(`${base}_other` in english)) return [key];
    // None at all may have words of its own in any language.
    const all = `${base}_zero` in english ? ['zero', ...forms] : forms;
    return all.map((form) => `${base}_${form}`);
  });
  return [...new Set(keys)].sort();
}

async function textsOf(language: string): Promise<Record<string, string>> {
  const parts = ['core', 'further', 'writing', 'groupWork', 'administration'].map(async (part) => {
    const path = part === 'groupWork' ? 'group-work' : part;
    const file = (await import(`./${language}/${path}.ts`)) as Record<string, object>;
    return flat(part === 'administration' ? file : (file[part] ?? {}));
  });
  return Object.assign({}, ...(await Promise.all(parts))) as Record<string, string>;
}

const english = flat({ ...en, administration });

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  test('has every text, in every plural form of the language, and none that is not used', async () => {
    const texts = await textsOf(language);
    expect(Object.keys(texts).sort()).toEqual(expectedKeys(english, language));
  });

  test('says the same things: every value that a text shows has its place in it', async () => {
    const differing = Object.entries(await textsOf(language)).filter(([key, text]) => {
      const base = key.replace(PLURAL, '');
      const original = english[key] ?? english[`${base}_other`] ?? '';
      const missing = placeholders(original).filter((name) => !placeholders(text).includes(name));
      const unknown = placeholders(text).filter((name) => !placeholders(original).includes(name));
      const mayLackCount = /_(zero|one|two)$/.test(key);
      return unknown.length > 0 || missing.some((name) => !(mayLackCount && name === 'count'));
    });
    expect(differing).toEqual([]);
  });

  test('has no empty text and none that was left in English', async () => {
    const texts = await textsOf(language);
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
    // Single words, names and formats may be the same in both.
    const same = Object.entries(texts).filter(
      ([key, text]) => english[key] === text && text.split(' ').length > 4,
    );
    expect(same).toEqual([]);
  });
});
