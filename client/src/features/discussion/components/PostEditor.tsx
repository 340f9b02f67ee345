import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { POST_TEXT_MAX, TITLE_MAX } from '../../../../../server/src/contracts/limits.ts';
import {
  emptyRichText,
  isBlank,
  plainTextOf,
  type RichText,
} from '../../../../../server/src/contracts/plain-text.ts';
import { ApiError } from '../../../app/api-client.ts';
import { isStaff, useApi, useFormat, useSession } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { loadWritingTexts, withTexts } from '../../../i18n/index.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useImageUpload } from '../../../ui/files/use-image-upload.ts';
import { useUploader } from '../../../ui/files/use-uploader.ts';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import { makePart, Nothing } from '../../../ui/part.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { AutosaveStatus, StalePanel } from '../../peer-review/components/AutosaveStatus.tsx';
import { type Discussion, type Post, useDiscussion } from '../api.ts';
import { useMentions } from '../mentions.ts';
import { hasTooManyTags, TagChoice } from './ThreadTags.tsx';
import { SideChoice } from './SideChoice.tsx';
import { holds, withQuote } from '../quote.ts';
import {
  draftNameOf,
  getDraft,
  type PostContent,
  type PostDraft,
  saveDraft,
  type Target,
  usePostDraft,
  useSendPost,
} from '../writing-api.ts';
import { PostPromise } from './PostPromise.tsx';
import { SlowMode } from './SlowMode.tsx';

const PromptStarters = makePart(() => import('./PromptStarters.tsx'), Nothing);
const PostFilesField = makePart(
  withTexts(() => import('./PostFilesField.tsx'), loadWritingTexts),
  Nothing,
);
const WordCount = makePart(() => import('./WordCount.tsx'), Nothing);

/** What a thread is called. */
export interface Called {
  readonly title: string;
  readonly tags: readonly string[];
}

type Begun = Pick<PostContent, 'text' | 'files'>;

interface PostEditorProps {
  readonly activityId: string;
  readonly target: Target;
  /** How people discuss here; undefined until that is known. */
  readonly mode: Discussion['mode'] | undefined;
  /** What the text is called. */
  readonly label: string;
  /** Stands there while nothing else was typed: the post that is changed. */
  readonly begin?: Begun | undefined;
  /** Who is mentioned in that. */
  readonly mentioned?: Post['mentions'];
  /** Of a first post that is changed: what its thread is called. */
  readonly called?: Called | undefined;
  /** Goes below what is there. */
  readonly quoted?: RichText | undefined;
  readonly onDone: (threadId: string, n: number) => void;
  readonly onCancel: () => void;
}

/** Writes a post: kept on the server while one types, posted when one says so. */
export function PostEditor(props: PostEditorProps) {
  const discussion = useDiscussion(props.activityId);
  const draft = usePostDraft(props.activityId, draftNameOf(props.target));
  if (draft.isPending) return <Skeleton />;
  if (draft.isError) return <Problem error={draft.error} retry={() => void draft.refetch()} />;
  // Whether people can be mentioned belongs to the editor from its beginning.
  if (discussion.isPending) return <Skeleton />;
  return <Writer {...props} draft={draft.data} />;
}

/** What the editor shows of a draft: one that says nothing is none. */
const storedIn = (
  { title, text, files, side, tags, revision, savedAt }: PostDraft,
  begin: Begun | undefined,
  called: Called | undefined,
) => {
  const isEmpty = title === '' && isBlank(text) && tags.length === 0 && files.length === 0;
  return {
    value: {
      title: title === '' ? (called?.title ?? '') : title,
      side,
      // Of a thread that is there they are what it is called by, until they are changed.
      tags: isEmpty || (called !== undefined && tags.length === 0) ? [...(called?.tags ?? [])] : tags,
      text: isEmpty ? (begin?.text ?? emptyRichText()) : text,
      files: isEmpty ? (begin?.files ?? []) : files,
    },
    revision,
    savedAt: isEmpty ? null : savedAt,
  };
};

interface WriterProps extends PostEditorProps {
  readonly draft: PostDraft;
}

