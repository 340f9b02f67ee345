import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type Lesson, useDecideLesson, useLessons } from '../api.ts';
import { LESSON_TONES } from '../components/lesson-tones.ts';

/** What groups of a project have learned; staff decide what the course reads. */
export default function LessonsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = useLessons(activityId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const [first] = query.data.pages;
  const lessons = query.data.pages.flatMap(({ items }) => items);
  const mayDecide = first?.can.decide === true;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          title={t('retrospective.lessons.all')}
          trail={[{ title: first?.title ?? '', to: `/group-work/${activityId}` }]}
        />
        <p className={cx(layout['muted'])}>
          {t(mayDecide ? 'retrospective.lessons.introStaff' : 'retrospective.lessons.intro')}
        </p>
        <p>
          <Link to="/lessons">{t('retrospective.lessons.ofCourse')}</Link>
        </p>
      </div>
      {lessons.length === 0 && (
        <EmptyState title={t('retrospective.lessons.none')}>{t('retrospective.lessons.noneText')}</EmptyState>
      )}
      {lessons.map((lesson) => (
        <LessonCard key={lesson.lessonId} activityId={activityId} lesson={lesson} mayDecide={mayDecide} />
      ))}
      <LoadMore query={query} />
    </div>
  );
}

interface LessonCardProps {
  readonly activityId: string;
  readonly lesson: Lesson;
  readonly mayDecide: boolean;
}

function LessonCard({ activityId, lesson, mayDecide }: LessonCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const decide = useDecideLesson(activityId);
  const { lessonId, title, text, groupName, offeredAt, state } = lesson;
  const set = (next: 'published' | 'declined') =>
    decide.mutate(
      { lessonId, state: next },
      { onSuccess: () => announce(t(`retrospective.lessons.states.${next}`)) },
    );
  return (
    <article className={cx(layout['card'], layout['stack'], layout['tight'], layout['measure'])}>
      <div className={cx(layout['row'])}>
        <h2>{title}</h2>
        {mayDecide && <Badge tone={LESSON_TONES[state]}>{t(`retrospective.lessons.states.${state}`)}</Badge>}
      </div>
      <p className={cx(layout['prose'])}>{text}</p>
      <p className={cx(layout['muted'], layout['small'])}>
        {t('retrospective.lessons.from', {
          group: groupName ?? t('groupWork.unnamed'),
          when: format.moment(offeredAt),
        })}
      </p>
      {decide.error !== null && <Problem error={decide.error} />}
      {mayDecide && (
        <div className={cx(layout['row'])}>
          {state !== 'published' && (
            <Button variant="primary" isPending={decide.isPending} onPress={() => set('published')}>
              {t('retrospective.lessons.publish')}
            </Button>
          )}
          {state !== 'declined' && (
            <Button isPending={decide.isPending} onPress={() => set('declined')}>
              {t('retrospective.lessons.decline')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
