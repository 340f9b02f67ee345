import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { Criterion } from '../../peer-review/api.ts';
import { getRubric, type KeptRubric, useRemoveRubric, useRubrics } from '../api.ts';
import { Versions } from './Versions.tsx';

interface KeptRubricsProps {
  readonly onTake: (criteria: Criterion[]) => void;
}

/** What the library holds, each to be taken in its newest or an earlier version. */
export function KeptRubrics({ onTake }: KeptRubricsProps) {
  const { t } = useTranslation();
  const rubrics = useRubrics();
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="kept-rubrics">
      <h3 id="kept-rubrics">{t('rubricLibrary.kept')}</h3>
      {rubrics.isPending && <Skeleton isShort />}
      {rubrics.isError && <Problem error={rubrics.error} retry={() => void rubrics.refetch()} />}
      {rubrics.isSuccess && rubrics.data.items.length === 0 && (
        <p className={cx(layout['muted'])}>{t('rubricLibrary.empty')}</p>
      )}
      {rubrics.isSuccess && rubrics.data.items.length > 0 && (
        <ul className={cx(layout['plainList'], layout['stack'], layout['tight'])}>
          {rubrics.data.items.map((rubric) => (
            <Kept key={rubric.id} rubric={rubric} onTake={onTake} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Kept({ rubric, onTake }: KeptRubricsProps & { readonly rubric: KeptRubric }) {
  const { t } = useTranslation();
  const api = useApi();
  const format = useFormat();
  const remove = useRemoveRubric();
  const [error, setError] = useState<unknown>(null);
  const [showsVersions, setShowsVersions] = useState(false);
  const { id, name, version, criteria, savedAt, savedBy } = rubric;
  const take = (wanted?: number) =>
    getRubric(api, id, wanted)
      .then((found) => onTake(found.criteria))
      .catch(setError);
  const putAway = () =>
    remove.mutate(
      { rubricId: id, removed: true },
      {
        onSuccess: () =>
          showToast({
            text: t('rubricLibrary.removed', { name }),
            undo: () => remove.mutate({ rubricId: id, removed: false }),
          }),
      },
    );
  return (
    <li className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <strong>{name}</strong>
      <p className={cx(layout['muted'], layout['small'])}>
        {t('rubricLibrary.criteria', { count: criteria })}
        {' · '}
        {t('rubricLibrary.saved', {
          n: format.number(version),
          when: format.moment(savedAt),
          name: savedBy ?? t('groups.person'),
        })}
      </p>
      <div className={cx(layout['row'])}>
        <Button aria-label={t('rubricLibrary.takeNamed', { name })} onPress={() => void take()}>
          {t('rubricLibrary.take')}
        </Button>
        <Button
          variant="quiet"
          aria-label={t('rubricLibrary.removeNamed', { name })}
          isPending={remove.isPending}
          onPress={putAway}
        >
          {t('rubricLibrary.remove')}
        </Button>
      </div>
      {version > 1 && (
        <Disclosure title={t('rubricLibrary.versions')} onToggle={setShowsVersions}>
          {showsVersions && <Versions rubric={rubric} onTake={(n) => void take(n)} />}
        </Disclosure>
      )}
      {error !== null && <Problem error={error} />}
      {remove.error !== null && <Problem error={remove.error} />}
    </li>
  );
}
