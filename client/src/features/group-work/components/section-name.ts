import type { TFunction } from 'i18next';

interface Named {
  readonly kind: 'facilitator' | 'ambassador' | 'recorder' | 'custom' | 'criterion';
  readonly title: string;
}

/** How a part of a deliverable is called: standard roles in the language of whoever reads. */
export const sectionName = (t: TFunction, { kind, title }: Named): string =>
  kind === 'custom' || kind === 'criterion' ? title : t(`teamRoles.kinds.${kind}`);
