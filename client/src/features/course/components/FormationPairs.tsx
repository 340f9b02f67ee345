import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FORMATION_PAIRS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import type { Pair } from '../formation-api.ts';
import styles from './Formation.module.css';

interface FormationPairsProps {
  readonly people: readonly { readonly id: string; readonly text: string }[];
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: Pair[]) => void;
}

/** Who is to be in one group, and who is not. */
export function FormationPairs({ people, pairs, onChange }: FormationPairsProps) {
  const { t } = useTranslation();
  const [one, setOne] = useState<string | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const [kind, setKind] = useState<Pair['kind']>('together');
  const names = new Map(people.map(({ id, text }) => [id, text]));
  const words = ({ kind: how, memberIds: [a, b] }: Pair) =>
    t(`formation.pairs.${how}Named`, {
      one: names.get(a) ?? t('groups.person'),
      other: names.get(b) ?? t('groups.person'),
    });
  const add = () => {
    if (one === null || other === null) return;
    onChange([...pairs, { kind, memberIds: [one, other] }]);
    setOne(null);
    setOther(null);
  };
  return (
    <div className={cx(layout['stack'])}>
      <p className={cx(layout['muted'], layout['measure'])}>{t('formation.pairs.text')}</p>
      {pairs.length > 0 && (
        <ul className={cx(styles['rows'])}>
          {pairs.map((pair, index) => (
            <li key={`${pair.memberIds.join()}${pair.kind}`} className={cx(styles['row'])}>
              <span className={cx(styles['words'])}>{words(pair)}</span>
              <Button
                variant="quiet"
                aria-label={t('formation.rules.removeNamed', { words: words(pair) })}
                onPress={() => onChange(pairs.filter((_, at) => at !== index))}
              >
                {t('formation.rules.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {pairs.length < FORMATION_PAIRS_MAX && (
        <>
          <div className={cx(styles['fields'])}>
            <ComboBox label={t('formation.pairs.one')} choices={people} value={one} onChange={setOne} />
            <ComboBox
              label={t('formation.pairs.other')}
              choices={people.filter(({ id }) => id !== one)}
              value={other}
              onChange={setOther}
            />
          </div>
          <RadioGroup
            label={t('formation.pairs.how')}
            choices={(['together', 'apart'] as const).map((id) => ({ id, text: t(`formation.pairs.${id}`) }))}
            value={kind}
            onChange={setKind}
          />
          <div>
            <Button isDisabled={one === null || other === null} onPress={add}>
              {t('formation.pairs.add')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
