import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHARTER_SECTIONS, CHARTER_TEXT_MAX } from '../../../../../server/src/contracts/team-limits.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { AutosaveStatus, StalePanel } from '../../peer-review/components/AutosaveStatus.tsx';
import { type Charter, type CharterTexts, getCharter, type Place, saveCharter, usePropose } from '../api.ts';

type Draft = NonNullable<Charter['draft']>;

interface CharterEditorProps {
  readonly place: Place;
  readonly charter: Charter;
  readonly draft: Draft;
}

const stored = ({ texts, revision, savedAt }: Draft) => ({ value: texts, revision, savedAt });

/** What the group writes together: saved while one types, and never over what another member has saved. */
export function CharterEditor({ place, charter, draft }: CharterEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi();
  const { autosave, state } = useAutosave<CharterTexts>(`charter:${place.activityId}:${place.groupId}`, {
    stored: stored(draft),
    save: (texts, revision) => saveCharter(api, place, texts, revision),
  });
  const propose = usePropose(place);
  const [wasTried, setWasTried] = useState(false);
  const texts = state.value;
  // Somebody else has saved, and nothing here is lost by showing it.
  const isBehind = draft.revision > autosave.revision() && state.status === 'saved';
  const savedBy = draft.savedBy?.isOwn === false ? (draft.savedBy.name ?? t('groupWork.somebody')) : null;
  const isEmpty = CHARTER_SECTIONS.every((section) => texts[section].trim() === '');
  const isTooLong = CHARTER_SECTIONS.some((section) => texts[section].length > CHARTER_TEXT_MAX);

  const reload = async () => {
    const latest = (await getCharter(api, place)).draft;
    if (latest) autosave.reset(stored(latest));
  };

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isEmpty || isTooLong) return announce(t('common.formErrors', { count: 1 }));
    if (!(await autosave.saveNow())) return;
    propose.mutate(autosave.revision(), { onSuccess: () => announce(t('teamCharter.write.proposed')) });
  }

  return (
    <section aria-labelledby="write" className={cx(layout['stack'], layout['measure'])}>
      <h2 id="write">
        {t(charter.current === null ? 'teamCharter.write.title' : 'teamCharter.write.again')}
      </h2>
      {charter.current !== null && <p>{t('teamCharter.write.changes')}</p>}
      {isBehind && savedBy !== null && (
        <div className={cx(layout['row'])} role="status">
          <span>{t('groupWork.write.behind', { name: savedBy })}</span>
          <Button onPress={() => void reload()}>{t('groupWork.write.load')}</Button>
        </div>
      )}
      {CHARTER_SECTIONS.map((section) => (
        <TextArea
          key={section}
          label={t(`teamCharter.sections.${section}`)}
          hint={charter.prompts[section] || t(`teamCharter.prompts.${section}`)}
          rows={3}
          value={texts[section]}
          error={
            texts[section].length > CHARTER_TEXT_MAX
              ? t('teamCharter.write.long', { max: format.number(CHARTER_TEXT_MAX) })
              : undefined
          }
          onChange={(text) => autosave.change({ ...autosave.getState().value, [section]: text })}
        />
      ))}
      {state.status === 'stale' && (
        <StalePanel
          texts={{
            title: t('groupWork.write.stale.title', { name: savedBy ?? t('groupWork.somebody') }),
            text: t('groupWork.write.stale.text'),
          }}
          onLoad={reload}
          onKeep={async () => autosave.keepMine((await getCharter(api, place)).draft?.revision ?? 0)}
        />
      )}
      {wasTried && isEmpty && <p role="alert">{t('errors.CHARTER_EMPTY')}</p>}
      {propose.error !== null && <Problem error={propose.error} />}
      <div className={cx(layout['row'])}>
        <Button variant="primary" isPending={propose.isPending} onPress={() => void submit()}>
          {t('teamCharter.write.propose')}
        </Button>
        <AutosaveStatus state={state} />
      </div>
    </section>
  );
}
