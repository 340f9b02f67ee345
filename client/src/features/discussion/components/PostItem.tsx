import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import type { AttachedFileView } from '../../../ui/files/api.ts';
import { FileList } from '../../../ui/files/FileList.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import layout from '../../../ui/layout.module.css';
import { CommandMenu } from '../../../ui/Menu.tsx';
import { makePart, Nothing } from '../../../ui/part.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import type { AnswerAct } from '../answers-api.ts';
import type { Discussion, Post } from '../api.ts';
import { namesIn } from '../mentions.ts';
import { AuthorName, useAuthorName } from './AuthorName.tsx';
import styles from './Discussion.module.css';
import { type Called, PostEditor } from './PostEditor.tsx';
import { Reactions } from './Reactions.tsx';
import { PostMarks } from './PostMarks.tsx';
import type { Writing } from './use-writing.ts';

const WaitingNote = makePart(() => import('./WaitingNote.tsx'), Nothing);

export type PostCommand =
  | AnswerAct
  | 'ask'
  | 'move'
  | 'hide'
  | 'unhide'
  | 'report'
  | 'quote'
  | 'edit'
  | 'delete'
  | 'link'
  | 'history';

interface PostItemProps {
  readonly activityId: string;
  readonly threadId: string;
  readonly post: Post;
  readonly mode: Discussion['mode'] | undefined;
  readonly seesHistory: boolean;
  /** What the thread is called: with its first post one changes that, too. */
  readonly called: Called;
  /** Whether the reader may ask everybody about it. */
  readonly asksAll: boolean;
  /** What is being written here, if anything is. */
  readonly writing: Writing | null;
  readonly onReply: () => void;
  readonly onCommand: (command: PostCommand) => void;
  readonly onWritten: (threadId: string, n: number) => void;
  readonly onCancel: () => void;
}

/** What one post says, and what one can do with it. */
export function PostItem(props: PostItemProps) {
  const { t } = useTranslation();
  const { post, writing, activityId, threadId, mode, onWritten, onCancel } = props;
  const nameOf = useAuthorName();
  const isEditing = writing?.target.kind === 'edit';
  const shared = { activityId, mode, onDone: onWritten, onCancel };
  return (
    <>
      <PostHead post={post} />
      {post.text === null && (
        <p className={cx(layout['muted'])}>
          {t(post.hidden === null ? 'discussion.post.deleted' : 'discussionModeration.hidden')}
        </p>
      )}
      {typeof post.hidden?.reason === 'string' && (
        <HiddenNote reason={post.hidden.reason} isRefused={post.hidden.isRefused} />
      )}
      {post.isWaiting && <WaitingNote {...{ activityId, threadId, post }} title={props.called.title} />}
      {post.text !== null && !isBlank(post.text) && !isEditing && (
        <RichTextView document={post.text} headingLevel={3} nameOf={namesIn(post)} />
      )}
      {!isEditing && <FileList files={post.files} />}
      {isEditing && (
        <PostEditor
          {...shared}
          target={writing.target}
          label={t('discussion.write.editLabel')}
          begin={post.text === null ? undefined : { text: post.text, files: post.files.filter(isNamed) }}
          called={post.n === 1 ? props.called : undefined}
          mentioned={post.mentions}
        />
      )}
      {!isEditing && <PostTools {...props} />}
      {writing?.target.kind === 'reply' && (
        <PostEditor
          {...shared}
          target={writing.target}
          label={t('discussion.write.replyLabel', { name: nameOf(post.author) })}
          quoted={writing.quoted}
        />
      )}
    </>
  );
}

/** One's own files have their names. */
const isNamed = (file: Post['files'][number]): file is AttachedFileView => 'name' in file;

