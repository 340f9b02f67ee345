import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import layout from '../../../ui/layout.module.css';
import type { Criterion } from '../../peer-review/api.ts';
import { KeptRubrics } from './KeptRubrics.tsx';
import { RubricFiles } from './RubricFiles.tsx';
import { SaveRubricForm } from './SaveRubricForm.tsx';

interface RubricLibraryProps {
  /** The rubric of the form as it would be saved; null while something is wrong with it. */
  readonly criteria: Criterion[] | null;
  readonly onTake: (criteria: Criterion[]) => void;
  readonly onClose: () => void;
}

/** The rubrics that the course keeps: to take one, to keep this one, and to and from files. */
export default function RubricLibrary({ criteria, onTake, onClose }: RubricLibraryProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('rubricLibrary.title')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('rubricLibrary.close')}</Button>}
    >
      <div className={cx(layout['stack'])}>
        <KeptRubrics onTake={onTake} />
        {criteria === null ? <p>{t('rubricLibrary.mendFirst')}</p> : <SaveRubricForm criteria={criteria} />}
        <RubricFiles criteria={criteria} onTake={onTake} />
      </div>
    </Dialog>
  );
}
