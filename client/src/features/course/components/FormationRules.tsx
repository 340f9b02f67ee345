import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FORMATION_RULES_MAX, OVERLAP_HOURS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { SortableList } from '../../../ui/SortableList.tsx';
import type { Attribute, Rule } from '../formation-api.ts';
import { isMust, KINDS_OF, wordsOf } from '../formation-words.ts';
import styles from './Formation.module.css';

/** A rule as the page has it. */
export interface KeyedRule {
  readonly id: string;
  readonly rule: Rule;
}

interface FormationRulesProps {
  readonly attributes: readonly Attribute[];
  readonly rules: readonly KeyedRule[];
  readonly onChange: (rules: KeyedRule[]) => void;
}

/** Rules in order of priority: those that count first, then the others. */
export function FormationRules({ attributes, rules, onChange }: FormationRulesProps) {
  const { t } = useTranslation();
  const tiers = [
    { key: 'musts', rules: rules.filter(({ rule }) => isMust(rule)) },
    { key: 'wishes', rules: rules.filter(({ rule }) => !isMust(rule)) },
  ] as const;

  function sort(ids: readonly string[]): void {
    const place = ({ id }: KeyedRule) => ids.indexOf(id);
    onChange([
      ...rules.filter((one) => place(one) < 0),
      ...rules.filter((one) => place(one) >= 0).sort((a, b) => place(a) - place(b)),
    ]);
  }
  return (
    <div className={cx(layout['stack'])}>
      {tiers.map(
        (tier) =>
          tier.rules.length > 0 && (
            <div key={tier.key} className={cx(layout['stack'], layout['tight'])}>
              <h3>{t(`formation.rules.${tier.key}`)}</h3>
              {tier.rules.length > 1 && (
                <SortableList
                  label={t(`formation.rules.${tier.key}`)}
                  items={tier.rules.map(({ id, rule }, index) => ({
                    id,
                    title: wordsOf(t, rule, attributes),
                    note: t('formation.rules.place', { place: index + 1 }),
                  }))}
                  onSort={sort}
                />
              )}
              <ul className={cx(styles['rows'])}>
                {tier.rules.map(({ id, rule }) => {
                  const words = wordsOf(t, rule, attributes);
                  return (
                    <li key={id} className={cx(styles['row'])}>
                      <span className={cx(styles['words'])}>{words}</span>
                      <Button
                        variant="quiet"
                        aria-label={t('formation.rules.removeNamed', { words })}
                        onPress={() => onChange(rules.filter((one) => one.id !== id))}
                      >
                        {t('formation.rules.remove')}
                      </Button>
                    </li>
                  );
                })}
              </ul>
            </div>
          ),
      )}
      {rules.length < FORMATION_RULES_MAX && attributes.length > 0 && (
        <NewRule attributes={attributes} onAdd={(rule) => onChange([...rules, rule])} />
      )}
    </div>
  );
}

interface NewRuleProps {
  readonly attributes: readonly Attribute[];
  readonly onAdd: (rule: KeyedRule) => void;
}

function NewRule({ attributes, onAdd }: NewRuleProps) {
  const { t } = useTranslation();
  const [attributeId, setAttributeId] = useState(attributes[0]?.id ?? '');
  const attribute = attributes.find(({ id }) => id === attributeId) ?? attributes[0];
  const kinds: readonly Rule['kind'][] = attribute ? KINDS_OF[attribute.type] : [];
  const [chosen, setKind] = useState<Rule['kind'] | null>(null);
  const kind = chosen !== null && kinds.includes(chosen) ? chosen : kinds[0];
  const [picked, setPicked] = useState<{ readonly of: string; readonly values: string[] } | null>(null);
  const [hours, setHours] = useState(2);
  if (!attribute || kind === undefined) return null;
  // The rarest is most likely the minority that is meant.
  const rarest = attribute.values.at(-1)?.value;
  const values =
    picked?.of === attribute.id ? picked.values : attribute.values.length > 1 && rarest ? [rarest] : [];
  const isWrong = (kind === 'cluster' && values.length === 0) || (kind === 'overlap' && !(hours >= 1));

  function add(): void {
    if (!attribute || kind === undefined) return;
    const rule: Rule =
      kind === 'cluster'
        ? { kind, attributeId: attribute.id, values }
        : kind === 'overlap'
          ? { kind, attributeId: attribute.id, hours }
          : { kind, attributeId: attribute.id };
    onAdd({ id: JSON.stringify([rule, Date.now()]), rule });
  }
  return (
    <div className={cx(layout['stack'], layout['card'])} role="group" aria-label={t('formation.rules.new')}>
      <div className={cx(styles['fields'])}>
        <Select
          label={t('formation.rules.about')}
          choices={attributes.map(({ id, name }) => ({ id, text: name }))}
          value={attribute.id}
          onChange={setAttributeId}
        />
        <Select
          label={t('formation.rules.wants')}
          choices={kinds.map((id) => ({ id, text: t(`formation.kind.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      {kind === 'cluster' && (
        <CheckboxGroup
          label={t('formation.rules.minority')}
          hint={t('formation.rules.minorityHint')}
          choices={attribute.values.map(({ value, count }) => ({ id: value, text: `${value} (${count})` }))}
          value={values}
          onChange={(next) => setPicked({ of: attribute.id, values: next })}
        />
      )}
      {kind === 'overlap' && (
        <NumberField
          label={t('formation.rules.hours')}
          value={hours}
          minValue={1}
          maxValue={OVERLAP_HOURS_MAX}
          onChange={setHours}
        />
      )}
      <div>
        <Button isDisabled={isWrong} onPress={add}>
          {t('formation.rules.add')}
        </Button>
      </div>
    </div>
  );
}
