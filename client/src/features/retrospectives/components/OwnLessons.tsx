import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TITLE_MAX } from '../../../../../server/src/contracts/limits.ts';
import { LESSON_TEXT_MAX } from '../../../../../server/src/contracts/team-limits.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import { type Place, type Retrospective, useOfferLesson } from '../api.ts';
import { LESSON_TONES } from './lesson-tones.ts';

interface OwnLessonsProps {
  readonly place: Place & { readonly n: number };
  readonly retrospective: Retrospective;
}

const blank = () => ({ lessonId: newId(), title: '', text: '' });

/** What the group offers to the course. */
export function OwnLessons({ place, retrospective: { lessons, can } }: OwnLessonsProps) {
  const { t } = useTranslation();
  const offer = useOfferLesson(place);
  const [wanted, setWanted] = useState(blank);
  const { title, text } = wanted;
  const isWrong =
    title.trim() === '' || text.trim() === '' || title.length > TITLE_MAX || text.length > LESSON_TEXT_MAX;
  if (lessons.length === 0 && !can.write) return null;
  const send = () =>
    offer.mutate(
      { ...wanted, title: title.trim(), text: text.trim(), n: place.n },
      {
        onSuccess: () => {
          setWanted(blank());
          announce(t('retrospective.lessons.offered'));
        },
      },
    );
  return (
    <section aria-labelledby="lessons" className={cx(layout['stack'], layout['tight'], layout['measure'])}>
      <h2 id="lessons">{t('retrospective.lessons.own')}</h2>
      {lessons.length > 0 && (
        <ul className={cx(lines['list'])}>
          {lessons.map((lesson) => (
            <li key={lesson.lessonId} className={cx(lines['line'])}>
              <span>{lesson.title}</span>
              <Badge tone={LESSON_TONES[lesson.state]}>
                {t(`retrospective.lessons.states.${lesson.state}`)}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      {can.write && (
        <Disclosure title={t('retrospective.lessons.offer')}>
          <div className={cx(layout['stack'], layout['tight'])}>
            <p className={cx(layout['muted'])}>{t('retrospective.lessons.offerText')}</p>
            <TextField
              label={t('retrospective.lessons.title')}
              value={title}
              onChange={(changed) => setWanted((before) => ({ ...before, title: changed }))}
            />
            <TextArea
              label={t('retrospective.lessons.text')}
              hint={t('retrospective.lessons.textHint')}
              rows={4}
              value={text}
              onChange={(changed) => setWanted((before) => ({ ...before, text: changed }))}
            />
            {offer.error !== null && <Problem error={offer.error} />}
            <div className={cx(layout['row'])}>
              <Button isPending={offer.isPending} isDisabled={isWrong} onPress={send}>
                {t('retrospective.lessons.send')}
              </Button>
            </div>
          </div>
        </Disclosure>
      )}
    </section>
  );
}
