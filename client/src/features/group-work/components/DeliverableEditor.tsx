import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SUBMISSION_TEXT_MAX, WORK_FILES_MAX } from '../../../../../server/src/contracts/limits.ts';
import { isBlank, plainTextOf, type RichText } from '../../../../../server/src/contracts/plain-text.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import type { AttachedFileView } from '../../../ui/files/api.ts';
import { FilesField } from '../../../ui/files/FilesField.tsx';
import { useImageUpload } from '../../../ui/files/use-image-upload.ts';
import { useUploader } from '../../../ui/files/use-uploader.ts';
import layout from '../../../ui/layout.module.css';
import { type SaveNow, SectionEditors } from './SectionEditors.tsx';
import { sectionName } from './section-name.ts';
import { GroupFilesChoice } from '../../group-files/components/GroupFilesChoice.tsx';
import { PagesChoice } from './PagesChoice.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import { AutosaveStatus, StalePanel } from '../../peer-review/components/AutosaveStatus.tsx';
import {
  type Deliverable,
  deliverableItem,
  getDeliverable,
  type Place,
  saveDraft,
  useHandIn,
} from '../api.ts';

type Draft = NonNullable<Deliverable['draft']>;

export interface DeliverableEditorProps {
  readonly place: Place;
  readonly deliverable: Deliverable;
  readonly draft: Draft;
}

interface Content {
  readonly text: RichText;
  readonly files: readonly AttachedFileView[];
}

const stored = ({ text, files, revision, savedAt }: Draft) => ({ value: { text, files }, revision, savedAt });

