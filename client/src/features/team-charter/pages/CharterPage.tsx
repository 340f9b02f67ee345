import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isStaff, useFormat, useSession } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type Charter, type Place, useCharter } from '../api.ts';
import { CharterEditor } from '../components/CharterEditor.tsx';
import { CharterText } from '../components/CharterText.tsx';
import { usePersonName } from '../components/person-name.ts';
import { Standing } from '../components/Standing.tsx';

/** What one group agrees on about working together. */
export default function CharterPage() {
  const { activityId = '', groupId = '' } = useParams();
  const place = { activityId, groupId };
  const query = useCharter(place);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  return <Open key={groupId} place={place} charter={query.data} />;
}

interface OpenProps {
  readonly place: Place;
  readonly charter: Charter;
}

function Open({ place, charter }: OpenProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { current, draft, can, earlier } = charter;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          title={t('teamCharter.title')}
          trail={[{ title: charter.title, to: `/group-work/${place.activityId}` }]}
        />
        <p>
          <bdi>{charter.groupName ?? t('groupWork.unnamed')}</bdi>
        </p>
        <p className={cx(layout['muted'], layout['measure'])}>
          {t(isStaff(session) ? 'teamCharter.introStaff' : 'teamCharter.intro')}
        </p>
      </div>
      {current === null ? (
        <p>{t('teamCharter.nothing')}</p>
      ) : (
        <Standing place={place} current={current} canAgree={can.agree} />
      )}
      {draft !== null && can.write && <CharterEditor place={place} charter={charter} draft={draft} />}
      {earlier.length > 0 && <Earlier versions={earlier} />}
    </div>
  );
}

function Earlier({ versions }: { readonly versions: Charter['earlier'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePersonName();
  return (
    <section aria-labelledby="earlier" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="earlier">{t('teamCharter.earlier.title')}</h2>
      {versions.map(({ version, at, texts, agreements }) => (
        <Disclosure
          key={version}
          title={t('teamCharter.earlier.version', { n: format.number(version), when: format.moment(at) })}
        >
          <div className={cx(layout['stack'], layout['tight'])}>
            <p className={cx(layout['muted'])}>
              {t('teamCharter.earlier.agreedBy', {
                names: format.list(agreements.map((one) => `${nameOf(one)} (${format.moment(one.at)})`)),
              })}
            </p>
            <CharterText texts={texts} level={3} />
          </div>
        </Disclosure>
      ))}
    </section>
  );
}
