import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BANK_COMMENT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import {
  type CommentBank as Bank,
  useAddComment,
  useCommentBank,
  useRemoveComment,
} from '../comment-bank-api.ts';

interface CommentBankProps {
  /** Puts a saved comment, with its variables, into the comment. */
  readonly onInsert: (text: string) => void;
}

/** Saved comments: looked up by typing, put in by Enter; and the place where they are saved and removed. */
export function CommentBank({ onInsert }: CommentBankProps) {
  const { t } = useTranslation();
  const query = useCommentBank();
  // A new field is empty again.
  const [inserted, setInserted] = useState(0);
  const comments = query.data?.comments ?? [];
  return (
    <div className={cx(layout['stack'])}>
      {comments.length > 0 && (
        <ComboBox
          key={`${inserted}-${comments.length}`}
          label={t('marking.bank.insert')}
          choices={comments.map(({ id, text, isShared }) => ({
            id,
            text,
            hint: t(isShared ? 'marking.bank.shared' : 'marking.bank.own'),
          }))}
          value={null}
          onChange={(id) => {
            const found = comments.find((comment) => comment.id === id);
            if (found === undefined) return;
            onInsert(found.text);
            announce(t('marking.bank.inserted'));
            setInserted((count) => count + 1);
          }}
        />
      )}
      <Disclosure title={t('marking.bank.title')}>
        <div className={cx(layout['stack'])}>
          {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
          <Saved comments={comments} />
          <NewComment />
        </div>
      </Disclosure>
    </div>
  );
}

function Saved({ comments }: { readonly comments: Bank['comments'] }) {
  const { t } = useTranslation();
  const remove = useRemoveComment();
  if (comments.length === 0) return null;
  return (
    <>
      <ul className={cx(layout['plainList'], layout['stack'], layout['tight'])}>
        {comments.map(({ id, text, isShared, can }) => (
          <li key={id} className={cx(layout['row'])}>
            <span className={cx(layout['prose'])}>{text}</span>
            <span className={cx(layout['muted'], layout['small'])}>
              {t(isShared ? 'marking.bank.shared' : 'marking.bank.own')}
            </span>
            {can.remove && (
              <Button
                variant="quiet"
                aria-label={t('marking.bank.removeOne', { text })}
                isPending={remove.isPending}
                onPress={() => remove.mutate(id, { onSuccess: () => announce(t('marking.bank.removed')) })}
              >
                {t('marking.bank.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {remove.error !== null && <Problem error={remove.error} />}
    </>
  );
}

function NewComment() {
  const { t } = useTranslation();
  const add = useAddComment();
  const [text, setText] = useState('');
  const [isShared, setIsShared] = useState(false);
  const wanted = text.trim();
  return (
    <>
      <TextArea
        label={t('marking.bank.text')}
        hint={t('marking.bank.hint', { name: '{name}', points: '{points}', maximum: '{maximum}' })}
        rows={2}
        value={text}
        error={
          wanted.length > BANK_COMMENT_MAX ? t('marking.bank.tooLong', { max: BANK_COMMENT_MAX }) : undefined
        }
        onChange={setText}
      />
      <Checkbox isChecked={isShared} onChange={setIsShared}>
        {t('marking.bank.share')}
      </Checkbox>
      {add.error !== null && <Problem error={add.error} />}
      <div>
        <Button
          isDisabled={wanted === '' || wanted.length > BANK_COMMENT_MAX}
          isPending={add.isPending}
          onPress={() =>
            add.mutate(
              { id: newId(), text: wanted, isShared },
              {
                onSuccess: () => {
                  setText('');
                  announce(t('marking.bank.saved'));
                },
              },
            )
          }
        >
          {t('marking.bank.save')}
        </Button>
      </div>
    </>
  );
}
