import { type ChangeEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXCLUSIONS_CSV_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Table } from '../../../ui/Table.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import styles from './PasteExclusions.module.css';
import { readText } from '../../course/read-file.ts';
import { type ReadList, useChangeExclusions, useReadExclusions } from '../exclusions-api.ts';

/** Pairs from a list that is pasted or a file: checked first, then kept apart, and undone at once if one wants. */
export function PasteExclusions() {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const read = useReadExclusions();
  const change = useChangeExclusions();
  const [text, setText] = useState('');
  const isTooLong = text.length > EXCLUSIONS_CSV_MAX;

  function write(next: string): void {
    setText(next);
    read.reset();
  }

  async function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0];
    if (file) write(readText(new Uint8Array(await file.arrayBuffer())));
  }

  function apply({ pairs }: ReadList): void {
    const named = pairs.map(({ first, second }) => [first.id, second.id] as const);
    const undo = () =>
      change.mutate(
        { pairs: named, apart: false },
        { onSuccess: () => announce(t('exclusions.paste.undone')) },
      );
    change.mutate(
      { pairs: named, apart: true },
      {
        onSuccess: () => {
          showToast({ text: t('exclusions.paste.applied', { count: named.length }), undo });
          write('');
        },
      },
    );
  }

  return (
    <Disclosure title={t('exclusions.paste.title')}>
      <div className={cx(layout['stack'])}>
        <TextArea
          label={t('exclusions.paste.label')}
          hint={t('exclusions.paste.hint')}
          value={text}
          error={
            isTooLong ? t('exclusions.paste.tooLong', { max: format.number(EXCLUSIONS_CSV_MAX) }) : undefined
          }
          onChange={write}
        />
        <div className={cx(styles['file'])}>
          <label htmlFor={`${id}-file`}>{t('exclusions.paste.file')}</label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".csv,text/csv,text/plain"
            onChange={(event) => void choose(event)}
          />
        </div>
        {read.error !== null && <Problem error={read.error} />}
        {change.error !== null && <Problem error={change.error} />}
        <div>
          <Button
            isDisabled={text.trim() === '' || isTooLong}
            isPending={read.isPending}
            onPress={() => read.mutate(text)}
          >
            {t('exclusions.paste.check')}
          </Button>
        </div>
        {read.data !== undefined && (
          <Outcome outcome={read.data} isPending={change.isPending} onApply={() => apply(read.data)} />
        )}
      </div>
    </Disclosure>
  );
}

const valueCell = ({ value }: ReadList['problems'][number]) => <bdi>{value}</bdi>;

interface OutcomeProps {
  readonly outcome: ReadList;
  readonly isPending: boolean;
  readonly onApply: () => void;
}

function Outcome({ outcome: { pairs, known, problems }, isPending, onApply }: OutcomeProps) {
  const { t } = useTranslation();
  const unnamed = t('launch.work.unnamed');
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <p role="status">
        {t('exclusions.paste.fresh', { count: pairs.length })}
        {known > 0 && ` · ${t('exclusions.paste.known', { count: known })}`}
        {problems.length > 0 && ` · ${t('exclusions.paste.problems', { count: problems.length })}`}
      </p>
      {pairs.length > 0 && (
        <>
          <Table
            label={t('exclusions.paste.fresh', { count: pairs.length })}
            columns={[
              { key: 'first', title: t('exclusions.first'), cell: ({ first }) => first.name ?? unnamed },
              { key: 'second', title: t('exclusions.second'), cell: ({ second }) => second.name ?? unnamed },
            ]}
            rows={pairs}
            rowKey={({ first, second }) => `${first.id}-${second.id}`}
          />
          <div>
            <Button variant="primary" isPending={isPending} onPress={onApply}>
              {t('exclusions.paste.apply')}
            </Button>
          </div>
        </>
      )}
      {problems.length > 0 && (
        <Table
          label={t('exclusions.paste.problems', { count: problems.length })}
          columns={[
            { key: 'line', title: t('exclusions.paste.line'), cell: ({ line }) => line },
            {
              key: 'problem',
              title: t('exclusions.paste.problem'),
              cell: ({ problem }) => t(`exclusions.paste.why.${problem}`),
            },
            { key: 'value', title: t('exclusions.paste.value'), cell: valueCell },
          ]}
          rows={problems}
          rowKey={({ line, value }) => `${line} ${value}`}
        />
      )}
    </div>
  );
}
