import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { toLocalField } from '../../../ui/local-time.ts';
import { RoomPage, useRoomPlace } from '../../group-work/components/RoomPage.tsx';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { type Decision, type DecisionLog, type DecisionVersion, useDecisionLog } from '../api.ts';
import { DecisionDialog } from '../components/DecisionDialog.tsx';

/** The day that it is here at a moment. */
const dayOf = (now: number): string => toLocalField(new Date(now).toISOString()).slice(0, 10);

/** What a group has decided, and why. */
export default function DecisionLogPage() {
  const { t } = useTranslation();
  const place = useRoomPlace();
  const query = useDecisionLog(place);
  return (
    <RoomPage place={place} title={t('decisionLog.title')} query={query}>
      {(log) => <Log place={place} log={log} />}
    </RoomPage>
  );
}

function Log({ place, log }: { readonly place: RoomPlace; readonly log: DecisionLog }) {
  const { t } = useTranslation();
  const now = useNow();
  const [open, setOpen] = useState<Decision | 'new' | null>(null);
  const { room, items } = log;
  return (
    <>
      {room.can.write && (
        <div className={cx(layout['row'])}>
          <Button variant="primary" onPress={() => setOpen('new')}>
            {t('decisionLog.add')}
          </Button>
        </div>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('decisionLog.empty.title')}>{t('decisionLog.empty.text')}</EmptyState>
      ) : (
        <ol className={cx(layout['stack'], layout['plainList'], layout['measure'])}>
          {items.map((decision) => (
            <li key={decision.decisionId} className={cx(layout['card'], layout['stack'], layout['tight'])}>
              <DecisionEntry decision={decision} onAmend={room.can.write ? () => setOpen(decision) : null} />
            </li>
          ))}
        </ol>
      )}
      {open !== null && (
        <DecisionDialog
          place={place}
          room={room}
          before={open === 'new' ? null : open}
          today={dayOf(now)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface DecisionEntryProps {
  readonly decision: Decision;
  readonly onAmend: (() => void) | null;
}

function DecisionEntry({ decision: { versions }, onAmend }: DecisionEntryProps) {
  const { t } = useTranslation();
  const [newest, ...earlier] = versions;
  if (!newest) return null;
  return (
    <>
      <h2 className={cx(layout['prose'])}>
        <bdi>{newest.decision}</bdi>
      </h2>
      {newest.isRevoked && (
        <p>
          <Badge tone="warn">{t('decisionLog.revoked')}</Badge>
        </p>
      )}
      <VersionText version={newest} />
      {onAmend !== null && (
        <div>
          <Button aria-label={t('decisionLog.amendOf', { decision: newest.decision })} onPress={onAmend}>
            {t('decisionLog.amend')}
          </Button>
        </div>
      )}
      {earlier.length > 0 && (
        <Disclosure title={t('decisionLog.earlier')}>
          <ol className={cx(layout['stack'], layout['plainList'])}>
            {earlier.map((version) => (
              <li key={version.version} className={cx(layout['stack'], layout['tight'])}>
                <p className={cx(layout['prose'])}>
                  <bdi>{version.decision}</bdi>
                </p>
                <VersionText version={version} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </>
  );
}

function VersionText({ version }: { readonly version: DecisionVersion }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const days = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const somebody = (name: string | null): string => name ?? t('groupWork.somebody');
  const { alternatives, why, decidedOn, present, by, at } = version;
  return (
    <>
      {alternatives !== '' && (
        <p className={cx(layout['prose'])}>{t('decisionLog.alternativesWere', { text: alternatives })}</p>
      )}
      {why !== '' && <p className={cx(layout['prose'])}>{t('decisionLog.because', { text: why })}</p>}
      <p className={cx(layout['muted'], layout['small'])}>
        {t('decisionLog.when', { day: days.format(new Date(decidedOn)) })}
        {present.length > 0 && ` · ${t('decisionLog.with', { names: format.list(present.map(somebody)) })}`}
        {` · ${t('decisionLog.by', { name: somebody(by), when: format.moment(at) })}`}
      </p>
    </>
  );
}
