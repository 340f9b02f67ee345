import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import lines from '../../../ui/lines.module.css';
import { WorkView } from '../../peer-review/components/WorkView.tsx';
import { type Deliverable, type HandedIn, type Place, useWithdraw } from '../api.ts';
import { ConfirmPanel } from './ConfirmPanel.tsx';
import { HandedSections } from './HandedSections.tsx';
import { HandedPages } from './HandedPages.tsx';

interface FrozenCopyProps {
  readonly place: Place;
  readonly deliverable: Deliverable;
  readonly handedIn: HandedIn;
}

/** What is handed in, as it was then, and who has confirmed it. */
export function FrozenCopy({ place, deliverable, handedIn }: FrozenCopyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const withdraw = useWithdraw(place);
  const [asks, setAsks] = useState(false);
  const { version, by, at, text, files, pages, sections, members } = handedIn;
  const nameOf = ({ name, isOwn }: { name: string | null; isOwn: boolean }): string =>
    isOwn ? t('groupWork.you') : (name ?? t('groupWork.somebody'));
  function statusOf({ confirmedAt, objection }: HandedIn['members'][number]): string {
    if (confirmedAt !== null) return t('groupWork.confirm.at', { when: format.moment(confirmedAt) });
    if (objection !== null) return t('groupWork.confirm.objection', { text: objection });
    return t(deliverable.state === 'toConfirm' ? 'groupWork.confirm.waiting' : 'groupWork.confirm.missing');
  }
  return (
    <section aria-labelledby="copy" className={cx(layout['stack'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <h2 id="copy">{t('groupWork.copy.title')}</h2>
        <p className={cx(layout['muted'])}>
          {t('groupWork.copy.by', { n: format.number(version), name: nameOf(by), when: format.moment(at) })}
        </p>
      </div>
      <WorkView text={text} files={files} />
      <HandedSections sections={sections} />
      <HandedPages pages={pages} />
      {deliverable.handIn === 'all' && (
        <div className={cx(layout['stack'], layout['tight'])}>
          <h3>{t('groupWork.confirm.title')}</h3>
          <ul className={cx(lines['list'])}>
            {members.map((member, place_) => (
              <li key={place_} className={cx(lines['line'])}>
                <span className={cx(lines['about'])}>{nameOf(member)}</span>
                <span>{statusOf(member)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {deliverable.can.confirm && <ConfirmPanel place={place} handedIn={handedIn} />}
      {withdraw.error !== null && <Problem error={withdraw.error} />}
      {deliverable.can.withdraw && (
        <div>
          <Button onPress={() => setAsks(true)}>{t('groupWork.withdraw.button')}</Button>
        </div>
      )}
      {asks && (
        <ConfirmDialog
          title={t('groupWork.withdraw.title')}
          confirm={t('groupWork.withdraw.button')}
          isPending={withdraw.isPending}
          onClose={() => setAsks(false)}
          onConfirm={() =>
            withdraw.mutate(version, {
              onSuccess: () => announce(t('groupWork.withdraw.done')),
              onSettled: () => setAsks(false),
            })
          }
        >
          {t('groupWork.withdraw.text')}
        </ConfirmDialog>
      )}
    </section>
  );
}
