import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { countsOf } from '../compared.ts';
import { type GradebookStatus, useAcceptAllTheirs, useSendAllOurs } from '../reconciliation-api.ts';

const ConfirmDialog = lazy(async () => ({
  default: (await import('../../../ui/ConfirmDialog.tsx')).ConfirmDialog,
}));

/** What can be done about all differences at once; each says first to how many, and what that means. */
export function SettleAll({ status }: { readonly status: GradebookStatus }) {
  const { t } = useTranslation();
  const { activityId, can, reconciliation } = status;
  const [asking, setAsking] = useState<'send' | 'accept' | null>(null);
  const send = useSendAllOurs(activityId);
  const accept = useAcceptAllTheirs(activityId);
  const { sendable, acceptable } = countsOf(reconciliation.states);
  const offersSend = can.sendOurs && sendable > 0;
  const offersAccept = can.acceptTheirs && acceptable > 0;
  if (reconciliation.working !== null || (!offersSend && !offersAccept)) return null;
  const close = () => setAsking(null);
  const action = asking === 'accept' ? accept : send;
  return (
    <div className={cx(layout['row'])} role="group" aria-label={t('reconciliation.settle.title')}>
      <span>{t('reconciliation.settle.title')}</span>
      {offersSend && <Button onPress={() => setAsking('send')}>{t('reconciliation.settle.sendAll')}</Button>}
      {offersAccept && (
        <Button onPress={() => setAsking('accept')}>{t('reconciliation.settle.acceptAll')}</Button>
      )}
      {(send.error ?? accept.error) !== null && <Problem error={send.error ?? accept.error} />}
      {asking !== null && (
        <Suspense fallback={null}>
          <ConfirmDialog
            title={t(
              asking === 'send' ? 'reconciliation.settle.sendDialog' : 'reconciliation.settle.acceptDialog',
            )}
            confirm={t(
              asking === 'send' ? 'reconciliation.settle.sendAll' : 'reconciliation.settle.acceptAll',
            )}
            isPending={action.isPending}
            onConfirm={() => action.mutate(undefined, { onSettled: close })}
            onClose={close}
          >
            {asking === 'send' ? (
              <>
                <p>{t('reconciliation.settle.sendFacts.count', { count: sendable })}</p>
                <p>{t('reconciliation.settle.sendFacts.over')}</p>
              </>
            ) : (
              <>
                <p>{t('reconciliation.settle.acceptFacts.count', { count: acceptable })}</p>
                <p>{t('reconciliation.settle.acceptFacts.kept')}</p>
              </>
            )}
          </ConfirmDialog>
        </Suspense>
      )}
    </div>
  );
}
