import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { WorkView } from '../../peer-review/components/WorkView.tsx';
import { HandedPages } from './HandedPages.tsx';
import { HandedSections } from './HandedSections.tsx';
import { type Deliverable, type Place, useEarlierCopy } from '../api.ts';

interface EarlierCopiesProps {
  readonly place: Place;
  readonly earlier: Deliverable['earlier'];
}

/** What was handed in before, each folded away until somebody reads it. */
export function EarlierCopies({ place, earlier }: EarlierCopiesProps) {
  const { t } = useTranslation();
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="earlier">{t('groupWork.earlier.title')}</h2>
      {earlier.map((copy) => (
        <Copy key={copy.version} place={place} copy={copy} />
      ))}
    </section>
  );
}

function Copy({ place, copy }: { readonly place: Place; readonly copy: Deliverable['earlier'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const { version, at, by, wasWithdrawn } = copy;
  const query = useEarlierCopy(place, version, isOpen);
  const title = t(wasWithdrawn ? 'groupWork.earlier.withdrawn' : 'groupWork.earlier.replaced', {
    n: format.number(version),
    when: format.moment(at),
    name: by.isOwn ? t('groupWork.you') : (by.name ?? t('groupWork.somebody')),
  });
  return (
    <Disclosure title={title} isOpen={isOpen} onToggle={setIsOpen}>
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data === undefined && !query.isError && <Skeleton />}
      {query.data !== undefined && (
        <>
          <WorkView text={query.data.text} files={query.data.files} />
          <HandedSections sections={query.data.sections} />
          <HandedPages pages={query.data.pages} />
        </>
      )}
    </Disclosure>
  );
}
