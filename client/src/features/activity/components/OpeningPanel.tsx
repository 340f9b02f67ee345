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

/** For staff: when the activity opens to learners, and the way to change it. */
export function OpeningPanel({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const { data } = useOpening(activityId);
  const [isOpen, setIsOpen] = useState(false);
  // Its room is kept, so that what is below does not jump.
  if (data === undefined) return <div className={cx(layout['line'])} />;
  const close = () => setIsOpen(false);
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <div className={cx(layout['row'])}>
        <Summary opening={data} />
        {data.can.edit && <Button onPress={() => setIsOpen(true)}>{t('opening.change')}</Button>}
        {isOpen && (
          <Suspense fallback={null}>
            <OpeningDialog activityId={activityId} opening={data} onClose={close} />
          </Suspense>
        )}
      </div>
      {data.lost.length > 0 && <Lost lost={data.lost} />}
    </div>
  );
}

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
  if (opensAt === null && after.length === 0) return <span>{t('opening.always')}</span>;
  const parts = [
    ...(opensAt === null ? [] : [t('opening.from', { when: format.moment(opensAt) })]),
    ...after.map((one) => prerequisiteText(one, opening, t, format)),
  ];
  return <span>{t('opening.rules', { rules: format.list(parts) })}</span>;
}
