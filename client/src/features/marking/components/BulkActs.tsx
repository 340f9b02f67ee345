import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { BulkKind } from '../bulk-api.ts';

const BulkDialog = lazy(async () => ({ default: (await import('./BulkDialog.tsx')).BulkDialog }));

interface BulkActsProps {
  readonly activityId: string;
  readonly picked: ReadonlySet<string>;
  /** What is offered beside a comment. */
  readonly can: { readonly zero: boolean; readonly excuse: boolean };
  /** Something was done: the choice is over. */
  readonly onDone: () => void;
}

/** What can be done to all picked works at once. */
export function BulkActs({ activityId, picked, can, onDone }: BulkActsProps) {
  const { t } = useTranslation();
  // The works are kept as they were picked: what is done makes the list be read again.
  const [asking, setAsking] = useState<{ kind: BulkKind; workIds: readonly string[] } | null>(null);
  const kinds: BulkKind[] = [
    ...(can.zero ? ['zero' as const] : []),
    ...(can.excuse ? ['excuse' as const] : []),
    'comment',
  ];
  return (
    <div className={cx(layout['row'])} role="group" aria-label={t('marking.bulk.group')}>
      {kinds.map((kind) => (
        <Button key={kind} onPress={() => setAsking({ kind, workIds: [...picked].sort() })}>
          {t(`marking.bulk.${kind}`)}
        </Button>
      ))}
      {asking !== null && (
        <Suspense fallback={null}>
          <BulkDialog
            activityId={activityId}
            kind={asking.kind}
            workIds={asking.workIds}
            onClose={(isDone) => {
              setAsking(null);
              if (isDone) onDone();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
