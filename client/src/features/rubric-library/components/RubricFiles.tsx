import type { TFunction } from 'i18next';
import { type ChangeEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RUBRIC_FILE_MAX } from '../../../../../server/src/contracts/limits.ts';
import { ApiError } from '../../../app/api-client.ts';
import { newId } from '../../../app/new-id.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { saveAsFile } from '../../../ui/save-file.ts';
import { readText } from '../../course/read-file.ts';
import type { Criterion } from '../../peer-review/api.ts';
import { type Format, useReadFile, useWriteFile } from '../api.ts';

interface RubricFilesProps {
  readonly criteria: Criterion[] | null;
  readonly onTake: (criteria: Criterion[]) => void;
}

const FORMATS = ['json', 'csv'] as const;
const TYPES = { json: 'application/json', csv: 'text/csv' } as const;

/** A rubric from a file, and this one to a file. */
export function RubricFiles({ criteria, onTake }: RubricFilesProps) {
  const { t } = useTranslation();
  const id = useId();
  const read = useReadFile();
  const write = useWriteFile();
  const [isTooLarge, setIsTooLarge] = useState(false);

  async function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0];
    read.reset();
    setIsTooLarge(false);
    if (file === undefined) return;
    const text = readText(new Uint8Array(await file.arrayBuffer()));
    if (text.length > RUBRIC_FILE_MAX) return setIsTooLarge(true);
    const format: Format = /\.json$/i.test(file.name) ? 'json' : 'csv';
    read.mutate(
      // An empty file is no request; one that says nothing is refused with its line.
      { format, text: text === '' ? ' ' : text },
      // Ids of a file mean nothing here: ratings of another criterion must not be taken for those of this one.
      { onSuccess: (found) => onTake(found.criteria.map((criterion) => ({ ...criterion, id: newId() }))) },
    );
  }

  const save = (format: Format) =>
    criteria !== null &&
    write.mutate(
      { format, name: t('rubricLibrary.fileName'), criteria },
      {
        onSuccess: ({ text }) => saveAsFile(`${t('rubricLibrary.fileName')}.${format}`, TYPES[format], text),
      },
    );

  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('rubricLibrary.files')}</h3>
      <div>
        <label htmlFor={`${id}-file`}>{t('rubricLibrary.import')}</label>{' '}
        <input
          id={`${id}-file`}
          className={cx(layout['fit'])}
          type="file"
          accept=".json,.csv,application/json,text/csv"
          onChange={(event) => void choose(event)}
        />
      </div>
      {isTooLarge && <Banner tone="bad" role="alert" title={t('rubricLibrary.tooLarge')} />}
      {read.error !== null && <Refusal error={read.error} />}
      {criteria !== null && (
        <div className={cx(layout['row'])}>
          {FORMATS.map((format) => (
            <Button key={format} isPending={write.isPending} onPress={() => save(format)}>
              {t(`rubricLibrary.export.${format}`)}
            </Button>
          ))}
        </div>
      )}
      {write.error !== null && <Problem error={write.error} />}
    </section>
  );
}

const PROBLEMS = [
  'BROKEN',
  'NO_COLUMNS',
  'NOT_A_NUMBER',
  'UNKNOWN_WORD',
  'NO_CRITERION',
  'NOT_VALID',
] as const;

/** Why a file was refused, with its line. */
function Refusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const details = error instanceof ApiError && error.code === 'RUBRIC_FILE_INVALID' ? error.details : null;
  if (details === null) return <Problem error={error} />;
  return (
    <Banner tone="bad" role="alert" title={t('errors.RUBRIC_FILE_INVALID')}>
      {faultText(details, t)}
    </Banner>
  );
}

function faultText(details: Readonly<Record<string, unknown>>, t: TFunction): string {
  const problem = PROBLEMS.find((one) => one === details['problem']) ?? 'NOT_VALID';
  const field = details['field'];
  const line = t('rubricLibrary.line', { n: Number(details['line']) });
  const said = t(`rubricLibrary.problem.${problem}`);
  return typeof field === 'string'
    ? t('rubricLibrary.faultOf', { line, field, problem: said })
    : t('rubricLibrary.fault', { line, problem: said });
}
