import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Attributes, useTakeAnswers } from '../formation-api.ts';

interface TakeAnswersProps {
  readonly questionnaires: Attributes['questionnaires'];
  readonly onClose: () => void;
}

/** Takes answers to some questions over, as they are now. */
export function TakeAnswers({ questionnaires, onClose }: TakeAnswersProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(questionnaires[0]?.id ?? '');
  const [keys, setKeys] = useState<string[]>([]);
  const take = useTakeAnswers();
  const items = questionnaires.find(({ id }) => id === chosen)?.items ?? [];
  const done = () => {
    showToast({ text: t('formation.answers.done') });
    onClose();
  };
  return (
    <section className={cx(layout['stack'], layout['card'])} aria-labelledby="answers">
      <h3 id="answers">{t('formation.answers.title')}</h3>
      <p className={cx(layout['prose'])}>{t('formation.answers.text')}</p>
      <Select
        label={t('formation.answers.from')}
        choices={questionnaires.map(({ id, title }) => ({ id, text: title }))}
        value={chosen}
        onChange={(id) => {
          setChosen(id);
          setKeys([]);
        }}
      />
      <CheckboxGroup
        label={t('formation.answers.questions')}
        choices={items.map(({ key, name, type }) => ({
          id: key,
          text: name,
          hint: t(`formation.type.${type}`),
        }))}
        value={keys}
        onChange={setKeys}
      />
      {take.error !== null && <Problem error={take.error} />}
      <div className={cx(layout['row'])}>
        <Button
          variant="primary"
          isDisabled={keys.length === 0}
          isPending={take.isPending}
          onPress={() => take.mutate({ questionnaireId: chosen, keys }, { onSuccess: done })}
        >
          {t('formation.answers.take')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </section>
  );
}
