import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { emptyRichText } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { useLive } from '../../../app/live/use-live.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import {
  type Synthesis,
  type SynthesisContent,
  useSaveSynthesis,
  useSynthesis,
  useSynthesisHistory,
} from '../synthesis-api.ts';
import styles from './Discussion.module.css';
import { SynthesisForm } from './SynthesisForm.tsx';

interface PlaceProps {
  readonly activityId: string;
  readonly threadId: string;
}

const NOTHING: SynthesisContent = { text: null, divergent: null };

/** What staff make of a thread, at its head for all who read it; for staff also to write, change and take away. */
export default function ThreadSynthesis({ activityId, threadId }: PlaceProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useSynthesis(activityId, threadId);
  const save = useSaveSynthesis(activityId, threadId);
  const [open, setOpen] = useState<'form' | 'history' | null>(null);
  useLive(`thread/${activityId}/${threadId}`, () => {
    void queries.invalidateQueries({ queryKey: ['synthesis', activityId, threadId] });
  });
  // Who cannot write one misses nothing that was not there.
  if (query.data === undefined) return null;
  const { synthesis, can } = query.data;
  if (!can.write && synthesis === null) return null;

  /** Puts something in the place of what is there, and offers to put that back. */
  function put(content: SynthesisContent, revision: number, before: SynthesisContent): void {
    save.mutate(
      { ...content, expectedRevision: revision },
      {
        onSuccess: (saved) => {
          setOpen(null);
          const now = saved.synthesis?.revision ?? revision;
          showToast({
            text: t(content.text === null ? 'facilitation.synthesis.gone' : 'facilitation.synthesis.saved'),
            ...(now !== revision && { undo: () => put(before, now, content) }),
          });
        },
      },
    );
  }

  const { text = null, divergent = null, revision = 0 } = synthesis ?? {};
  const change = (content: SynthesisContent) => put(content, revision, { text, divergent });
  if (open === 'form')
    return (
      <SynthesisForm
        initial={{ text: text ?? emptyRichText(), divergent: divergent ?? emptyRichText() }}
        isPending={save.isPending}
        error={save.error}
        onSave={change}
        onCancel={() => setOpen(null)}
      />
    );
  return (
    <>
      {synthesis !== null && text !== null && <Shown synthesis={synthesis} />}
      {save.error !== null && <Problem error={save.error} />}
      {can.write && (
        <div className={cx(layout['row'], layout['snug'])}>
          <Button onPress={() => setOpen('form')}>
            {t(text === null ? 'facilitation.synthesis.write' : 'facilitation.synthesis.edit')}
          </Button>
          {text !== null && (
            <Button isPending={save.isPending} onPress={() => change(NOTHING)}>
              {t('facilitation.synthesis.remove')}
            </Button>
          )}
          {revision > 1 && (
            <Button variant="quiet" onPress={() => setOpen('history')}>
              {t('discussion.history.title')}
            </Button>
          )}
        </div>
      )}
      {open === 'history' && (
        <Earlier {...{ activityId, threadId }} onRestore={change} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Shown({ synthesis }: { readonly synthesis: Synthesis }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { text, divergent, byName, at } = synthesis;
  return (
    <section aria-labelledby="synthesis" className={cx(styles['synthesis'])}>
      <h2 id="synthesis">{t('facilitation.synthesis.title')}</h2>
      {text !== null && <RichTextView document={text} headingLevel={3} />}
      {divergent !== null && (
        <>
          <h3>{t('facilitation.synthesis.divergent')}</h3>
          <RichTextView document={divergent} headingLevel={4} />
        </>
      )}
      <p className={cx(layout['muted'], layout['small'])}>
        {t('facilitation.synthesis.by', {
          name: byName ?? t('discussion.staff'),
          when: format.shortMoment(at),
        })}
      </p>
    </section>
  );
}

interface EarlierProps extends PlaceProps {
  readonly onRestore: (content: SynthesisContent) => void;
  readonly onClose: () => void;
}

/** What it was before, each version to be put back. */
function Earlier({ activityId, threadId, onRestore, onClose }: EarlierProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useSynthesisHistory(activityId, threadId);
  return (
    <Dialog
      title={t('discussion.history.title')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('discussion.history.close')}</Button>}
    >
      {history.isPending && <Skeleton />}
      {history.isError && <Problem error={history.error} retry={() => void history.refetch()} />}
      <ol className={cx(layout['stack'], layout['plainList'])}>
        {history.data?.items.map(({ revision, text, divergent, at, byName }) => {
          const when = format.moment(at);
          return (
            <li key={revision} className={cx(layout['stack'], layout['tight'])}>
              <p className={cx(layout['muted'], layout['small'])}>
                {t('facilitation.synthesis.by', { name: byName ?? t('discussion.staff'), when })}
              </p>
              {text === null ? (
                <p>{t('facilitation.synthesis.none')}</p>
              ) : (
                <RichTextView document={text} headingLevel={4} />
              )}
              {divergent !== null && (
                <>
                  <h3>{t('facilitation.synthesis.divergent')}</h3>
                  <RichTextView document={divergent} headingLevel={4} />
                </>
              )}
              {text !== null && (
                <p>
                  <Button
                    aria-label={t('facilitation.synthesis.restoreOf', { when })}
                    onPress={() => {
                      onClose();
                      onRestore({ text, divergent });
                    }}
                  >
                    {t('facilitation.synthesis.restore')}
                  </Button>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
