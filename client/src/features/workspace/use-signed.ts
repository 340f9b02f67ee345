import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/context.ts';
import type { PageComment } from './comments-api.ts';

type Said = Pick<PageComment, 'by' | 'at'>;

/** How to say who said something, and when. */
export function useSigned() {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = ({ by }: Pick<Said, 'by'>): string =>
    by.isOwn ? t('groupWork.you') : (by.name ?? t('groupWork.somebody'));
  return { nameOf, signed: (said: Said): string => `${nameOf(said)} · ${format.moment(said.at)}` };
}
