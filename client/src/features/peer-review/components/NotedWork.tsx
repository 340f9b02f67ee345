import { type ReactNode, type Ref, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { type Passage, passagesOf } from '../../../../../server/src/contracts/passages.ts';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { cx } from '../../../ui/cx.ts';
import type { FileListProps } from '../../../ui/files/file-list-props.ts';
import { FileList } from '../../../ui/files/FileList.tsx';
import { type PageNotes, PageNotesContext } from '../../../ui/files/page-notes.ts';
import layout from '../../../ui/layout.module.css';
import { AnnotatedText } from '../../../ui/rich-text/AnnotatedText.tsx';
import { loadWritingTexts, withTexts } from '../../../i18n/index.ts';
import { makePart, Nothing } from '../../../ui/part.tsx';
import { type Note, type PlacedNote, type PlacedNotes, placeNotes } from '../inline-notes.ts';
import type { WorkContent } from '../work-api.ts';
import type { LinkListProps } from './LinkList.tsx';
import { NoteCard } from './NoteCard.tsx';
import { PageMarks } from './PageMarks.tsx';

export interface NotedWorkProps {
  readonly text: WorkContent['text'];
  readonly files: FileListProps['files'];
  readonly links: readonly string[];
  readonly notes: readonly Note[];
  /** What stands in a note instead of its words, such as fields to change them. */
  readonly edit?: ((note: PlacedNote, toPlace: ReactNode) => ReactNode) | undefined;
  /** What one can do with the text, above it. */
  readonly aboveText?: ReactNode;
  /** What lies over the text, within `textRef`. */
  readonly overText?: ReactNode;
  readonly textRef?: Ref<HTMLDivElement>;
  readonly pageTools?: PageNotes['tools'];
  readonly overPage?: PageNotes['over'];
}

const LinkList = makePart<LinkListProps>(
  withTexts(() => import('./LinkList.tsx'), loadWritingTexts),
  Nothing,
);

const noteId = (key: string): string => `note-${key}`;
const placeId = (key: string): string => `place-${key}`;
const focusOn = (id: string): void => document.getElementById(id)?.focus();

/** A work with what is said on places in it: each beside its paragraph, or below its file. */
export function NotedWork(props: NotedWorkProps) {
  const { text, files, links, notes } = props;
  const { t } = useTranslation();
  const passages = useMemo(() => passagesOf(text), [text]);
  const placed = useMemo(() => {
    const fileIds = files.map(({ id }) => id);
    return placeNotes(notes, passages, fileIds);
  }, [notes, passages, files]);
  useFocusOnHash(notes.length > 0);
  return (
    <>
      {!isBlank(text) && <NotedText {...props} passages={passages} placed={placed} />}
      <NotedFiles {...props} placed={placed} />
      {links.length > 0 && <LinkList links={links} />}
      {placed.lost.length > 0 && (
        <NoteGroup title={t('inline.changed.title')} hint={t('inline.changed.hint')}>
          {placed.lost.map((note) => (
            <Card
              key={note.key}
              note={note}
              edit={props.edit}
              where={note.anchor.kind === 'page' ? t('inline.onFormerFile', { n: note.anchor.page }) : null}
              toPlace={null}
            />
          ))}
        </NoteGroup>
      )}
    </>
  );
}

interface CardProps extends Pick<NotedWorkProps, 'edit'> {
  readonly note: PlacedNote;
  readonly where: string | null;
  readonly toPlace: (() => void) | null;
}

function Card({ note, edit, where, toPlace }: CardProps) {
  const label = useNoteLabel()(note);
  return (
    <NoteCard id={noteId(note.key)} note={note} label={label} where={where} toPlace={toPlace}>
      {edit && ((jump) => edit(note, jump))}
    </NoteCard>
  );
}

interface NotedTextProps extends NotedWorkProps {
  readonly passages: readonly Passage[];
  readonly placed: PlacedNotes;
}

function NotedText({ text, passages, placed, edit, aboveText, overText, textRef }: NotedTextProps) {
  const labelOf = useNoteLabel();
  function besideBlock(top: number): ReactNode {
    const here = placed.inText.filter(({ place }) => passages[place.block]?.top === top);
    if (here.length === 0) return null;
    return here.map((note) => (
      <Card key={note.key} note={note} edit={edit} where={null} toPlace={() => focusOn(placeId(note.key))} />
    ));
  }
  return (
    <>
      {aboveText}
      <div className={cx(layout['card'])}>
        <AnnotatedText
          document={text}
          passages={passages}
          annotations={placed.inText.map((note) => ({
            key: note.key,
            place: note.place,
            number: note.number,
            label: labelOf(note),
            buttonId: placeId(note.key),
          }))}
          notesOf={besideBlock}
          onGoTo={(key) => focusOn(noteId(key))}
          {...(textRef && { ref: textRef })}
        >
          {overText}
        </AnnotatedText>
      </div>
    </>
  );
}

interface NotedFilesProps extends Pick<NotedWorkProps, 'files' | 'edit' | 'pageTools' | 'overPage'> {
  readonly placed: PlacedNotes;
}

function NotedFiles({ files, placed: { onPages }, edit, pageTools, overPage }: NotedFilesProps) {
  const { t } = useTranslation();
  const labelOf = useNoteLabel();
  const [wanted, setWanted] = useState<PageNotes['wanted']>(null);
  const names = new Map(
    files.map((file, index) => [file.id, 'name' in file ? file.name : t('inline.file', { n: index + 1 })]),
  );
  function over(fileId: string, page: number): ReactNode {
    const here = onPages.filter(({ anchor }) => anchor.fileId === fileId && anchor.page === page);
    return (
      <>
        <PageMarks notes={here} labelOf={labelOf} onGoTo={(key) => focusOn(noteId(key))} />
        {overPage?.(fileId, page)}
      </>
    );
  }
  return (
    <>
      <PageNotesContext value={{ wanted, over, tools: pageTools ?? (() => null) }}>
        <FileList files={files} />
      </PageNotesContext>
      {onPages.length > 0 && (
        <NoteGroup title={t('inline.onFiles')}>
          {onPages.map((note) => {
            const { fileId, page, area } = note.anchor;
            const name = names.get(fileId) ?? '';
            return (
              <Card
                key={note.key}
                note={note}
                edit={edit}
                where={t(area === null ? 'inline.onPage' : 'inline.atPage', { n: page, name })}
                toPlace={() => setWanted({ fileId, page })}
              />
            );
          })}
        </NoteGroup>
      )}
    </>
  );
}

interface NoteGroupProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function NoteGroup({ title, hint, children }: NoteGroupProps) {
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-label={title}>
      <h3>{title}</h3>
      {hint !== undefined && <p className={cx(layout['muted'], layout['small'])}>{hint}</p>}
      {children}
    </section>
  );
}

function useNoteLabel() {
  const { t } = useTranslation();
  return ({ number, by }: PlacedNote): string =>
    by === null ? t('inline.comment', { n: number }) : t('inline.commentBy', { n: number, name: by });
}

/** Goes to the note that the address names, once there are notes. */
function useFocusOnHash(areThere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (areThere && hash.startsWith('#note-')) focusOn(hash.slice(1));
  }, [areThere, hash]);
}
