import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AUDIENCE_CRITERIA_MAX,
  AUDIENCE_CRITERION_MAX,
} from '../../../../../server/src/contracts/presentation-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { TextField } from '../../../ui/TextField.tsx';
import type { Presentations } from '../api.ts';

type Criteria = Presentations['plan']['criteria'];

interface CriteriaFieldsProps {
  readonly criteria: Criteria;
  readonly isPending: boolean;
  readonly onSave: (criteria: Criteria) => void;
}

const isWrong = ({ title }: Criteria[number]): boolean =>
  title.trim() === '' || title.length > AUDIENCE_CRITERION_MAX;

/** For staff: what the audience judges by. */
export function CriteriaFields({ criteria, isPending, onSave }: CriteriaFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [list, setList] = useState(criteria);
  const [showsFaults, setShowsFaults] = useState(false);
  return (
    <Disclosure title={t('presentations.plan.criteria', { count: criteria.length })}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <p className={cx(layout['muted'], layout['small'])}>{t('presentations.plan.criteriaHint')}</p>
        {list.map((one, at) => {
          const n = format.number(at + 1);
          return (
            <div key={one.id} className={cx(layout['stack'], layout['tight'])}>
              <TextField
                label={t('presentations.plan.criterion', { n })}
                value={one.title}
                error={
                  showsFaults && isWrong(one)
                    ? t('groupWork.setUp.invalid.title', { max: format.number(AUDIENCE_CRITERION_MAX) })
                    : undefined
                }
                onChange={(title) =>
                  setList(list.map((other) => (other.id === one.id ? { ...one, title } : other)))
                }
              />
              <div>
                <Button variant="quiet" onPress={() => setList(list.filter(({ id }) => id !== one.id))}>
                  {t('presentations.plan.removeCriterion', { n })}
                </Button>
              </div>
            </div>
          );
        })}
        <div className={cx(layout['row'])}>
          {list.length < AUDIENCE_CRITERIA_MAX && (
            <Button onPress={() => setList([...list, { id: newId(), title: '' }])}>
              {t('presentations.plan.addCriterion')}
            </Button>
          )}
          <Button
            isPending={isPending}
            onPress={() => {
              setShowsFaults(true);
              if (!list.some(isWrong)) onSave(list.map((one) => ({ ...one, title: one.title.trim() })));
            }}
          >
            {t('presentations.plan.saveCriteria')}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
