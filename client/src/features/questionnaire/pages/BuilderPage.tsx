import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import {
  type Answers,
  isAboutGroup,
  DEFAULT_CHECK,
  findItemFaults,
  isKeyed,
  type Item,
} from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { findTeamFault } from '../../../../../server/src/contracts/questionnaire-together.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { type Questionnaire, type Settings, useQuestionnaire, useSaveQuestionnaire } from '../api.ts';
import { emptySettings, mayBeGraded } from '../builder-form.ts';
import { CheckSettings } from '../components/CheckSettings.tsx';
import { DynamicsStarter } from '../components/DynamicsStarter.tsx';
import { DrawsEditor } from '../components/DrawsEditor.tsx';
import { GradeFields } from '../components/GradeFields.tsx';
import { ItemsEditor } from '../components/ItemsEditor.tsx';
import { TeamFields } from '../components/TeamFields.tsx';
import { RepeatFields } from '../components/RepeatFields.tsx';
import { Questions } from '../components/Questions.tsx';
import styles from '../components/Questionnaire.module.css';

/** Makes a questionnaire. */
export function NewQuestionnairePage() {
  const { t } = useTranslation();
  const [id] = useState(newId);
  return <Builder id={id} saved={null} title={t('questionnaire.build.new')} />;
}

