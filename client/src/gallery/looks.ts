import { applyLocale, LANGUAGES } from '../i18n/index.ts';

/** How the gallery is to look: a part of the address, so that a state can be linked to and tested. */
export interface Looks {
  readonly theme: string;
  readonly locale: string;
  /** `ltr`, `rtl`, or as the locale is written. */
  readonly direction: string;
  readonly width: string;
  readonly brand: string;
}

export const OPTIONS = {
  theme: ['system', 'light', 'dark'],
  locale: LANGUAGES,
  direction: ['by locale', 'ltr', 'rtl'],
  width: ['full', '768', '320'],
  brand: ['#0f5fa8', '#8a1538', '#0a7d3c', '#f2a900', '#5b2d8e'],
} as const satisfies Record<keyof Looks, readonly string[]>;

export function readLooks(search: URLSearchParams): Looks {
  const read = (name: keyof Looks) => {
    const wanted = search.get(name) ?? '';
    const options: readonly string[] = OPTIONS[name];
    return options.includes(wanted) ? wanted : (options[0] ?? '');
  };
  return {
    theme: read('theme'),
    locale: read('locale'),
    direction: read('direction'),
    width: read('width'),
    brand: read('brand'),
  };
}

export async function applyLooks({ theme, locale, direction, brand }: Looks): Promise<void> {
  await applyLocale(locale);
  const root = document.documentElement;
  if (direction !== 'by locale') root.dir = direction;
  if (theme !== 'system') root.dataset['theme'] = theme;
  root.style.setProperty('--brand', brand);
}
