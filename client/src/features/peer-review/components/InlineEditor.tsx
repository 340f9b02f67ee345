import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { INLINE_COMMENT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import type { Criterion } from '../api.ts';
import { type InlineComment, PAGE_PARTS, type PageAnchor, type PagePart, partOf } from '../inline-notes.ts';
import type { InlineComments } from '../use-inline-comments.ts';
import { NoteText } from './NoteCard.tsx';

interface InlineEditorProps {
  readonly comment: InlineComment;
  readonly number: number;
  readonly criteria: readonly Criterion[];
  readonly inline: InlineComments;
  /** The button that leads to its place. */
  readonly toPlace: ReactNode;
  /** Otherwise it can only be read. */
  readonly canEdit: boolean;
}

const NO_CRITERION = 'none';

/** One's own comment on a place: to be read, or open to be changed. */
export function InlineEditor(props: InlineEditorProps) {
  const { comment, number, criteria, inline, toPlace, canEdit } = props;
  const { t } = useTranslation();
  const { id, text, criterionId } = comment;
  const element = useRef<HTMLDivElement>(null);
  const isOpen = inline.editing === id;
  if (isOpen && canEdit) return <OpenEditor {...props} />;
  return (
    <div ref={element} className={cx(layout['stack'], layout['tight'])}>
      <NoteText note={{ text, criterion: criteria.find((one) => one.id === criterionId)?.title ?? null }} />
      <div className={cx(layout['row'], layout['snug'])}>
        {canEdit && (
          <>
            <Button
              variant="quiet"
              aria-label={t('inline.editOf', { n: number })}
              onPress={() => inline.open(id)}
            >
              {t('inline.edit')}
            </Button>
            <Button
              variant="quiet"
              aria-label={t('inline.removeOf', { n: number })}
              onPress={() => removeFrom(element.current, () => inline.remove(id))}
            >
              {t('inline.remove')}
            </Button>
          </>
        )}
        {toPlace}
      </div>
    </div>
  );
}

/** The focus stays in the work when the note it was in is gone. */
function removeFrom(element: HTMLElement | null, remove: () => void): void {
  element?.closest('section')?.focus();
  remove();
}

function OpenEditor({ comment, number, criteria, inline }: InlineEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, text, criterionId, anchor } = comment;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.querySelector('textarea')?.focus(), []);
  const isFull = text.length >= INLINE_COMMENT_MAX;

  function close(): void {
    const note = element.current?.closest<HTMLElement>('article');
    const section = element.current?.closest('section');
    const isEmpty = text.trim() === '';
    inline.close(id);
    (isEmpty ? section : note)?.focus();
  }

  return (
    <div ref={element} className={cx(layout['stack'], layout['tight'])}>
      <TextArea
        label={t('inline.say', { n: number })}
        rows={3}
        value={text}
        error={isFull ? t('inline.longest', { max: format.number(INLINE_COMMENT_MAX) }) : undefined}
        onChange={(said) => inline.change(id, { text: said.slice(0, INLINE_COMMENT_MAX) })}
      />
      {anchor.kind === 'page' && (
        <PlaceOnPage anchor={anchor} onChange={(changed) => inline.change(id, { anchor: changed })} />
      )}
      <Select
        label={t('inline.criterion')}
        isOptional
        choices={[
          { id: NO_CRITERION, text: t('inline.noCriterion') },
          ...criteria.map((one) => ({ id: one.id, text: one.title })),
        ]}
        value={criteria.some((one) => one.id === criterionId) ? (criterionId ?? null) : NO_CRITERION}
        onChange={(chosen) =>
          inline.change(id, { criterionId: chosen === NO_CRITERION ? undefined : chosen })
        }
      />
      <div className={cx(layout['row'], layout['snug'])}>
        <Button onPress={close}>{t('inline.done')}</Button>
        <Button variant="quiet" onPress={() => removeFrom(element.current, () => inline.remove(id))}>
          {t('inline.remove')}
        </Button>
      </div>
    </div>
  );
}

interface PlaceOnPageProps {
  readonly anchor: PageAnchor;
  readonly onChange: (anchor: PageAnchor) => void;
}

/** Where on the page it is, for those who do not draw. */
function PlaceOnPage({ anchor, onChange }: PlaceOnPageProps) {
  const { t } = useTranslation();
  const part = partOf(anchor.area);
  const parts: PagePart[] = ['whole', 'top', 'middle', 'bottom', ...(part === 'drawn' ? [part] : [])];
  return (
    <Select
      label={t('inline.part.label')}
      choices={parts.map((name) => ({ id: name, text: t(`inline.part.${name}`) }))}
      value={part}
      onChange={(name) => {
        if (name !== 'drawn') onChange({ ...anchor, area: name === 'whole' ? null : PAGE_PARTS[name] });
      }}
    />
  );
}
