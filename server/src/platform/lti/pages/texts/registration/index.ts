import type { PageLocale } from '../index.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type RegistrationTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export const REGISTRATION_TEXTS = { en, de, fr, es, ar } as const satisfies Record<
  PageLocale,
  RegistrationTexts
>;
