import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RELEASE_TO_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type StaffOverview, useReleaseTo } from '../staff-api.ts';
import styles from './PhasePanel.module.css';

interface ReleaseToProps {
  readonly overview: StaffOverview;
  readonly memberIds: readonly string[];
  readonly onDone: () => void;
}

/** Shows results to the chosen learners alone, after staff have read what that means. */
export function ReleaseTo({ overview, memberIds, onDone }: ReleaseToProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const release = useReleaseTo(overview.id);
  const [isAsking, setIsAsking] = useState(false);
  const isAgain = overview.phase === 'released';
  const isTooMany = memberIds.length > RELEASE_TO_MAX;
  const count = memberIds.length;
  const facts = [
    t(`peerReview.staff.releaseTo.${isAgain ? 'again' : 'see'}`, { count }),
    ...(isAgain ? [] : [t('peerReview.staff.releaseTo.others')]),
    ...(overview.byGroups ? [t('peerReview.staff.releaseTo.groups')] : []),
    ...(isAgain ? [] : [t('peerReview.staff.releaseTo.back')]),
  ];
  const confirm = (): void =>
    release.mutate(memberIds, {
      onSuccess: () => {
        setIsAsking(false);
        onDone();
      },
    });
  return (
    <>
      <Button isDisabled={isTooMany || overview.working !== null} onPress={() => setIsAsking(true)}>
        {t('peerReview.staff.releaseTo.button')}
      </Button>
      {isTooMany && (
        <span className={cx(layout['muted'], layout['small'])}>
          {t('peerReview.staff.releaseTo.tooMany', { most: format.number(RELEASE_TO_MAX) })}
        </span>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('peerReview.staff.releaseTo.dialogTitle', { count })}
          confirm={t('peerReview.staff.releaseTo.button')}
          isPending={release.isPending}
          onConfirm={confirm}
          onClose={() => setIsAsking(false)}
        >
          <ul className={cx(styles['facts'], layout['prose'])}>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          {release.error !== null && <Problem error={release.error} />}
        </ConfirmDialog>
      )}
    </>
  );
}
