import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Opening } from '../opening-api.ts';
import { prerequisiteText } from '../prerequisite-text.ts';

const OpeningDialog = lazy(() => import('./OpeningDialog.tsx'));

/** For staff: what the activity waits for before it opens to learners; nothing where it waits for nothing. */
export function OpeningNote({ opening }: { readonly opening: Opening }) {
  return (
    <>
      {hasRules(opening) && <Summary opening={opening} />}
      {opening.lost.length > 0 && <Lost lost={opening.lost} />}
    </>
  );
}

interface OpeningPanelProps {
  readonly activityId: string;
  readonly opening: Opening;
}

/** The way to change it. */
export function OpeningPanel({ activityId, opening }: OpeningPanelProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <div className={cx(layout['row'])}>
      {!hasRules(opening) && <span>{t('opening.always')}</span>}
      {opening.can.edit && <Button onPress={() => setIsOpen(true)}>{t('opening.change')}</Button>}
      {isOpen && (
        <Suspense fallback={null}>
          <OpeningDialog activityId={activityId} opening={opening} onClose={close} />
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