/** To its author and staff: that staff have hidden a post, or refused it, and why. */
function HiddenNote({ reason, isRefused }: { readonly reason: string; readonly isRefused: boolean }) {
  const { t } = useTranslation();
  const [because, seenBy] = isRefused
    ? (['discussionModeration.approval.refusedBecause', 'discussionModeration.approval.refusedFor'] as const)
    : (['discussionModeration.hiddenBecause', 'discussionModeration.hiddenFor'] as const);
  return (
    <Banner tone="info" title={t(because, { reason })}>
      {t(seenBy)}
    </Banner>
  );
}

function PostHead({ post }: { readonly post: Post }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { author, at, editedAt, isUnread, text } = post;
  return (
    <div className={cx(layout['row'], layout['snug'])}>
      {text !== null && (
        <h2 className={cx(layout['row'], layout['snug'], styles['author'])}>
          <AuthorName author={author} />
        </h2>
      )}
      <time dateTime={at} className={cx(layout['muted'], layout['small'])}>
        {t('moment.withRelative', { absolute: format.shortMoment(at), relative: format.relative(at, now) })}
      </time>
      {editedAt !== null && text !== null && (
        <span className={cx(layout['muted'], layout['small'])}>
          {t('discussion.post.edited', { when: format.shortMoment(editedAt) })}
        </span>
      )}
      <PostMarks post={post} />
      {isUnread && <Badge tone="info">{t('discussion.post.new')}</Badge>}
    </div>
  );
}

function PostTools({ activityId, threadId, post, seesHistory, asksAll, onReply, onCommand }: PostItemProps) {
  const { t } = useTranslation();
  const nameOf = useAuthorName();
  const id = useId();
  const { can, text, revision } = post;
  const textOf = (command: PostCommand) =>
    isAnswerAct(command)
      ? t(`discussion.question.${command === 'endorse' && !post.isAnswer ? 'endorsePost' : command}`)
      : command === 'move' || command === 'hide' || command === 'unhide'
        ? t(`discussionModeration.commands.${command}`)
        : command === 'report'
          ? t('discussionModeration.report.title')
          : t(`discussion.post.commands.${command}`);
  const commands: readonly PostCommand[] = [
    ...(can.accept ? ([post.isAccepted ? 'unaccept' : 'accept'] as const) : []),
    ...(can.endorse ? ([post.isEndorsed ? 'unendorse' : 'endorse'] as const) : []),
    ...(can.reply && text !== null ? (['quote'] as const) : []),
    ...(asksAll && text !== null && post.hidden === null && !post.isWaiting ? (['ask'] as const) : []),
    ...(can.edit ? (['edit'] as const) : []),
    ...(can.delete ? (['delete'] as const) : []),
    'link',
    ...(seesHistory && revision > 1 && (asksAll || text !== null) ? (['history'] as const) : []),
    ...(can.report ? (['report'] as const) : []),
    ...(can.hide && post.n > 1 ? (['move'] as const) : []),
    ...(can.hide ? (['hide'] as const) : []),
    ...(post.hidden !== null && post.hidden.act !== null ? (['unhide'] as const) : []),
  ];
  return (
    <div className={cx(layout['row'], layout['snug'])}>
      {can.reply && (
        <Button
          id={id}
          onPress={onReply}
          aria-label={t('discussion.post.replyTo', { name: nameOf(post.author) })}
        >
          {t('discussion.post.reply')}
        </Button>
      )}
      <Reactions {...{ activityId, threadId, post }} />
      <CommandMenu
        label={t('discussion.post.more', { n: post.n, name: nameOf(post.author) })}
        items={commands.map((command) => ({ id: command, text: textOf(command) }))}
        onAction={(command) => {
          const chosen = commands.find((one) => one === command);
          if (chosen !== undefined) onCommand(chosen);
        }}
      >
        <Icon name="more" />
      </CommandMenu>
    </div>
  );
}

const ANSWER_ACTS: ReadonlySet<string> = new Set<AnswerAct>(['accept', 'unaccept', 'endorse', 'unendorse']);

export const isAnswerAct = (command: PostCommand): command is AnswerAct => ANSWER_ACTS.has(command);