/** Changes one. */
export function EditQuestionnairePage() {
  const { t } = useTranslation();
  const { questionnaireId = '' } = useParams();
  const query = useQuestionnaire(questionnaireId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  // A closed one stays as it was answered.
  if (!query.data.can.edit) return <Navigate to={`/questionnaires/${questionnaireId}`} replace />;
  return <Builder id={questionnaireId} saved={query.data} title={t('questionnaire.build.edit')} />;
}

interface BuilderProps {
  readonly id: string;
  /** Null for a new one. */
  readonly saved: Questionnaire | null;
  readonly title: string;
}

const isInOrder = ({ opensAt, closesAt }: Settings): boolean =>
  opensAt === null || closesAt === null || opensAt < closesAt;

/** Rounds are counted from the first one. */
const hasBeginning = ({ opensAt, repeat }: Settings): boolean => repeat === undefined || opensAt !== null;

/** Why answers could not be anonymous. */
const betrayal = ({
  visibility,
  items,
  draws = [],
}: Settings): 'CHECK_ANONYMOUS' | 'DRAW_ANONYMOUS' | 'GROUP_ANONYMOUS' | 'FILE_ANONYMOUS' | null => {
  if (visibility !== 'anonymous') return null;
  if (items.some(isAboutGroup)) return 'GROUP_ANONYMOUS';
  if (items.some(({ kind }) => kind === 'file')) return 'FILE_ANONYMOUS';
  return items.some(isKeyed) ? 'CHECK_ANONYMOUS' : draws.length > 0 ? 'DRAW_ANONYMOUS' : null;
};

function Builder({ id, saved, title }: BuilderProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [settings, setSettings] = useState<Settings>(() => saved?.settings ?? emptySettings());
  // What others save meanwhile is not written over: the revision is that of what stands in the form.
  const [revision] = useState(saved?.revision ?? 0);
  const [showsFaults, setShowsFaults] = useState(false);
  const [isPreview, setIsPreview] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useSaveQuestionnaire(id);
  const change = (part: Partial<Settings>) => setSettings((before) => ({ ...before, ...part }));
  const faults = findItemFaults(settings.items);
  const count =
    faults.size +
    [
      settings.title.trim() === '',
      !isInOrder(settings),
      !hasBeginning(settings),
      betrayal(settings) !== null,
      findTeamFault(settings) !== null,
    ].filter(Boolean).length;

  const { draws = [] } = settings;

  function showFaults(): void {
    setShowsFaults(true);
    setIsPreview(false);
    announce(t('common.formErrors', { count }));
    focusFirstInvalid(form);
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (count > 0) {
      showFaults();
      return;
    }
    save.mutate(
      {
        settings: { ...settings, grade: mayBeGraded(settings) ? settings.grade : undefined },
        expectedRevision: revision,
      },
      {
        onSuccess: () => {
          showToast({ text: t('questionnaire.build.saved') });
          void navigate(`/questionnaires/${id}`);
        },
      },
    );
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      className={cx(layout['stack'], layout['page'], styles['narrow'])}
    >
      <PageHeading title={title} trail={[{ title: t('questionnaire.title'), to: '/questionnaires' }]} />
      {saved?.state === 'open' && <Banner tone="info">{t('questionnaire.build.published')}</Banner>}
      <div>
        <Button onPress={() => setIsPreview(!isPreview)}>
          {t(isPreview ? 'questionnaire.build.previewEnd' : 'questionnaire.build.preview')}
        </Button>
      </div>
      {isPreview ? (
        <Preview settings={settings} />
      ) : (
        <>
          {saved === null && settings.title === '' && settings.items.length === 0 && (
            <DynamicsStarter onStart={change} />
          )}
          <Basics
            settings={settings}
            showsFaults={showsFaults}
            mayChoose={saved?.can.changeVisibility ?? true}
            isRhythmFixed={saved?.state === 'open' && saved.settings.repeat !== undefined}
            onChange={change}
          />
          <ItemsEditor
            items={settings.items}
            faults={showsFaults ? faults : new Map()}
            onChange={(edit: (items: Item[]) => Item[]) =>
              setSettings((before) => ({ ...before, items: edit(before.items) }))
            }
            onFaulty={showFaults}
          />
          <DrawsEditor draws={draws} onChange={(changed) => change({ draws: changed })} />
          <TeamFields
            settings={settings}
            isFixed={saved?.state === 'open'}
            onChange={(team) => change({ team })}
          />
          {(settings.items.some(isKeyed) || draws.length > 0) && (
            <>
              <CheckSettings
                check={settings.check ?? DEFAULT_CHECK}
                onChange={(check) => change({ check })}
              />
              <GradeFields settings={settings} onChange={(grade) => change({ grade })} />
            </>
          )}
        </>
      )}
      {save.error !== null && <Problem error={save.error} />}
      <div className={cx(layout['row'])}>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('questionnaire.build.save')}
        </Button>
        <ButtonLink to={saved === null ? '/questionnaires' : `/questionnaires/${id}`}>
          {t('common.cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}

interface BasicsProps {
  readonly settings: Settings;
  readonly showsFaults: boolean;
  readonly mayChoose: boolean;
  readonly isRhythmFixed: boolean;
  readonly onChange: (part: Partial<Settings>) => void;
}

const VISIBILITIES = ['confidential', 'identified', 'anonymous'] as const;

function Basics({ settings, showsFaults, mayChoose, isRhythmFixed, onChange }: BasicsProps) {
  const { t } = useTranslation();
  const lacksTitle = showsFaults && settings.title.trim() === '';
  const betrayed = betrayal(settings);
  const isTurned = showsFaults && !isInOrder(settings);
  return (
    <section className={cx(layout['stack'])} aria-labelledby="basics">
      <h2 id="basics">{t('questionnaire.build.basics')}</h2>
      <TextField
        label={t('questionnaire.build.title')}
        value={settings.title}
        error={lacksTitle ? t('questionnaire.fault.TITLE_MISSING') : undefined}
        onChange={(title) => onChange({ title })}
      />
      <TextArea
        label={t('questionnaire.build.intro')}
        isOptional
        rows={2}
        value={settings.intro}
        onChange={(intro) => onChange({ intro })}
      />
      <RadioGroup
        label={t('questionnaire.build.visibility')}
        look="cards"
        isDisabled={!mayChoose}
        error={betrayed === null || !showsFaults ? undefined : t(`questionnaire.fault.${betrayed}`)}
        choices={VISIBILITIES.map((id) => ({
          id,
          text: t(`questionnaire.visibility.${id}.name`),
          hint: t(`questionnaire.visibility.${id}.hint`),
        }))}
        value={settings.visibility}
        onChange={(visibility) => onChange({ visibility })}
      />
      <div className={cx(styles['pair'])}>
        <DateTimeField
          label={t('questionnaire.build.opensAt')}
          isOptional={settings.repeat === undefined}
          isReadOnly={isRhythmFixed}
          error={showsFaults && !hasBeginning(settings) ? t('rounds.beginning') : undefined}
          value={settings.opensAt === null ? '' : toLocalField(settings.opensAt)}
          onChange={(local) => onChange({ opensAt: toIso(local) })}
        />
        <DateTimeField
          label={t('questionnaire.build.closesAt')}
          isOptional
          value={settings.closesAt === null ? '' : toLocalField(settings.closesAt)}
          error={isTurned ? t('questionnaire.fault.DATES_TURNED') : undefined}
          onChange={(local) => onChange({ closesAt: toIso(local) })}
        />
      </div>
      <RepeatFields
        repeat={settings.repeat}
        isFixed={isRhythmFixed}
        onChange={(repeat) => onChange({ repeat })}
      />
    </section>
  );
}

/** As those see it who answer; what one tries out is kept nowhere. */
function Preview({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [answers, setAnswers] = useState<Answers>({});
  const draws = (settings.draws ?? []).map(({ count, tag }) =>
    t('questionBank.draws.one', { n: count, tag }),
  );
  return (
    <section className={cx(styles['preview'], layout['stack'])} aria-labelledby="preview">
      <h2 id="preview">{settings.title === '' ? t('questionnaire.build.preview') : settings.title}</h2>
      {settings.intro !== '' && <p className={cx(layout['prose'])}>{settings.intro}</p>}
      <p className={cx(layout['muted'])}>{t(`questionnaire.visibility.${settings.visibility}.promise`)}</p>
      <Questions items={settings.items} answers={answers} faults={new Map()} onChange={setAnswers} />
      {draws.length > 0 && <p>{t('questionBank.draws.preview', { draws: format.list(draws) })}</p>}
    </section>
  );
}
