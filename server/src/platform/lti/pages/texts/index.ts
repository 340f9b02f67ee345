import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type PageTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type ProblemText = keyof PageTexts['problems'];

export const TEXTS = { en, de, fr, es, ar } as const satisfies Record<string, PageTexts>;

export type PageLocale = keyof typeof TEXTS;
