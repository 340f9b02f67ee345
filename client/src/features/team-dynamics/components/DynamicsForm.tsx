import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DynamicsAspect } from '../../../../../server/src/contracts/team-dynamics.ts';
import { DYNAMICS_ASPECTS, DYNAMICS_STEPS } from '../../../../../server/src/contracts/team-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { useAnswerDynamics } from '../api.ts';

const STEPS = Array.from({ length: DYNAMICS_STEPS }, (_, index) => index + 1);

/** Four statements, each with the steps of one scale; sent once. */
export function DynamicsForm({ place, n }: { readonly place: RoomPlace; readonly n: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<Partial<Record<DynamicsAspect, number>>>({});
  const [showsMissing, setShowsMissing] = useState(false);
  const answer = useAnswerDynamics(place);
  const wordOf = (step: number): string =>
    step === 1
      ? t('teamDynamics.scale.low', { n: format.number(step) })
      : step === DYNAMICS_STEPS
        ? t('teamDynamics.scale.high', { n: format.number(step) })
        : format.number(step);

  function send(): void {
    const missing = DYNAMICS_ASPECTS.filter((aspect) => chosen[aspect] === undefined);
    setShowsMissing(true);
    if (missing.length > 0) return announce(t('common.formErrors', { count: missing.length }));
    const steps = chosen as Record<DynamicsAspect, number>;
    answer.mutate({ n, steps }, { onSuccess: () => announce(t('teamDynamics.answered')) });
  }

  return (
    <section aria-labelledby="own-view" className={cx(layout['stack'], layout['measure'])}>
      <h3 id="own-view">{t('teamDynamics.own')}</h3>
      {DYNAMICS_ASPECTS.map((aspect) => (
        <RadioGroup
          key={aspect}
          label={t(`teamDynamics.statements.${aspect}`)}
          look="segments"
          choices={STEPS.map((step) => ({ id: String(step), text: wordOf(step) }))}
          error={showsMissing && chosen[aspect] === undefined ? t('teamDynamics.missing') : undefined}
          value={chosen[aspect] === undefined ? null : String(chosen[aspect])}
          onChange={(step) => setChosen({ ...chosen, [aspect]: Number(step) })}
        />
      ))}
      {answer.error !== null && <Problem error={answer.error} />}
      <div>
        <Button variant="primary" isPending={answer.isPending} onPress={send}>
          {t('teamDynamics.send')}
        </Button>
      </div>
    </section>
  );
}
