import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type TwiceLimit,
  type TwiceShare,
  wantedTwice,
} from '../../../../../server/src/contracts/marking-twice.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { type MarkingSettings, useMarkingSettings, useSaveMarkingSettings } from '../twice-api.ts';

/** Which works two people mark; whoever leads changes it. */
export function TwiceSection({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useMarkingSettings(activityId);
  const settings = query.data;
  if (settings === undefined) {
    return query.isError ? <Problem error={query.error} retry={() => void query.refetch()} /> : null;
  }
  const { works, can } = settings;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="twice">
      <h2 id="twice">{t('marking.twice.title')}</h2>
      <p>
        {works.twice === 0
          ? t('marking.twice.none')
          : t('marking.twice.some', {
              twice: format.number(works.twice),
              of: format.number(works.total),
              begun: format.number(works.begun),
            })}{' '}
        {works.toSettle > 0 && t('marking.twice.toSettle', { count: works.toSettle })}
      </p>
      {can.change && (
        <Disclosure title={t('marking.twice.change')}>
          <TwiceForm key={settings.revision} activityId={activityId} settings={settings} />
        </Disclosure>
      )}
    </section>
  );
}

const KINDS = ['none', 'all', 'percent', 'number'] as const;
const UNITS = ['points', 'percent'] as const;
const PERCENT_AT_FIRST = 20;

interface TwiceFormProps {
  readonly activityId: string;
  readonly settings: MarkingSettings;
}

function TwiceForm({ activityId, settings }: TwiceFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const save = useSaveMarkingSettings(activityId);
  const { works, maximum } = settings;
  const [kind, setKind] = useState(settings.share.kind);
  const [value, setValue] = useState('value' in settings.share ? settings.share.value : PERCENT_AT_FIRST);
  const [limit, setLimit] = useState<TwiceLimit>(settings.limit);
  const [isTried, setIsTried] = useState(false);
  const isCounted = kind === 'percent' || kind === 'number';
  const isValueWrong =
    isCounted && !(value > 0 && (kind === 'percent' ? value <= 100 : Number.isInteger(value)));
  const isLimitWrong =
    kind !== 'none' && !(limit.value >= 0 && limit.value <= (limit.kind === 'percent' ? 100 : maximum));
  const share: TwiceShare = kind === 'percent' || kind === 'number' ? { kind, value } : { kind };
  const wanted = Math.max(wantedTwice(share, works.total), works.begun);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setIsTried(true);
    const wrong = [isValueWrong, isLimitWrong].filter(Boolean).length;
    if (wrong > 0) return announce(t('common.formErrors', { count: wrong }));
    save.mutate(
      { share, limit: kind === 'none' ? settings.limit : limit, expectedRevision: settings.revision },
      { onSuccess: () => announce(t('marking.twice.saved')) },
    );
  }

  return (
    <form noValidate onSubmit={submit} className={cx(layout['stack'])}>
      <RadioGroup
        label={t('marking.twice.share')}
        choices={KINDS.map((id) => ({ id, text: t(`marking.twice.kind.${id}`) }))}
        value={kind}
        onChange={setKind}
      />
      {isCounted && (
        <NumberField
          label={t(`marking.twice.${kind}`)}
          minValue={1}
          {...(kind === 'percent' && { maxValue: 100 })}
          value={value}
          error={isTried && isValueWrong ? t('marking.twice.wrong') : undefined}
          onChange={setValue}
        />
      )}
      {kind !== 'none' && (
        <>
          <RadioGroup
            label={t('marking.twice.unit')}
            choices={UNITS.map((id) => ({ id, text: t(`marking.twice.unitOf.${id}`) }))}
            value={limit.kind}
            onChange={(unit) => setLimit({ kind: unit, value: limit.value })}
          />
          <NumberField
            label={t('marking.twice.limit')}
            hint={t('marking.twice.limitHint', { maximum: format.number(maximum) })}
            minValue={0}
            maxValue={limit.kind === 'percent' ? 100 : maximum}
            value={limit.value}
            error={isTried && isLimitWrong ? t('marking.twice.wrong') : undefined}
            onChange={(most) => setLimit({ kind: limit.kind, value: most })}
          />
        </>
      )}
      {!isValueWrong && (
        <p>{t('marking.twice.will', { twice: format.number(wanted), of: format.number(works.total) })}</p>
      )}
      {save.error !== null && <Problem error={save.error} />}
      <div>
        <Button type="submit" isPending={save.isPending}>
          {t('marking.twice.save')}
        </Button>
      </div>
    </form>
  );
}
