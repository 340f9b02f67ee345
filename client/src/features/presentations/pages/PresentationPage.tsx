import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type Presentation, type SlotPlace, useNoteAbsent, usePresentation } from '../audience-api.ts';
import { AudienceResults, AudienceRubric } from '../components/AudienceRubric.tsx';
import { Questions } from '../components/Questions.tsx';
import { SLOT_TONES } from '../components/slot-tones.ts';

/** One presentation, on the phone of whoever listens: questions, and what one says of it. */
export default function PresentationPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { activityId = '', slotId = '' } = useParams();
  const place = { activityId, slotId };
  const query = usePresentation(place);
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const { title, slot, can, results, presenters } = query.data;
  const { group, startsAt, minutes, state } = slot;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          title={group ? (group.name ?? t('groupWork.unnamed')) : t('presentations.free')}
          trail={[
            { title, to: `/group-work/${activityId}` },
            { title: t('presentations.title'), to: `/group-work/${activityId}/presentations` },
          ]}
        />
        <div className={cx(layout['row'])}>
          <Badge tone={SLOT_TONES[state]}>{t(`presentations.state.${state}`)}</Badge>
          <span className={cx(layout['muted'])}>
            {t('presentations.when', { when: format.moment(startsAt), minutes: format.number(minutes) })}
          </span>
        </div>
        {state === 'coming' && <p>{t('presentations.audience.notYet')}</p>}
      </div>
      {can.rate && <AudienceRubric place={place} presentation={query.data} />}
      {results !== null && <AudienceResults results={results} />}
      <Questions place={place} presentation={query.data} />
      {can.lead && presenters.length > 0 && <Absent place={place} presenters={presenters} />}
    </div>
  );
}

interface AbsentProps {
  readonly place: SlotPlace;
  readonly presenters: Presentation['presenters'];
}

/** For staff: who of the group is not there. */
function Absent({ place, presenters }: AbsentProps) {
  const { t } = useTranslation();
  const note = useNoteAbsent(place);
  return (
    <section className={cx(layout['stack'], layout['tight'])}>
      <CheckboxGroup
        label={t('presentations.audience.absent')}
        hint={t('presentations.audience.absentHint')}
        choices={presenters.map(({ memberId, name }) => ({
          id: memberId,
          text: name ?? t('groupWork.somebody'),
        }))}
        // At once; the answer says the same, or that it could not be.
        value={
          note.isPending
            ? note.variables
            : presenters.filter(({ isAbsent }) => isAbsent).map(({ memberId }) => memberId)
        }
        onChange={(ids) => note.mutate(ids, { onSuccess: () => announce(t('teamRoles.saved')) })}
      />
      {note.error !== null && <Problem error={note.error} />}
    </section>
  );
}
