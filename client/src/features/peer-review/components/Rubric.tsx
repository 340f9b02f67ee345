import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadFurtherTexts, withTexts } from '../../../i18n/index.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { makePart, Nothing } from '../../../ui/part.tsx';
import type { Criterion } from '../api.ts';

const RubricList = makePart(
  withTexts(() => import('./RubricList.tsx'), loadFurtherTexts),
  Nothing,
);

/** What reviewers judge by, folded away until one wants to know. */
export function Rubric({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const { t } = useTranslation();
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <Disclosure
      title={t('peerReview.learner.rubric')}
      onToggle={(isOpen) => {
        if (isOpen) setWasOpened(true);
      }}
    >
      {wasOpened && <RubricList criteria={criteria} />}
    </Disclosure>
  );
}
