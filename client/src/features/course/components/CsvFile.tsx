import { type ChangeEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import styles from '../pages/GroupsPage.module.css';
import { readText } from '../read-file.ts';

interface Asked {
  readonly error: Error | null;
  reset(): void;
}

interface CsvFileProps {
  /** How many characters it may have. */
  readonly max: number;
  /** What a look at the file, and then taking it in, came to; both begin anew with another file. */
  readonly preview: Asked & { readonly isPending: boolean };
  readonly apply: Asked;
  /** Its text; null as long as there is none that can be read. */
  readonly onChoose: (csv: string | null) => void;
}

/** Asks for a CSV file, and says what is wrong with it as a whole. */
export function CsvFile({ max, preview, apply, onChoose }: CsvFileProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isTooLarge, setIsTooLarge] = useState(false);

  async function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0];
    preview.reset();
    apply.reset();
    onChoose(null);
    if (file === undefined) return;
    const text = readText(new Uint8Array(await file.arrayBuffer()));
    const tooLarge = text.length > max;
    setIsTooLarge(tooLarge);
    if (tooLarge || text === '') return;
    onChoose(text);
  }

  return (
    <>
      <div className={cx(styles['file'])}>
        <label htmlFor={id}>{t('groups.import.file')}</label>
        <input id={id} type="file" accept=".csv,text/csv" onChange={(event) => void choose(event)} />
      </div>
      {isTooLarge && <Banner tone="bad" role="alert" title={t('groups.import.tooLarge')} />}
      {preview.isPending && (
        <Progress label={t('groups.import.checking')} text={t('groups.import.checking')} />
      )}
      {preview.error !== null && <Problem error={preview.error} />}
      {apply.error !== null && <Problem error={apply.error} />}
    </>
  );
}