/** What the group writes together: saved while one types, and never over what another member has saved. */
export default function DeliverableEditor({ place, deliverable, draft }: DeliverableEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi();
  const item = deliverableItem(place);
  const { autosave, state } = useAutosave<Content>(`deliverable:${item.id}`, {
    stored: stored(draft),
    save: ({ text, files }, revision) =>
      saveDraft(api, place, { text, fileIds: files.map(({ id }) => id) }, revision),
  });
  const uploadImage = useImageUpload(item);
  const { isSending } = useUploader(item);
  const handIn = useHandIn(place);
  const [wasTried, setWasTried] = useState(false);
  // Once chosen, a page is handed in again with the next copy.
  const [pageIds, setPageIds] = useState(() => deliverable.handedIn?.pages.map(({ pageId }) => pageId) ?? []);
  const { text, files } = state.value;
  const sections = useRef(new Map<string, SaveNow>());
  const register = useCallback((id: string, saveNow: SaveNow | null) => {
    if (saveNow === null) sections.current.delete(id);
    else sections.current.set(id, saveNow);
  }, []);
  // What one writes here, and else what others have written.
  const [blanks, setBlanks] = useState<Readonly<Record<string, boolean>>>({});
  const missing = draft.sections.filter((section) => blanks[section.id] ?? isBlank(section.text));
  const isEmpty =
    isBlank(text) && files.length === 0 && pageIds.length === 0 && missing.length === draft.sections.length;
  const isTooLong = plainTextOf(text).length > SUBMISSION_TEXT_MAX;
  // Somebody else has saved, and nothing here is lost by showing it.
  const isBehind = draft.revision > autosave.revision() && state.status === 'saved';
  const savedBy = draft.savedBy?.isOwn === false ? (draft.savedBy.name ?? t('groupWork.somebody')) : null;

  function errorText(): string | undefined {
    if (isTooLong) return t('groupWork.setUp.invalid.brief', { max: format.number(SUBMISSION_TEXT_MAX) });
    if (wasTried && isSending) return t('groupWork.write.uploading');
    return wasTried && isEmpty ? t('groupWork.write.empty') : undefined;
  }

  // Uploads end when they end: what was changed meanwhile stays.
  const change = (part: (before: Content) => Partial<Content>) => {
    const before = autosave.getState().value;
    autosave.change({ ...before, ...part(before) });
  };
  const reload = async () => {
    const latest = (await getDeliverable(api, place)).draft;
    if (latest) autosave.reset(stored(latest));
  };

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isEmpty || isTooLong || isSending) return announce(t('common.formErrors', { count: 1 }));
    const all = [autosave.saveNow, ...sections.current.values()];
    const saved = await Promise.all(all.map((saveNow) => saveNow()));
    if (saved.includes(false)) return;
    const body = { pageIds, expectedRevision: autosave.revision() };
    handIn.mutate(body, {
      onSuccess: ({ state: now }) =>
        announce(t(now === 'toConfirm' ? 'groupWork.write.doneToConfirm' : 'groupWork.write.done')),
    });
  }

  return (
    <section aria-labelledby="write" className={cx(layout['stack'], layout['measure'])}>
      <h2 id="write">{t('groupWork.write.title')}</h2>
      {deliverable.handedIn !== null && <p>{t('groupWork.write.afterHandIn')}</p>}
      {isBehind && savedBy !== null && (
        <div className={cx(layout['row'])} role="status">
          <span>{t('groupWork.write.behind', { name: savedBy })}</span>
          <Button onPress={() => void reload()}>{t('groupWork.write.load')}</Button>
        </div>
      )}
      <RichTextEditor
        label={t('groupWork.write.text')}
        hint={t('groupWork.write.hint')}
        rows={12}
        max={SUBMISSION_TEXT_MAX}
        uploadImage={uploadImage}
        value={text}
        error={errorText()}
        isReadOnly={handIn.isPending}
        onChange={(changed) => change(() => ({ text: changed }))}
      />
      {deliverable.milestone.snapshot && <p>{t('groupWork.write.snapshot')}</p>}
      <SectionEditors
        place={place}
        sections={draft.sections}
        isReadOnly={handIn.isPending}
        register={register}
        onChange={(id, written) => setBlanks((before) => ({ ...before, [id]: isBlank(written) }))}
      />
      <FilesField
        label={t('groupWork.write.files')}
        item={item}
        files={files}
        max={WORK_FILES_MAX}
        isAnonymous={false}
        isReadOnly={handIn.isPending}
        onAdd={({ id, name, size, type }) =>
          change((before) => ({ files: [...before.files, { id, name, size, type: type ?? '' }] }))
        }
        onRemove={(id) => change((before) => ({ files: before.files.filter((file) => file.id !== id) }))}
      />
      <GroupFilesChoice
        place={place}
        chosen={files.map(({ id }) => id)}
        isReadOnly={handIn.isPending || files.length >= WORK_FILES_MAX}
        onChoose={(file) => change((before) => ({ files: [...before.files, file] }))}
      />
      <PagesChoice place={place} value={pageIds} isReadOnly={handIn.isPending} onChange={setPageIds} />
      {state.status === 'stale' && (
        <StalePanel
          texts={{
            title: t('groupWork.write.stale.title', { name: savedBy ?? t('groupWork.somebody') }),
            text: t('groupWork.write.stale.text'),
          }}
          onLoad={reload}
          onKeep={async () => autosave.keepMine((await getDeliverable(api, place)).draft?.revision ?? 0)}
        />
      )}
      {missing.length > 0 && (
        <Banner tone="info" title={t('groupWork.sections.missing', { count: missing.length })}>
          <p>{format.list(missing.map((section) => sectionName(t, section)))}</p>
          <p>{t('groupWork.sections.mayHandIn')}</p>
        </Banner>
      )}
      {handIn.error !== null && <Problem error={handIn.error} />}
      <div className={cx(layout['row'])}>
        <Button variant="primary" isPending={handIn.isPending} onPress={() => void submit()}>
          {t(deliverable.handedIn === null ? 'groupWork.write.handIn' : 'groupWork.write.handInAgain')}
        </Button>
        <AutosaveStatus state={state} />
      </div>
    </section>
  );
}
