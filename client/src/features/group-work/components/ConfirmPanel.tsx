import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { type HandedIn, type Place, useConfirm } from '../api.ts';

interface ConfirmPanelProps {
  readonly place: Place;
  readonly handedIn: HandedIn;
}

/** Confirms the copy, or says what is wrong with it. */
export function ConfirmPanel({ place, handedIn: { version, members } }: ConfirmPanelProps) {
  const { t } = useTranslation();
  const confirm = useConfirm(place);
  const own = members.find(({ isOwn }) => isOwn);
  const [isWrong, setIsWrong] = useState(false);
  const [text, setText] = useState(own?.objection ?? '');
  const isEmpty = text.trim() === '' || text.length > REASON_MAX;
  const send = (objection: string | null) =>
    confirm.mutate(
      { version, objection },
      {
        onSuccess: () => {
          setIsWrong(false);
          announce(t(objection === null ? 'groupWork.confirm.done' : 'groupWork.confirm.said'));
        },
      },
    );
  return (
    <div className={cx(layout['stack'], layout['tight'], layout['measure'])}>
      {own?.confirmedAt === null && <p>{t('groupWork.confirm.ask')}</p>}
      {confirm.error !== null && <Problem error={confirm.error} />}
      {isWrong && (
        <TextArea
          label={t('groupWork.confirm.what')}
          hint={t('groupWork.confirm.whatHint')}
          rows={3}
          value={text}
          onChange={setText}
        />
      )}
      <div className={cx(layout['row'])}>
        {!isWrong && own?.confirmedAt === null && (
          <Button variant="primary" isPending={confirm.isPending} onPress={() => send(null)}>
            {t('groupWork.confirm.button')}
          </Button>
        )}
        {isWrong ? (
          <>
            <Button
              variant="primary"
              isPending={confirm.isPending}
              isDisabled={isEmpty}
              onPress={() => send(text.trim())}
            >
              {t('groupWork.confirm.say')}
            </Button>
            <Button onPress={() => setIsWrong(false)}>{t('common.cancel')}</Button>
          </>
        ) : (
          <Button onPress={() => setIsWrong(true)}>{t('groupWork.confirm.wrong')}</Button>
        )}
      </div>
    </div>
  );
}
