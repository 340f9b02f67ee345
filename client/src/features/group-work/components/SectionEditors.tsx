import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { plainTextOf, type RichText } from '../../../../../server/src/contracts/plain-text.ts';
import { SECTION_TEXT_MAX } from '../../../../../server/src/contracts/team-limits.ts';
import type { Autosave } from '../../../app/autosave.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import { AutosaveStatus, StalePanel } from '../../peer-review/components/AutosaveStatus.tsx';
import { type Deliverable, getDeliverable, type Place, saveSection } from '../api.ts';
import { sectionName } from './section-name.ts';

type DraftSection = NonNullable<Deliverable['draft']>['sections'][number];

/** Saves what is not saved yet. @returns whether all is saved */
export type SaveNow = Autosave<RichText>['saveNow'];

interface SectionEditorsProps {
  readonly place: Place;
  readonly sections: readonly DraftSection[];
  readonly isReadOnly: boolean;
  /** Hears of each section while it is shown; null: no more. */
  readonly register: (id: string, saveNow: SaveNow | null) => void;
  readonly onChange: (id: string, text: RichText) => void;
}

/** One text for each part: saved by itself, so that members write different ones at once. */
export function SectionEditors({ sections, ...props }: SectionEditorsProps) {
  return sections.map((section) => <SectionEditor key={section.id} section={section} {...props} />);
}

const stored = ({ text, revision, savedAt }: DraftSection) => ({ value: text, revision, savedAt });

function SectionEditor({
  place,
  section,
  isReadOnly,
  register,
  onChange,
}: Omit<SectionEditorsProps, 'sections'> & { readonly section: DraftSection }) {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi();
  const { id } = section;
  const { autosave, state } = useAutosave<RichText>(
    `section:${place.activityId}/${place.groupId}/${place.n}/${id}`,
    {
      stored: stored(section),
      save: (text, revision) => saveSection(api, place, id, text, revision),
    },
  );
  useEffect(() => {
    register(id, autosave.saveNow);
    return () => register(id, null);
  }, [autosave, id, register]);
  const latest = async () => (await getDeliverable(api, place)).draft?.sections.find((one) => one.id === id);
  const reload = async () => {
    const found = await latest();
    if (found) autosave.reset(stored(found));
  };
  const name = section.savedBy?.name ?? t('groupWork.somebody');
  const isBehind =
    section.revision > autosave.revision() && state.status === 'saved' && section.savedBy?.isOwn === false;
  const isTooLong = plainTextOf(state.value).length > SECTION_TEXT_MAX;
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      {isBehind && (
        <div className={cx(layout['row'])} role="status">
          <span>{t('groupWork.write.behind', { name })}</span>
          <Button onPress={() => void reload()}>{t('groupWork.write.load')}</Button>
        </div>
      )}
      <RichTextEditor
        label={sectionName(t, section)}
        rows={6}
        max={SECTION_TEXT_MAX}
        value={state.value}
        error={
          isTooLong ? t('groupWork.setUp.invalid.brief', { max: format.number(SECTION_TEXT_MAX) }) : undefined
        }
        isReadOnly={isReadOnly}
        onChange={(text) => {
          autosave.change(text);
          onChange(id, text);
        }}
      />
      {state.status === 'stale' && (
        <StalePanel
          texts={{ title: t('groupWork.write.stale.title', { name }), text: t('groupWork.write.stale.text') }}
          onLoad={reload}
          onKeep={async () => autosave.keepMine((await latest())?.revision ?? 0)}
        />
      )}
      <AutosaveStatus state={state} />
    </div>
  );
}
