import { useTranslation } from 'react-i18next';
import { HELPFULNESS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import type { Talk } from '../review-talk-api.ts';

/** How helpful the author found a review. */
export function RatingSentence({ talk }: { readonly talk: Pick<Talk, 'helpfulness' | 'thanked'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { helpfulness, thanked } = talk;
  const said = [
    helpfulness === null
      ? t('reviewTalk.notRated')
      : t('reviewTalk.ratedAs', { n: format.number(helpfulness), most: format.number(HELPFULNESS_MAX) }),
    ...(thanked ? [t('reviewTalk.thanks')] : []),
  ];
  return <p>{said.join(' ')}</p>;
}
