import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import { type ConnectionResult, type ConnectionStep, useConnectionStep } from '../api.ts';
import styles from './Console.module.css';

const STEPS: readonly ConnectionStep[] = ['keys', 'token', 'roster', 'column', 'score'];
const TONES: Record<ConnectionResult['outcome'], Tone> = {
  passed: 'good',
  failed: 'bad',
  skipped: 'neutral',
};

type Results = Partial<Record<ConnectionStep, ConnectionResult>>;

/** Tries what Roundtable needs of a platform, step by step, and says what each step found. */
export function ConnectionTest({ platformId }: { readonly platformId: string }) {
  const { t } = useTranslation('administration');
  const { results, isRunning, error, run } = useRun(platformId);
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="connection">
      <h2 id="connection">{t('connection.heading')}</h2>
      <p className={cx(layout['muted'], layout['measure'])}>{t('connection.intro')}</p>
      <div>
        <Button isPending={isRunning} onPress={() => void run()}>
          {t(isRunning ? 'connection.running' : 'connection.run')}
        </Button>
      </div>
      {error !== null && <Problem error={error} />}
      {results !== null && (
        <Table
          label={t('connection.table')}
          columns={columnsOf(t, results)}
          rows={STEPS}
          rowKey={(step) => step}
        />
      )}
    </section>
  );
}

/** All steps side by side, since one that hangs must not keep the others. */
function useRun(platformId: string) {
  const { t } = useTranslation('administration');
  const tryStep = useConnectionStep(platformId);
  const [results, setResults] = useState<Results | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function run(): Promise<void> {
    setResults({});
    setError(null);
    setRunning(true);
    try {
      const all = await Promise.all(
        STEPS.map(async (step) => {
          const result = await tryStep(step);
          setResults((before) => ({ ...before, [step]: result }));
          return result.outcome;
        }),
      );
      const count = (outcome: ConnectionResult['outcome']) => all.filter((one) => one === outcome).length;
      const counts = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
      announce(t('connection.done', counts));
    } catch (thrown) {
      setError(thrown);
    } finally {
      setRunning(false);
    }
  }
  return { results, isRunning, error, run };
}

function Outcome({ result }: { readonly result: ConnectionResult | undefined }) {
  const { t } = useTranslation('administration');
  if (result === undefined) return <Badge tone="info">{t('connection.outcomes.waiting')}</Badge>;
  return <Badge tone={TONES[result.outcome]}>{t(`connection.outcomes.${result.outcome}`)}</Badge>;
}

function Found({ result }: { readonly result: ConnectionResult | undefined }) {
  const { t } = useTranslation('administration');
  if (result === undefined) return null;
  const { outcome, reason, status, words, address } = result;
  const isMissing = reason === 'TOKEN_WITHOUT_SCOPES';
  return (
    <div className={cx(layout['stack'], styles['found'])}>
      <span>
        {t(`connection.reasons.${reason}`)} {isMissing && <span className={cx(styles['code'])}>{words}</span>}
      </span>
      {outcome === 'failed' && !isMissing && (status !== null || words !== '') && (
        <span>
          {status === null
            ? words
            : words === ''
              ? t('connection.answeredShort', { status })
              : t('connection.answered', { status, words })}
        </span>
      )}
      {outcome === 'failed' && address !== null && (
        <span className={cx(layout['muted'], layout['small'], styles['code'])}>
          {t('connection.address', { address })}
        </span>
      )}
    </div>
  );
}

const columnsOf = (t: TFunction<'administration'>, results: Results): Column<ConnectionStep>[] => [
  { key: 'step', title: t('connection.step'), cell: (step) => t(`connection.steps.${step}`) },
  { key: 'result', title: t('connection.result'), cell: (step) => <Outcome result={results[step]} /> },
  { key: 'found', title: t('connection.found'), cell: (step) => <Found result={results[step]} /> },
];
