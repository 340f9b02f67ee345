import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LESSON_SEARCH_MAX } from '../../../../../server/src/contracts/team-limits.ts';
import { isStaff, useFormat, useSession } from '../../../app/context.ts';
import { useDebounced } from '../../../app/use-debounced.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type CourseLesson, useCourseLessons, useDecideLesson } from '../api.ts';

/** What groups of all projects of the course have learned, for everybody in it. */
export default function CourseLessonsPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed).trim().slice(0, LESSON_SEARCH_MAX);
  const above = isStaff(session)
    ? ({ title: t('groups.title'), to: '/groups' } as const)
    : ({ title: t('home.title'), to: '/home' } as const);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('courseLessons.title')} trail={[above]} />
        <p className={cx(layout['muted'], layout['measure'])}>{t('courseLessons.intro')}</p>
      </div>
      <SearchField label={t('courseLessons.search')} value={typed} onChange={setTyped} />
      <Lessons q={q} />
    </div>
  );
}

function Lessons({ q }: { readonly q: string }) {
  const { t } = useTranslation();
  const query = useCourseLessons(q);
  const list = useRef<HTMLElement>(null);
  const lessons = query.data?.pages.flatMap(({ items }) => items);
  const count = lessons?.length ?? 0;
  const isFound = q !== '' && lessons !== undefined && !query.isPlaceholderData;
  useEffect(() => {
    if (isFound) announce(t('courseLessons.found', { count }));
  }, [isFound, count, q, t]);
  if (query.isError && lessons === undefined)
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (lessons === undefined) return <Skeleton />;
  const which = q === '' ? 'none' : 'nothingFound';
  const mayTakeBack = query.data?.pages[0]?.can.takeBack === true;
  return (
    <section
      ref={list}
      tabIndex={-1}
      aria-label={t('courseLessons.list')}
      className={cx(layout['stack'], layout['measure'])}
    >
      {lessons.length === 0 && (
        <EmptyState title={t(`courseLessons.${which}.title`)}>{t(`courseLessons.${which}.text`)}</EmptyState>
      )}
      {lessons.map((lesson) => (
        <LessonCard
          key={lesson.lessonId}
          lesson={lesson}
          mayTakeBack={mayTakeBack}
          // The button leaves with the lesson; the focus stays at the list.
          onTaken={() => list.current?.focus()}
        />
      ))}
      <LoadMore query={query} />
    </section>
  );
}

interface LessonCardProps {
  readonly lesson: CourseLesson;
  readonly mayTakeBack: boolean;
  readonly onTaken: () => void;
}

function LessonCard({ lesson, mayTakeBack, onTaken }: LessonCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lessonId, activityId, projectTitle, title, text, groupName, publishedAt } = lesson;
  const decide = useDecideLesson(activityId ?? '');
  const takeBack = () =>
    decide.mutate(
      { lessonId, state: 'declined' },
      {
        onSuccess: () => {
          onTaken();
          showToast({
            text: t('courseLessons.taken', { title }),
            undo: () => decide.mutate({ lessonId, state: 'published' }),
          });
        },
      },
    );
  return (
    <article className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <p dir="auto" className={cx(layout['prose'])}>
        {text}
      </p>
      <p className={cx(layout['muted'], layout['small'])}>
        {t('retrospective.lessons.from', {
          group: groupName ?? t('groupWork.unnamed'),
          when: format.moment(publishedAt),
        })}
        <br />
        {activityId === null ? (
          <bdi>{projectTitle}</bdi>
        ) : (
          <Link to={`/group-work/${activityId}`}>
            <bdi>{projectTitle}</bdi>
          </Link>
        )}
      </p>
      {decide.error !== null && <Problem error={decide.error} />}
      {mayTakeBack && activityId !== null && (
        <div className={cx(layout['row'])}>
          <Button
            aria-label={t('courseLessons.takeBackNamed', { title })}
            isPending={decide.isPending}
            onPress={takeBack}
          >
            {t('courseLessons.takeBack')}
          </Button>
        </div>
      )}
    </article>
  );
}
