import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PREREQUISITES_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import layout from '../../../ui/layout.module.css';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { showToast } from '../../../ui/toasts.ts';
import {
  type Opening,
  type Prerequisite,
  type Rules,
  usePreviewOpening,
  useSetOpening,
} from '../opening-api.ts';
import { prerequisiteText } from '../prerequisite-text.ts';

interface OpeningDialogProps {
  readonly activityId: string;
  readonly opening: Opening;
  readonly onClose: () => void;
}

/** A moment and what has to be done before; shows to how many learners the activity would be open. */
export default function OpeningDialog({ activityId, opening, onClose }: OpeningDialogProps) {
  const { t } = useTranslation();
  const { rules, revision } = opening;
  const [hasMoment, setHasMoment] = useState(rules.opensAt !== null);
  const [moment, setMoment] = useState(rules.opensAt === null ? '' : toLocalField(rules.opensAt));
  const [after, setAfter] = useState<readonly Prerequisite[]>(rules.after);
  const save = useSetOpening(activityId);
  const opensAt = hasMoment ? toIso(moment) : null;
  const isMissing = hasMoment && opensAt === null;
  const wanted: Rules = { opensAt, after: [...after] };
  const submit = () => {
    if (isMissing) return;
    save.mutate(
      { rules: wanted, expectedRevision: revision },
      {
        onSuccess: () => {
          onClose();
          showToast({ text: t('opening.saved') });
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={t('opening.title')}
      confirm={t(save.isPending ? 'timeline.saving' : 'timeline.save')}
      isPending={save.isPending || isMissing}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('opening.text')}</p>
      {save.error !== null && <Problem error={save.error} />}
      <Checkbox isChecked={hasMoment} onChange={setHasMoment}>
        {t('opening.notBefore')}
      </Checkbox>
      {hasMoment && <DateTimeField label={t('opening.opens')} value={moment} onChange={setMoment} />}
      <Chosen after={after} opening={opening} onChange={setAfter} />
      {after.length < PREREQUISITES_MAX && (
        <Adder opening={opening} onAdd={(one) => setAfter([...after, one])} />
      )}
      <Preview activityId={activityId} rules={wanted} />
    </ConfirmDialog>
  );
}

interface ChosenProps {
  readonly after: readonly Prerequisite[];
  readonly opening: Opening;
  readonly onChange: (after: readonly Prerequisite[]) => void;
}

function Chosen({ after, opening, onChange }: ChosenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (after.length === 0) return null;
  return (
    <ul
      className={cx(layout['stack'], layout['tight'], layout['plainList'])}
      aria-label={t('opening.before')}
    >
      {after.map((one) => {
        const text = prerequisiteText(one, opening, t, format);
        return (
          <li key={text} className={cx(layout['row'])}>
            <span>{text}</span>
            <Button
              variant="quiet"
              aria-label={t('opening.removeNamed', { what: text })}
              onPress={() => {
                onChange(after.filter((other) => other !== one));
                announce(t('opening.removed', { what: text }));
              }}
            >
              {t('opening.remove')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

const PASS_PERCENT = 60;

/** Chooses one thing more that has to be done before. */
function Adder({
  opening,
  onAdd,
}: {
  readonly opening: Opening;
  readonly onAdd: (one: Prerequisite) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const [percent, setPercent] = useState(PASS_PERCENT);
  const { activities, checks, sessions } = opening;
  const isCheck = checks.some(({ id }) => id === chosen);
  const isWrong = isCheck && !(percent >= 1 && percent <= 100);
  const choices = [
    ...activities.map(({ id, title }) => ({ id, text: t('opening.choice.activity', { title }) })),
    ...checks.map(({ id, title }) => ({ id, text: t('opening.choice.check', { title }) })),
    ...sessions.map(({ id, title }) => ({ id, text: t('opening.choice.session', { title }) })),
  ];
  if (choices.length === 0) return <p className={cx(layout['muted'])}>{t('opening.nothingToChoose')}</p>;
  const prerequisite = (id: string): Prerequisite => {
    if (isCheck) return { kind: 'check', questionnaireId: id, percent: Math.round(percent) };
    if (sessions.some((session) => session.id === id)) return { kind: 'session', sessionId: id };
    return { kind: 'activity', activityId: id };
  };
  const add = () => {
    if (chosen === null || isWrong) return;
    const one = prerequisite(chosen);
    onAdd(one);
    setChosen(null);
    announce(t('opening.added', { what: prerequisiteText(one, opening, t, format) }));
  };
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <Select label={t('opening.choose')} value={chosen} choices={choices} onChange={setChosen} />
      {isCheck && (
        <NumberField
          label={t('opening.percent')}
          minValue={1}
          maxValue={100}
          value={percent}
          onChange={setPercent}
        />
      )}
      <div>
        <Button isPending={chosen === null || isWrong} onPress={add}>
          {t('opening.add')}
        </Button>
      </div>
    </div>
  );
}

function Preview({ activityId, rules }: { readonly activityId: string; readonly rules: Rules }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = usePreviewOpening(activityId, rules);
  if (data === undefined) return null;
  return (
    <div aria-live="polite">
      <p>{t('opening.preview.met', { n: format.number(data.met), of: format.number(data.learners) })}</p>
      {data.begun > 0 && <p>{t('opening.preview.begun', { n: format.number(data.begun) })}</p>}
    </div>
  );
}
