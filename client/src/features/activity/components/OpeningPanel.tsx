import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { type Opening, useOpening } from '../opening-api.ts';
import { prerequisiteText } from '../prerequisite-text.ts';

const OpeningDialog = lazy(() => import('./OpeningDialog.tsx'));

/** For staff: what the activity waits for before it opens to learners; nothing where it waits for nothing. */
export function OpeningNote({ activityId }: { readonly activityId: string }) {
  const { data } = useOpening(activityId);
  if (data === undefined) return null;
  return (
    <>
      {hasRules(data) && <Summary opening={data} />}
      {data.lost.length > 0 && <Lost lost={data.lost} />}
    </>
  );
}

/** The way to change it. */
export function OpeningPanel({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const { data } = useOpening(activityId);
  const [isOpen, setIsOpen] = useState(false);
  if (data === undefined) return null;
  const close = () => setIsOpen(false);
  return (
    <div className={cx(layout['row'])}>
      {!hasRules(data) && <span>{t('opening.always')}</span>}
      {data.can.edit && <Button onPress={() => setIsOpen(true)}>{t('opening.change')}</Button>}
      {isOpen && (
        <Suspense fallback={null}>
          <OpeningDialog activityId={activityId} opening={data} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}

const hasRules = ({ rules: { opensAt, after } }: Opening): boolean => opensAt !== null || after.length > 0;

/** A copy: what its original opens after, and this course does not have. */
function Lost({ lost }: Pick<Opening, 'lost'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = lost.map(({ kind, title }) =>
    title === null ? t(`opening.lost.unnamed.${kind}`) : t('opening.lost.named', { title }),
  );
  return (
    <Banner tone="warn" title={t('opening.lost.title')}>
      {t('opening.lost.text', { what: format.list(named) })}
    </Banner>
  );
}

function Summary({ opening }: { readonly opening: Opening }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { opensAt, after } = opening.rules;
  const parts = [
    ...(opensAt === null ? [] : [t('opening.from', { when: format.moment(opensAt) })]),
    ...after.map((one) => prerequisiteText(one, opening, t, format)),
  ];
  return <p>{t('opening.rules', { rules: format.list(parts) })}</p>;
}
