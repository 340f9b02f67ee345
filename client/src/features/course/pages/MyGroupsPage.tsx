import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { FormedBy } from '../components/FormedBy.tsx';
import { type MyGroupSet, useChooseGroup, useMyGroups } from '../sets-api.ts';
import styles from './GroupsPage.module.css';

type MyGroup = MyGroupSet['groups'][number];

/** The groups a learner is in, and those to choose from. */
export default function MyGroupsPage() {
  const { t } = useTranslation();
  const query = useMyGroups();
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <PageSkeleton />;
  const { items } = query.data;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('groupSets.mine.title')} />
        <p className={cx(layout['muted'])}>{t('groupSets.mine.intro')}</p>
      </div>
      {items.length === 0 && (
        <EmptyState title={t('groupSets.mine.empty.title')}>{t('groupSets.mine.empty.text')}</EmptyState>
      )}
      {items.map((set) => (
        <MySet key={set.id} set={set} />
      ))}
    </div>
  );
}

function MySet({ set }: { readonly set: MyGroupSet }) {
  const { t } = useTranslation();
  const choose = useChooseGroup(set.id);
  const { signUp, myGroupId } = set;
  const canChange = signUp?.isOpen === true && (myGroupId === null || signUp.mayChange);

  function wish(groupId: string | null): void {
    choose.mutate(groupId, {
      onSuccess: (now) => {
        const named = (id: string) => now.groups.find((group) => group.id === id)?.name ?? '';
        if (now.waitingFor !== null)
          showToast({ text: t('groupSets.mine.waits', { name: named(now.waitingFor.groupId) }) });
        else if (now.myGroupId === null) showToast({ text: t('groupSets.mine.left') });
        else showToast({ text: t('groupSets.mine.chosen', { name: named(now.myGroupId) }) });
      },
    });
  }
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby={set.id}>
      <h2 id={set.id} dir="auto">
        {set.name}
      </h2>
      {signUp !== null && <When set={set} signUp={signUp} />}
      {set.formed !== null && <FormedBy formed={set.formed} />}
      {choose.error !== null && <Problem error={choose.error} />}
      <ul className={cx(styles['groups'])}>
        {set.groups.map((group) => (
          <GroupToChoose
            key={group.id}
            set={set}
            group={group}
            isBusy={choose.isPending}
            onWish={canChange ? wish : null}
          />
        ))}
      </ul>
    </section>
  );
}

function When({
  set,
  signUp,
}: {
  readonly set: MyGroupSet;
  readonly signUp: NonNullable<MyGroupSet['signUp']>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { isOpen, opensAt, closesAt, mayChange } = signUp;
  if (isOpen && set.myGroupId !== null && !mayChange) return <p>{t('groupSets.mine.final')}</p>;
  if (isOpen) {
    return (
      <p>
        {closesAt === null
          ? t('groupSets.mine.open')
          : t('groupSets.mine.until', { when: format.moment(closesAt) })}
      </p>
    );
  }
  const isAhead = opensAt !== null && (closesAt === null || Date.parse(closesAt) > now);
  return (
    <p>{isAhead ? t('groupSets.mine.from', { when: format.moment(opensAt) }) : t('groupSets.mine.over')}</p>
  );
}

interface GroupToChooseProps {
  readonly set: MyGroupSet;
  readonly group: MyGroup;
  readonly isBusy: boolean;
  /** Null: there is nothing to choose. */
  readonly onWish: ((groupId: string | null) => void) | null;
}

function GroupToChoose({ set, group, isBusy, onWish }: GroupToChooseProps) {
  const { t } = useTranslation();
  const { cap, taken } = group;
  const name = group.name ?? '';
  const isMine = set.myGroupId === group.id;
  const isFull = cap !== null && taken >= cap;
  const waits = set.waitingFor?.groupId === group.id ? set.waitingFor : null;
  return (
    <li className={cx(styles['group'])}>
      <div className={cx(styles['groupHead'])}>
        <h3 dir="auto">{name}</h3>
        {isMine ? (
          <Badge tone="good">{t('groupSets.mine.inIt')}</Badge>
        ) : (
          isFull && <Badge tone="neutral">{t('groupSets.mine.full')}</Badge>
        )}
      </div>
      {group.topic !== '' && <p dir="auto">{group.topic}</p>}
      <p className={cx(layout['muted'], layout['small'])}>
        {cap === null
          ? t('groupSets.mine.people', { count: taken })
          : t('groupSets.mine.seats', { taken, cap })}
      </p>
      {group.members.length === 0 ? (
        <p className={cx(layout['muted'])}>{t('groupSets.mine.nobody')}</p>
      ) : (
        <ul className={cx(styles['people'])}>
          {group.members.map((person) => (
            <li key={person.memberId}>
              <bdi>{person.name ?? t('groups.person')}</bdi>
              {person.leads && ` (${t('groupSets.leads')})`}
            </li>
          ))}
        </ul>
      )}
      {waits !== null && (
        <p>
          {waits.ahead === 0
            ? t('groupSets.mine.waitingFirst')
            : t('groupSets.mine.waitingNow', { count: waits.ahead })}
        </p>
      )}
      {onWish !== null && (
        <div>
          {waits !== null ? (
            <Button isDisabled={isBusy} onPress={() => onWish(set.myGroupId)}>
              {t('groupSets.mine.stopWaiting')}
            </Button>
          ) : isMine ? (
            <Button
              isDisabled={isBusy}
              aria-label={t('groupSets.mine.leaveFor', { name })}
              onPress={() => onWish(null)}
            >
              {t('groupSets.mine.leave')}
            </Button>
          ) : (
            (!isFull || set.signUp?.waitingList === true) && (
              <Button
                isDisabled={isBusy}
                {...(!isFull && { variant: 'primary' })}
                aria-label={t(isFull ? 'groupSets.mine.waitFor' : 'groupSets.mine.chooseFor', { name })}
                onPress={() => onWish(group.id)}
              >
                {t(isFull ? 'groupSets.mine.wait' : 'groupSets.mine.choose')}
              </Button>
            )
          )}
        </div>
      )}
    </li>
  );
}
