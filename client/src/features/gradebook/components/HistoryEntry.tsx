import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { REVIEW_METHODS } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { GradeDecision, LedgerEntry } from '../api.ts';
import { explain } from '../explain.ts';
import { tellFurther } from '../explain-further.ts';
import styles from './History.module.css';

/** Who did something: a member by name, or Roundtable itself. */
export function useAuthor(): (by: GradeDecision['by']) => string {
  const { t } = useTranslation();
  return ({ name, isSystem }) => (isSystem ? t('app.name') : (name ?? t('gradebook.history.unnamed')));
}

/** One entry of the ledger: what it says, who asked for it, and all it was made of. */
export function HistoryEntry({
  entry,
  isNewest,
}: {
  readonly entry: LedgerEntry;
  readonly isNewest: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const author = useAuthor();
  const { explanation, sentAt, reason } = entry;
  const { value, maximum } = explanation;
  const title =
    value === null
      ? t('gradebook.history.noGrade')
      : t('gradebook.points', { value: format.number(value), maximum: format.number(maximum) });
  return (
    <li className={cx(styles['entry'], isNewest && styles['now'])}>
      <div className={cx(styles['head'])}>
        <h3>{t('gradebook.history.entry', { n: entry.n, grade: title })}</h3>
        <Badge tone={isNewest ? 'info' : 'neutral'}>{t(`gradebook.history.kind.${entry.kind}`)}</Badge>
      </div>
      <p>{explain(explanation, 'other', t, format, tellFurther)}</p>
      {reason !== null && <p className={cx(layout['prose'])}>{t('gradebook.history.reason', { reason })}</p>}
      <p className={cx(layout['muted'], layout['small'])}>
        {t('gradebook.history.by', { when: format.moment(entry.at), name: author(entry.by) })}
        {' · '}
        {sentAt === null
          ? t('gradebook.history.notSent')
          : t('gradebook.history.sent', { when: format.moment(sentAt) })}
      </p>
      <Details entry={entry} />
    </li>
  );
}

const PARAMETERS = [
  'points',
  'decimals',
  'rounding',
  'minimumPercent',
  'maximumPercent',
  'late',
  'weights',
  'method',
  'agreement',
  'helpfulness',
  'quality',
  'range',
] as const;

/** The formula's parameters by names that people know; one that nobody has named yet comes as it is. */
function parameterFacts(
  parameters: LedgerEntry['parameters'],
  t: TFunction,
  format: Format,
): [string, string][] {
  return Object.entries(parameters).map(([name, value]) => {
    const known = PARAMETERS.find((parameter) => parameter === name);
    const title = known === undefined ? name : t(`gradebook.history.parameters.${known}`);
    return [title, parameterText(known, value, t, format)];
  });
}

function parameterText(
  name: (typeof PARAMETERS)[number] | undefined,
  value: unknown,
  t: TFunction,
  format: Format,
): string {
  if (name === 'late' && value === null) return t('gradebook.history.noLate');
  if (name === 'late' && isNumbers(value)) {
    return t('gradebook.history.latePolicy', {
      percent: format.percent(value['percentPerDay'] ?? 0),
      lowest: format.percent(value['lowestPercent'] ?? 0),
      grace: format.number(value['graceMinutes'] ?? 0),
    });
  }
  if (name === 'weights' && isNumbers(value)) {
    return t('gradebook.history.weights', {
      work: format.percent(value['work'] ?? 0),
      reviewing: format.percent(value['reviewing'] ?? 0),
    });
  }
  if (name === 'range' && isNumbers(value)) {
    return t('comparative.rangeOf', {
      lowest: format.percent(value['lowestPercent'] ?? 0),
      highest: format.percent(value['highestPercent'] ?? 0),
    });
  }
  if (name === 'method' && isMethod(value)) return t(`peerReview.setUp.method.${value}`);
  if (name === 'agreement' || name === 'helpfulness' || name === 'quality')
    return shareText(value, t, format);
  if (name === 'rounding' && (value === 'nearest' || value === 'down' || value === 'up'))
    return t(`gradebook.rules.${value}`);
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  return name === 'minimumPercent' || name === 'maximumPercent'
    ? format.percent(value)
    : format.number(value);
}

const isMethod = (value: unknown): value is (typeof REVIEW_METHODS)[number] =>
  REVIEW_METHODS.some((one) => one === value);

function shareText(value: unknown, t: TFunction, format: Format): string {
  const percent = typeof value === 'object' && value !== null && 'percent' in value ? value.percent : null;
  return typeof percent === 'number' ? format.percent(percent) : t('common.none');
}

const isNumbers = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'number');

function Details({ entry }: { readonly entry: LedgerEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { explanation, inputs, parameters, runId } = entry;
  const { reviews, handedIn, given, decision } = inputs;
  const facts: [string, string][] = [
    [t('gradebook.history.formula'), explanation.formula],
    ...parameterFacts(parameters, t, format),
    ...reviews.map((review): [string, string] => [
      t('gradebook.history.review', { sign: review.sign }),
      t('gradebook.history.reviewOf', {
        points: format.number(review.points),
        maximum: format.number(review.maximum),
        version: review.version,
      }) + countText(review, t, format),
    ]),
    ...given.map(({ sign, version }): [string, string] => [
      t('gradebook.history.given', { sign }),
      version === 0 ? t('gradebook.history.notWritten') : t('gradebook.history.written', { version }),
    ]),
  ];
  if (handedIn !== null) {
    facts.push([
      t('gradebook.history.handedIn'),
      t('gradebook.history.handedInOf', {
        version: handedIn.version,
        when: format.moment(handedIn.at),
        due: format.moment(handedIn.dueAt),
      }),
    ]);
  }
  if (decision > 0) facts.push([t('gradebook.history.decision'), format.number(decision)]);
  facts.push([t('gradebook.history.run'), runId]);
  return (
    <details className={cx(styles['details'])}>
      <summary aria-label={t('gradebook.history.detailsOf', { n: entry.n })}>
        {t('gradebook.history.details')}
      </summary>
      <dl className={cx(styles['facts'])}>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
    </details>
  );
}

/** What a review counted, where reviews did not all count the same. */
function countText({ counts, bias }: LedgerEntry['inputs']['reviews'][number], t: TFunction, format: Format) {
  if (counts === null || bias === null) return '';
  const values = { counts: format.percent(counts), bias: format.number(bias) };
  return ` · ${t('gradebook.history.counted', values)}`;
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
