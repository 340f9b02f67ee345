import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type OwnEvaluation, useOwnEvaluation } from '../evaluation-api.ts';

/** What the members of one's groups say of one, each group together. */
export function OwnEvaluationSection({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const headingId = useId();
  const query = useOwnEvaluation(id);
  if (query.isPending) return <Skeleton />;
  if (query.data === undefined) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { isShared, levels, groups } = query.data;
  return (
    <section className={cx(layout['stack'])} aria-labelledby={headingId}>
      <h2 id={headingId}>
        {t(groups.length > 1 ? 'memberEvaluation.own.titleOfMany' : 'memberEvaluation.own.title')}
      </h2>
      {!isShared && <Banner tone="info">{t('memberEvaluation.own.notShared')}</Banner>}
      {isShared && groups.length === 0 && <Banner tone="info">{t('memberEvaluation.own.withheld')}</Banner>}
      {groups.map((group, index) => (
        // Two groups may have one name.
        <OfGroup
          key={`${index}/${group.name}`}
          group={group}
          levels={levels}
          isOneOfMany={groups.length > 1}
        />
      ))}
    </section>
  );
}

interface OfGroupProps {
  readonly group: OwnEvaluation['groups'][number];
  readonly levels: number;
  readonly isOneOfMany: boolean;
}

/** What one group says. */
function OfGroup({ group, levels, isOneOfMany }: OfGroupProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, isWithheld, criteria, factor, comments } = group;
  const Heading = isOneOfMany ? 'h4' : 'h3';
  const ofLevels = (value: number | null) =>
    value === null
      ? t('common.none')
      : t('memberEvaluation.ofLevels', { value: format.number(value), levels: format.number(levels) });
  return (
    <>
      {isOneOfMany && <h3>{name ?? t('groupWork.unnamed')}</h3>}
      {isWithheld && <Banner tone="info">{t('memberEvaluation.own.withheld')}</Banner>}
      {factor !== null && (
        <div className={cx(layout['card'], layout['stack'], layout['tight'])}>
          <strong>
            {t('memberEvaluation.own.factor', {
              value: format.number(factor.value),
              low: format.number(factor.low),
              high: format.number(factor.high),
            })}
          </strong>
          <p className={cx(layout['prose'], layout['muted'])}>{t('memberEvaluation.own.explain')}</p>
        </div>
      )}
      {criteria.map(({ text, received, own }) => (
        <div key={text} className={cx(layout['card'], layout['stack'], layout['tight'])}>
          <Heading>{text}</Heading>
          <p>{t('memberEvaluation.own.received', { value: ofLevels(received) })}</p>
          {own !== null && <p>{t('memberEvaluation.own.own', { value: ofLevels(own) })}</p>}
        </div>
      ))}
      {comments.length > 0 && (
        <div className={cx(layout['card'], layout['stack'], layout['tight'])}>
          <Heading>{t('groupTexts.own')}</Heading>
          <ul className={cx(layout['plainList'], layout['stack'], layout['tight'])}>
            {comments.map(({ question, text }, index) => (
              // Two people may have written the same.
              <li key={`${index}/${text}`}>
                <p className={cx(layout['muted'], layout['small'])}>{question}</p>
                <p>
                  <bdi>{text}</bdi>
                </p>
              </li>
            ))}
          </ul>
          <p className={cx(layout['muted'], layout['small'])}>{t('groupTexts.ownExplain')}</p>
        </div>
      )}
    </>
  );
}
