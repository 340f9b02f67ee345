import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { type Presentations, type Slot, useBook, useRemoveSlot, useSaveSlot } from '../api.ts';
import { SLOT_TONES } from './slot-tones.ts';
import { SlotFields } from './SlotFields.tsx';

const LINK = /^https:\/\/\S+$/;
const FREE = 'free';

interface SlotLineProps {
  readonly activityId: string;
  readonly slot: Slot;
  readonly presentations: Presentations;
}

/** One slot in the running order: whose it is, and what one may do with it. */
export function SlotLine({ activityId, slot, presentations }: SlotLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { group, startsAt, minutes, place, state } = slot;
  const name = group ? (group.name ?? t('groupWork.unnamed')) : t('presentations.free');
  return (
    <li className={cx(lines['line'])}>
      <span className={cx(lines['about'])}>
        <span>
          <strong>
            {group ? (
              <Link to={`/group-work/${activityId}/presentations/${slot.slotId}`}>
                <bdi>{name}</bdi>
              </Link>
            ) : (
              name
            )}
          </strong>{' '}
          {group?.isOwn === true && <Badge tone="info">{t('presentations.own')}</Badge>}
        </span>
        <span className={cx(layout['muted'], layout['small'])}>
          {t('presentations.when', { when: format.moment(startsAt), minutes: format.number(minutes) })}
          {place !== '' && ' · '}
          {LINK.test(place) ? (
            <a href={place} target="_blank" rel="noreferrer">
              {place}
            </a>
          ) : (
            <bdi>{place}</bdi>
          )}
        </span>
        {presentations.can.lead ? (
          <StaffActions activityId={activityId} slot={slot} presentations={presentations} />
        ) : (
          presentations.can.book &&
          state === 'coming' && (
            <OwnActions activityId={activityId} slot={slot} presentations={presentations} />
          )
        )}
      </span>
      <Badge tone={SLOT_TONES[state]}>{t(`presentations.state.${state}`)}</Badge>
    </li>
  );
}

/** A member books for the own group, or gives the slot back. */
function OwnActions({ activityId, slot, presentations }: SlotLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const book = useBook(activityId);
  const { slotId, group, startsAt } = slot;
  const when = format.moment(startsAt);
  return (
    <>
      {group?.isOwn === true && (
        <div>
          <Button
            isPending={book.isPending}
            aria-label={t('presentations.giveBackOf', { when })}
            onPress={() =>
              book.mutate(
                { slotId, groupId: null },
                { onSuccess: () => announce(t('presentations.givenBack')) },
              )
            }
          >
            {t('presentations.giveBack')}
          </Button>
        </div>
      )}
      {group === null &&
        presentations.waiting.map(({ groupId, name }) => (
          <div key={groupId}>
            <Button
              isPending={book.isPending}
              aria-label={t('presentations.bookOf', { name: name ?? t('groupWork.unnamed'), when })}
              onPress={() =>
                book.mutate({ slotId, groupId }, { onSuccess: () => announce(t('presentations.booked')) })
              }
            >
              {t('presentations.book', { name: name ?? t('groupWork.unnamed') })}
            </Button>
          </div>
        ))}
      {book.error !== null && <Problem error={book.error} />}
    </>
  );
}

/** Staff give it to a group, change it or take it away. */
function StaffActions({ activityId, slot, presentations }: SlotLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const book = useBook(activityId);
  const save = useSaveSlot(activityId);
  const remove = useRemoveSlot(activityId);
  const { slotId, group, startsAt, minutes, place, revision } = slot;
  const when = format.moment(startsAt);
  const groups = [...(group ? [group] : []), ...presentations.waiting];
  const error = book.error ?? save.error ?? remove.error;
  return (
    <Disclosure title={t('presentations.change', { when })}>
      <div className={cx(layout['stack'], layout['tight'])}>
        {presentations.can.book && (
          <Select
            label={t('presentations.whose')}
            value={group?.groupId ?? FREE}
            choices={[
              { id: FREE, text: t('presentations.free') },
              // A slot that is taken is freed before another group gets it.
              ...(group ? [group] : groups).map(({ groupId, name }) => ({
                id: groupId,
                text: name ?? t('groupWork.unnamed'),
              })),
            ]}
            onChange={(id) =>
              book.mutate(
                { slotId, groupId: id === FREE ? null : id },
                { onSuccess: () => announce(t('teamRoles.saved')) },
              )
            }
          />
        )}
        <SlotFields
          key={revision}
          initial={{ startsAt, minutes, place }}
          asksCount={false}
          submitLabel={t('presentations.slot.save')}
          isPending={save.isPending}
          onSubmit={(content) =>
            save.mutate(
              { slotId, ...content, expectedRevision: revision },
              { onSuccess: () => announce(t('teamRoles.saved')) },
            )
          }
        />
        {group === null && (
          <div>
            <Button
              isPending={remove.isPending}
              onPress={() => remove.mutate(slotId, { onSuccess: () => announce(t('presentations.removed')) })}
            >
              {t('presentations.remove')}
            </Button>
          </div>
        )}
        {error !== null && <Problem error={error} />}
      </div>
    </Disclosure>
  );
}
