import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** A language is complete or does not compile. */
export type PageTexts = typeof en;
export type ProblemText = keyof PageTexts['problems'];

export const TEXTS = { en, de, fr, es, ar } as const satisfies Record<string, PageTexts>;

export type PageLocale = keyof typeof TEXTS;
