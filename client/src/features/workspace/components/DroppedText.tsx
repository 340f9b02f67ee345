import type { Editor } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { showToast } from '../../../ui/toasts.ts';
import type { OpenPage } from '../use-page.ts';

interface DroppedTextProps {
  readonly page: OpenPage;
  /** Null while nothing can be written. */
  readonly editor: Editor | null;
}

/** What somebody wrote in a part of the page that was taken away meanwhile: to be put back, or left out. */
export function DroppedText({ page, editor }: DroppedTextProps) {
  const { t } = useTranslation();
  const { dropped } = page.state;
  if (dropped.length === 0) return null;
  const putBack = (): void => {
    const paragraphs = dropped.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
    editor?.chain().insertContentAt(editor.state.doc.content.size, paragraphs).focus('end').run();
    page.connection.forgetDropped();
    showToast({ text: t('workspace.dropped.done') });
  };
  return (
    <Banner
      tone="warn"
      role="alert"
      title={t('workspace.dropped.title')}
      actions={
        <div className={cx(layout['row'])}>
          {editor !== null && <Button onPress={putBack}>{t('workspace.dropped.putBack')}</Button>}
          <Button onPress={() => page.connection.forgetDropped()}>{t('workspace.dropped.leaveOut')}</Button>
        </div>
      }
    >
      <p>{t('workspace.dropped.text')}</p>
      {dropped.map((text, index) => (
        <blockquote key={index} dir="auto">
          {text}
        </blockquote>
      ))}
    </Banner>
  );
}
