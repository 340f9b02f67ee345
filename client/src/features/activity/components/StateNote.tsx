import { useTranslation } from 'react-i18next';
import { MessagePage } from '../../../app/Landing.tsx';
import { Banner } from '../../../ui/Banner.tsx';

interface StateNoteProps {
  readonly state: 'draft' | 'closed';
}

/** What learners are told of an activity that is not open: not yet, or no more. */
export default function StateNote({ state }: StateNoteProps) {
  const { t } = useTranslation();
  if (state === 'draft')
    return (
      <MessagePage title={t('publication.learner.notOpen')} text={t('publication.learner.notOpenText')} />
    );
  return (
    <Banner tone="info" title={t('publication.learner.closed')}>
      {t('publication.learner.closedText')}
    </Banner>
  );
}
