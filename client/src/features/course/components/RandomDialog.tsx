import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUP_CAP_MAX, GROUPS_PER_SET_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Draw, type OwnSet, useMakeRandomGroups, usePreviewRandom } from '../sets-api.ts';

const SIZE = 4;
const SEEDS = 2 ** 32;

interface RandomDialogProps {
  readonly set: OwnSet;
  readonly onClose: () => void;
}

/** Groups by chance: seen before they are made, and drawn again as often as one likes. */
export function RandomDialog({ set, onClose }: RandomDialogProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Draw['into']['kind']>(set.groups > 0 ? 'present' : 'size');
  const [size, setSize] = useState(SIZE);
  const [count, setCount] = useState(Math.max(1, Math.round(set.unplaced / SIZE)));
  const [seed, setSeed] = useState(() => Math.floor(Math.random() * SEEDS));
  const isWrong = (kind === 'size' && !(size >= 2)) || (kind === 'count' && !(count >= 1));
  const into: Draw['into'] =
    kind === 'present' ? { kind } : kind === 'size' ? { kind, size } : { kind, count };
  const draw: Draw = { into, nameOfNew: t('groupSets.add.word'), seed };
  const preview = usePreviewRandom(set.id, draw, set.unplaced > 0 && !isWrong);
  const make = useMakeRandomGroups(set);
  const choices = [
    ...(set.groups > 0 ? [{ id: 'present' as const, text: t('groupSets.random.present') }] : []),
    { id: 'size' as const, text: t('groupSets.random.size') },
    { id: 'count' as const, text: t('groupSets.random.count') },
  ];

  function submit(): void {
    make.mutate(draw, {
      onSuccess: () => {
        onClose();
        showToast({ text: t('groupSets.random.done') });
      },
    });
  }
  return (
    <ConfirmDialog
      title={t('groupSets.random.title')}
      confirm={t(make.isPending ? 'groupSets.random.making' : 'groupSets.random.confirm')}
      isPending={make.isPending || set.unplaced === 0 || preview.data === undefined || isWrong}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>
        {set.unplaced === 0
          ? t('groupSets.random.nobody')
          : t('groupSets.random.text', { count: set.unplaced })}
      </p>
      <RadioGroup label={t('groupSets.random.into')} choices={choices} value={kind} onChange={setKind} />
      {kind === 'size' && (
        <NumberField
          label={t('groupSets.random.sizeIs')}
          value={size}
          minValue={2}
          maxValue={GROUP_CAP_MAX}
          onChange={setSize}
        />
      )}
      {kind === 'count' && (
        <NumberField
          label={t('groupSets.random.countIs')}
          value={count}
          minValue={1}
          maxValue={GROUPS_PER_SET_MAX}
          onChange={setCount}
        />
      )}
      {preview.error !== null && <Problem error={preview.error} />}
      {make.error !== null && <Problem error={make.error} />}
      {preview.data !== undefined && <Preview preview={preview.data} />}
      {set.unplaced > 0 && (
        <div className={cx(layout['row'])}>
          <Button onPress={() => setSeed(Math.floor(Math.random() * SEEDS))}>
            {t('groupSets.random.again')}
          </Button>
        </div>
      )}
    </ConfirmDialog>
  );
}

type Proposal = NonNullable<ReturnType<typeof usePreviewRandom>['data']>;

function Preview({ preview }: { readonly preview: Proposal }) {
  const { t } = useTranslation();
  const names = (people: Proposal['groups'][number]['joining']) =>
    people.map(({ name, email }) => name ?? email ?? t('groups.person')).join(', ');
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-live="polite">
      <h3>{t('groupSets.random.preview')}</h3>
      <ul className={cx(layout['stack'], layout['tight'], layout['plainList'])}>
        {preview.groups
          .filter(({ joining }) => joining.length > 0)
          .map(({ name, joining }) => (
            <li key={name}>
              <strong>{name}</strong> <span>{names(joining)}</span>
            </li>
          ))}
      </ul>
      {preview.left > 0 && <p>{t('groupSets.random.unseated', { count: preview.left })}</p>}
    </section>
  );
}