function Writer(props: WriterProps) {
  const { activityId, target, mode, label, begin, mentioned, called, quoted, draft, onDone, onCancel } =
    props;
  const session = useSession();
  const { t } = useTranslation();
  const api = useApi();
  const format = useFormat();
  const name = draftNameOf(target);
  const element = useRef<HTMLDivElement>(null);
  const [wasTried, setWasTried] = useState(false);
  const { autosave, state } = useAutosave<PostContent>(`post:${activityId}:${name}`, {
    stored: storedIn(draft, begin, called),
    save: (content, revision) => saveDraft(api, activityId, name, content, revision),
  });
  const send = useSendPost(activityId);
  const discussion = useDiscussion(activityId).data;
  const promise = discussion?.promise;
  const known = mentioned ? [...draft.mentions, ...mentioned] : draft.mentions;
  const mentions = useMentions(activityId, target, discussion, known);
  const { title, text, files, side, tags } = state.value;
  const item = { kind: 'discussion-post', id: activityId };
  const uploadImage = useImageUpload(item);
  const { isSending } = useUploader(item);
  const change = (part: Partial<PostContent>) => autosave.change({ ...autosave.getState().value, ...part });

  const { kind } = target;
  // Once for each press of “Quote”.
  useEffect(() => {
    if (quoted === undefined) return;
    const { value } = autosave.getState();
    // In a new thread it stands there already when the page is opened again.
    if (kind === 'thread' && holds(value.text, quoted)) return;
    autosave.change({ ...value, text: withQuote(value.text, quoted) });
  }, [autosave, quoted, kind]);

  const saysNothing = isBlank(text) && files.length === 0;
  const isTooLong = plainTextOf(text).length > POST_TEXT_MAX;
  const hasTitle = target.kind === 'thread' || called !== undefined;
  const lacksTitle = hasTitle && (title.trim() === '' || title.length > TITLE_MAX);

  const takesSide = mode === 'debate' && target.kind !== 'edit';
  const lacksSide = takesSide && side === null && !isStaff(session);

  function textError(): string | undefined {
    if (isTooLong)
      return t('richText.tooLong', {
        max: format.number(POST_TEXT_MAX),
        length: format.number(plainTextOf(text).length),
      });
    if (wasTried && isSending) return t('discussion.write.uploading');
    return wasTried && saysNothing ? t('errors.POST_EMPTY') : undefined;
  }

  async function post(): Promise<void> {
    setWasTried(true);
    const faults = [
      lacksTitle,
      lacksSide,
      hasTooManyTags(tags),
      isTooLong || saysNothing || isSending,
    ].filter(Boolean).length;
    if (faults > 0) {
      announce(t('common.formErrors', { count: faults }));
      return focusFirstInvalid(element);
    }
    await autosave.settle();
    const draftRevision = autosave.revision();
    const sent = {
      target,
      title: title.trim(),
      text,
      files,
      side,
      draftRevision,
      promise,
      tags: hasTitle ? tags : undefined,
    };
    try {
      const { threadId, n } = await send.mutateAsync(sent);
      const revision = draftRevision === 0 ? 0 : draftRevision + 1;
      autosave.reset({
        value: { title: '', text: emptyRichText(), files: [], side: null, tags: [] },
        revision,
        savedAt: null,
      });
      announce(t(`discussion.write.done.${target.kind}`));
      onDone(threadId, n);
    } catch (error) {
      keep(error);
    }
  }

  /** What was refused is the draft by now, under the revision that the refusal says. */
  function keep(error: unknown): void {
    const kept = error instanceof ApiError ? error.details['draftRevision'] : undefined;
    if (typeof kept === 'number' && error instanceof ApiError && error.code !== 'STALE_REVISION')
      autosave.reset({
        value: { title, text, files, side, tags },
        revision: kept,
        savedAt: new Date().toISOString(),
      });
    else autosave.change({ title, text, files, side, tags });
  }

  return (
    <div ref={element} className={cx(layout['stack'])}>
      {hasTitle && (
        <TextField
          label={t('discussion.write.title')}
          value={title}
          isReadOnly={send.isPending}
          error={wasTried && lacksTitle ? t('discussion.write.needsTitle', { max: TITLE_MAX }) : undefined}
          onChange={(typed) => change({ title: typed })}
        />
      )}
      {kind === 'thread' && isStaff(session) && (
        <PromptStarters
          text={text}
          onChange={(filled, called) => change({ text: filled, title: title === '' ? called : title })}
        />
      )}
      {takesSide && (
        <SideChoice
          side={side}
          isStaff={isStaff(session)}
          error={wasTried && lacksSide ? t('discussion.debate.sideMissing') : undefined}
          onChange={(chosen) => change({ side: chosen })}
        />
      )}
      <RichTextEditor
        label={label}
        rows={target.kind === 'thread' ? 8 : 4}
        max={POST_TEXT_MAX}
        takesFocus={target.kind !== 'thread'}
        value={text}
        mentions={mentions}
        uploadImage={uploadImage}
        error={textError()}
        isReadOnly={send.isPending}
        onChange={(typed) => change({ text: typed })}
      />
      <PostFilesField
        activityId={activityId}
        files={files}
        isAnonymous={promise !== 'none' && !isStaff(session)}
        isReadOnly={send.isPending}
        onChange={(changed) => change({ files: changed(autosave.getState().value.files) })}
      />
      {hasTitle && discussion && (
        <TagChoice
          chosen={tags}
          tags={discussion.tags}
          onChange={(chosen) => change({ tags: [...chosen] })}
        />
      )}
      <WordCount activityId={activityId} kind={target.kind} text={text} />
      {target.kind !== 'edit' && promise !== undefined && <PostPromise promise={promise} />}
      {discussion?.waitsForApproval === true && (
        <p className={cx(layout['muted'], layout['small'])}>{t('discussionModeration.approval.writing')}</p>
      )}
      {kind === 'reply' && discussion !== undefined && discussion.slowMinutes > 0 && (
        <SlowMode minutes={discussion.slowMinutes} error={send.error} />
      )}
      {state.status === 'stale' && (
        <StalePanel
          onLoad={async () => autosave.reset(storedIn(await getDraft(api, activityId, name), begin, called))}
          onKeep={async () => autosave.keepMine((await getDraft(api, activityId, name)).revision)}
        />
      )}
      {send.error !== null && <Problem error={send.error} />}
      <div className={cx(layout['row'])}>
        <Button variant="primary" isPending={send.isPending} onPress={() => void post()}>
          {t(send.isPending ? 'discussion.write.posting' : `discussion.write.post.${target.kind}`)}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
        <AutosaveStatus state={state} />
      </div>
    </div>
  );
}
