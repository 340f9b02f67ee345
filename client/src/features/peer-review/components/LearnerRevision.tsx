import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type Revised, useLearnerRevision } from '../revision-api.ts';
import styles from './SideBySide.module.css';
import { WorkView } from './WorkView.tsx';

/** A learner's revised work beside the version that was reviewed, for staff. */
export function LearnerRevision({ activityId, memberId }: { activityId: string; memberId: string }) {
  const { t } = useTranslation();
  const query = useLearnerRevision(activityId, memberId);
  if (query.isPending) return null;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { isOn, revised } = query.data;
  if (!isOn && revised === null) return null;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="revision">
      <h2 id="revision">{t('revision.title')}</h2>
      {revised === null ? (
        <p className={cx(layout['muted'])}>{t('revision.none')}</p>
      ) : (
        <Versions revised={revised} />
      )}
    </section>
  );
}

function Versions({ revised }: { readonly revised: Revised }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { before, after, note, answers } = revised;
  return (
    <>
      <p className={cx(layout['muted'], layout['small'])}>
        {t('revision.handedIn', { when: format.moment(revised.submittedAt) })} {t('revision.grades')}
      </p>
      <h3>{t('revision.note')}</h3>
      <p className={cx(layout['prose'])}>{note}</p>
      {answers.map(({ pseudonym, text }) => (
        <div key={pseudonym}>
          <h4>{t('revision.answer', { pseudonym })}</h4>
          <p className={cx(layout['prose'])}>{text}</p>
        </div>
      ))}
      <div className={cx(styles['texts'])}>
        <div className={cx(layout['stack'], layout['tight'])}>
          <h3>{t('revision.before', { n: format.number(before.version) })}</h3>
          <WorkView {...before} />
        </div>
        <div className={cx(layout['stack'], layout['tight'])}>
          <h3>{t('revision.after')}</h3>
          <WorkView {...after} />
        </div>
      </div>
    </>
  );
}
