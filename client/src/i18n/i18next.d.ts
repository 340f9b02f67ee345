import 'i18next';
import type { administration } from './administration.en.ts';
import type { en } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    /** `administration` is loaded with the console. */
    resources: { translation: typeof en; administration: typeof administration };
  }
}
