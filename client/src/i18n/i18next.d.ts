import 'i18next';
import type { administration } from './en/administration.ts';
import type { en } from './en/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    /** `administration` is loaded with the console. */
    resources: { translation: typeof en; administration: typeof administration };
  }
}
