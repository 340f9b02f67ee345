import { type KeyboardEvent, useRef, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { FileList } from '../../../ui/files/FileList.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { sectionName } from '../../group-work/components/section-name.ts';
import { type Plenary, usePlenary } from '../api.ts';
import { OpeningField } from '../components/OpeningField.tsx';
import styles from '../components/plenary.module.css';

type Topic = Plenary['topics'][number];
type Group = Plenary['items'][number];

/** What groups have handed in, side by side, as large as a class can read it. */
export default function PlenaryPage() {
  const { t } = useTranslation();
  const { activityId = '', n = '' } = useParams();
  const query = usePlenary(activityId, Number(n));
  if (query.isPending) return <PageSkeleton />;
  const first = query.data?.pages[0];
  if (first === undefined) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const groups = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const topics = [
    ...new Map(query.data?.pages.flatMap((page) => page.topics).map((one) => [one.id, one])).values(),
  ];
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('plenary.of', { title: first.milestone.title })}
        trail={[{ title: first.title, to: `/group-work/${activityId}` }]}
      />
      {first.can.open && <OpeningField activityId={activityId} n={first.milestone.n} />}
      {groups.length === 0 ? (
        <EmptyState title={t('plenary.empty')}>{t('plenary.emptyText')}</EmptyState>
      ) : (
        <Board topics={topics} groups={groups} />
      )}
      <LoadMore query={query} />
    </div>
  );
}

interface BoardProps {
  readonly topics: readonly Topic[];
  readonly groups: readonly Group[];
}

const topicName = (t: TFunction, topic: Topic | undefined): string =>
  topic ? sectionName(t, topic) : t('plenary.whole');

/** Where keys lead to: criteria along the line of reading, groups from one to the next; presenters' remotes send pages. */
const STEPS: Record<string, readonly ['topic' | 'group', number]> = {
  ArrowRight: ['topic', 1],
  ArrowLeft: ['topic', -1],
  PageDown: ['topic', 1],
  PageUp: ['topic', -1],
  ArrowDown: ['group', 1],
  ArrowUp: ['group', -1],
};

function Board({ topics, groups }: BoardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useRef<HTMLDivElement>(null);
  // The last is the whole text, for what stands under no criterion.
  const all: readonly (Topic | undefined)[] = [...topics, undefined];
  const [at, setAt] = useState(0);
  const topic = all[at];

  function show(next: number): void {
    const wanted = Math.min(Math.max(next, 0), all.length - 1);
    setAt(wanted);
    announce(topicName(t, all[wanted]));
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [what, by] = step;
    const isSideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    const isMirrored = isSideways && getComputedStyle(event.currentTarget).direction === 'rtl';
    if (what === 'topic') return show(at + (isMirrored ? -by : by));
    const shown = [...(columns.current?.children ?? [])] as HTMLElement[];
    const current = shown.findIndex((one) => one.contains(document.activeElement));
    shown[Math.min(Math.max(current + by, 0), shown.length - 1)]?.focus();
  }

  return (
    // The board takes keys for all that is in it; each part is reached by Tab as well.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={cx(layout['stack'], styles['board'])} onKeyDown={onKeyDown}>
      <div className={cx(layout['row'])}>
        <Button isDisabled={at === 0} onPress={() => show(at - 1)}>
          {t('plenary.previous')}
        </Button>
        <Button variant="primary" isDisabled={at === all.length - 1} onPress={() => show(at + 1)}>
          {t('plenary.next')}
        </Button>
        <span className={cx(layout['muted'])}>
          {t('plenary.place', { n: format.number(at + 1), of: format.number(all.length) })}
        </span>
        <span className={cx(layout['muted'], layout['small'])}>{t('plenary.keys')}</span>
      </div>
      <h2 className={cx(styles['topic'])}>{topicName(t, topic)}</h2>
      {topic !== undefined && topic.description !== '' && (
        <p className={cx(layout['prose'])}>{topic.description}</p>
      )}
      <div ref={columns} className={cx(styles['columns'])}>
        {groups.map((group) => (
          <Column key={group.groupId} group={group} topic={topic} />
        ))}
      </div>
    </div>
  );
}

interface ColumnProps {
  readonly group: Group;
  /** Undefined: all that the group has written. */
  readonly topic: Topic | undefined;
}

function Column({ group, topic }: ColumnProps) {
  const { t } = useTranslation();
  const name = group.name ?? t('groupWork.unnamed');
  const part = topic?.hasPart ? group.parts.find(({ id }) => id === topic.id)?.text : undefined;
  const shown = topic?.hasPart ? (part ?? null) : group.text;
  return (
    // The keys of the board lead here.
    <article
      tabIndex={-1}
      aria-label={name}
      className={cx(styles['column'], layout['stack'], layout['tight'])}
    >
      <h3>
        <bdi>{name}</bdi>
      </h3>
      {group.scenario !== null && (
        <Disclosure title={group.scenario.title}>
          <RichTextView document={group.scenario.text} headingLevel={4} />
        </Disclosure>
      )}
      {shown === null || isBlank(shown) ? (
        <p className={cx(layout['muted'])}>{t(topic?.hasPart ? 'plenary.missing' : 'plenary.noText')}</p>
      ) : (
        <RichTextView document={shown} headingLevel={4} />
      )}
      {topic === undefined && <FileList files={group.files} />}
      {!topic?.hasPart &&
        group.pages.map((page, place) => (
          <Disclosure key={place} title={page.title}>
            <RichTextView document={page.text} headingLevel={4} />
          </Disclosure>
        ))}
    </article>
  );
}
