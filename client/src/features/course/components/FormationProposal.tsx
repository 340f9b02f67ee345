import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Table } from '../../../ui/Table.tsx';
import type { Attribute, Formation, Proposal } from '../formation-api.ts';
import { faultWords, namesIn, wordsOf } from '../formation-words.ts';
import styles from './Formation.module.css';

/** A proposal with what was asked for. */
export interface Proposed {
  readonly id: number;
  readonly wanted: Formation;
  readonly proposal: Proposal;
}

const GROUPS_AT_ONCE = 40;
const NAMED_AT_ONCE = 3;

interface ScoresProps {
  readonly proposed: readonly Proposed[];
  readonly attributes: readonly Attribute[];
}

/** How well each rule holds in each of the proposals, side by side, with the groups in which it does not. */
export function FormationScores({ proposed, attributes }: ScoresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = [
    ...new Map(
      proposed.flatMap(({ wanted }) =>
        wanted.rules.map((rule) => [
          JSON.stringify(rule),
          { key: JSON.stringify(rule), words: wordsOf(t, rule, attributes) },
        ]),
      ),
    ).values(),
    ...(proposed.some(({ wanted }) => wanted.pairs.length > 0)
      ? [{ key: 'pairs', words: t('formation.score.pairs') }]
      : []),
    { key: 'score', words: t('formation.score.lacks') },
  ];

  function score({ wanted, proposal }: Proposed, key: string): string {
    if (key === 'score') {
      const { worst, mean } = proposal.score;
      return t('formation.score.worst', { worst: format.number(worst), mean: format.number(mean) });
    }
    if (key === 'pairs') {
      const nameOf = namesIn(t, proposal);
      const broken = proposal.brokenPairs
        .map(({ memberIds }) => memberIds.map(nameOf).join(' + '))
        .join(', ');
      return broken === ''
        ? t('formation.score.holds')
        : t('formation.score.brokenPairs', { people: broken });
    }
    const index = wanted.rules.findIndex((rule) => JSON.stringify(rule) === key);
    const count = proposal.broken[index];
    if (count === undefined) return t('formation.score.notAsked');
    const unknown = proposal.unknown[index] ?? 0;
    const note =
      unknown > 0
        ? ` ${t('formation.score.unknown', { people: t('groups.members', { count: unknown }) })}`
        : '';
    if (count === 0) return t('formation.score.holds') + note;
    const failing = proposal.groups.filter(({ faults }) => faults.some(({ rule }) => rule === index));
    const nameOf = namesIn(t, proposal);
    const named = failing.slice(0, NAMED_AT_ONCE).map(({ name, faults }) => {
      const fault = faults.find(({ rule }) => rule === index);
      return fault?.kind === 'cluster' ? `${name} (${nameOf(fault.memberId)})` : name;
    });
    const groups = named.join(', ') + (failing.length > NAMED_AT_ONCE ? ' …' : '');
    return (
      t('formation.score.fails', {
        number: format.number(count),
        all: format.number(proposal.groups.length),
        groups,
      }) + note
    );
  }
  return (
    <Table
      label={t('formation.score.title')}
      columns={[
        { key: 'rule', title: t('formation.score.rule'), cell: ({ words }: { words: string }) => words },
        ...proposed.map((one) => ({
          key: String(one.id),
          title: t('formation.proposal.number', { number: one.id }),
          cell: (row: { key: string }) => score(one, row.key),
        })),
      ]}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}

interface FormationGroupsProps {
  readonly proposed: Proposed;
  readonly attributes: readonly Attribute[];
  /** Who is to stay when groups are sought again. */
  readonly locked: ReadonlySet<string>;
  readonly onLock: (locked: ReadonlySet<string>) => void;
}

/** The groups of a proposal, with what is wrong with each in words; people and whole groups can be held fast. */
export function FormationGroups({ proposed, attributes, locked, onLock }: FormationGroupsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState(GROUPS_AT_ONCE);
  const { wanted, proposal } = proposed;
  const nameOf = namesIn(t, proposal);
  function lock(ids: readonly string[], isLocked: boolean): void {
    const next = new Set(locked);
    for (const id of ids) {
      if (isLocked) next.add(id);
      else next.delete(id);
    }
    onLock(next);
  }
  return (
    <div className={cx(layout['stack'])}>
      <p className={cx(layout['muted'], layout['measure'])}>{t('formation.lock.text')}</p>
      <ul className={cx(styles['groups'])}>
        {proposal.groups.slice(0, shown).map(({ name, isNew, members, faults }, index) => {
          const ids = members.map(({ memberId }) => memberId);
          const held = ids.filter((id) => locked.has(id)).length;
          return (
            <li key={`${index} ${name}`} className={cx(styles['group'])}>
              <div className={cx(layout['row'], layout['snug'])}>
                <h3 dir="auto">{name}</h3>
                {isNew && <Badge tone="neutral">{t('formation.proposal.new')}</Badge>}
                <span className={cx(layout['muted'], layout['small'])}>
                  {t('groups.members', { count: members.length })}
                </span>
              </div>
              {faults.length > 0 && (
                <ul className={cx(styles['faults'])}>
                  {faults.map((fault) => {
                    const rule = wanted.rules[fault.rule];
                    const about = attributes.find(({ id }) => id === rule?.attributeId)?.name ?? '';
                    return (
                      rule && <li key={fault.rule}>{faultWords(t, format, fault, rule, nameOf, about)}</li>
                    );
                  })}
                </ul>
              )}
              <Checkbox
                isChecked={held === ids.length && held > 0}
                isMixed={held > 0 && held < ids.length}
                onChange={(isLocked) => lock(ids, isLocked)}
              >
                {t('formation.lock.group', { name })}
              </Checkbox>
              <div role="group" aria-label={t('groupSets.list.members', { name })}>
                {members.map(({ memberId, name: person }) => (
                  <Checkbox
                    key={memberId}
                    isChecked={locked.has(memberId)}
                    onChange={(isLocked) => lock([memberId], isLocked)}
                  >
                    <bdi>{person ?? t('groups.person')}</bdi>
                  </Checkbox>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
      {shown < proposal.groups.length && (
        <div>
          <Button onPress={() => setShown(shown + GROUPS_AT_ONCE)}>
            {t('formation.proposal.more', { number: format.number(proposal.groups.length - shown) })}
          </Button>
        </div>
      )}
    </div>
  );
}
