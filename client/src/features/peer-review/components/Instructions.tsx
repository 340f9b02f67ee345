import { useTranslation } from 'react-i18next';
import { isBlank, type RichText } from '../../../../../server/src/contracts/plain-text.ts';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';

/** What the instructor says about the activity, or that there is nothing to say. */
export function Instructions({ document }: { readonly document: RichText }) {
  const { t } = useTranslation();
  if (isBlank(document)) return <p>{t('peerReview.learner.noInstructions')}</p>;
  return <RichTextView document={document} />;
}
