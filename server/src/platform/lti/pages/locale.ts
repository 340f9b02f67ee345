import { type PageLocale, TEXTS } from './texts/index.ts';

const isKnown = (language: string): language is PageLocale => Object.hasOwn(TEXTS, language);

/**
 * The language of a page: the first wish that the pages are translated to, English otherwise.
 *
 * @param wishes from the strongest to the weakest: one BCP 47 tag, a space-separated list (`ui_locales`, OpenID Connect
 *   Core §3.1.2.1) or an Accept-Language header each.
 */
export function chooseLocale(wishes: readonly (string | null | undefined)[]): PageLocale {
  for (const wish of wishes) {
    const known = tagsOf(wish ?? '')
      .map((tag) => tag.toLowerCase().split(/[-_]/, 1)[0] ?? '')
      .find(isKnown);
    if (known) return known;
  }
  return 'en';
}

/** The tags of one wish by falling weight (RFC 9110 §12.4.2). */
function tagsOf(wish: string): string[] {
  return wish
    .slice(0, 500)
    .split(/[\s,]+(?=[a-z*])/i)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** The direction of a locale's script. */
export const directionOf = (locale: PageLocale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr');
