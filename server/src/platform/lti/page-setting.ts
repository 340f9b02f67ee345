import type { Deployment } from './deployments.store.ts';
import { frameOriginsOf } from './directory.ts';
import { chooseLocale } from './pages/locale.ts';
import type { Framing } from './pages/send.ts';
import type { PageLocale } from './pages/texts/index.ts';
import type { Platform } from './platforms.store.ts';

/** What is known about the reader of a page, filled in as a request is understood: a refusal shows what is known by then. */
export interface PageSetting {
  readonly requestId: string;
  platform: Platform | null;
  deployment: Deployment | null;
  /** Origins that the verified token itself named. */
  claimedOrigins: readonly string[];
  /** The course's page for people who come back, as the verified token names it. */
  returnUrl: string | null;
  /** How many pages the browser goes back from here, since a page of the LMS has posted an old launch once more; 0: none. */
  goesBack: number;
  /** Language wishes, the strongest first. */
  wishes: (string | null | undefined)[];
}

export const localeOfSetting = (setting: PageSetting): PageLocale => chooseLocale(setting.wishes);

/** Framing of a page without buttons. */
export const inertFraming = (setting: PageSetting): Framing => ({
  type: 'inert',
  origins: originsOfSetting(setting),
});

/** Framing of a page that does something, shown inside the LMS. */
export const verifiedFraming = (setting: PageSetting): Framing => ({
  type: 'origins',
  origins: originsOfSetting(setting),
});

const originsOfSetting = ({ platform, deployment, claimedOrigins }: PageSetting): string[] => [
  ...new Set([...(platform ? frameOriginsOf(platform, deployment) : []), ...claimedOrigins]),
];
