import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type GroupPage, type PagePlace, pagesPath, useSavePage } from '../api.ts';
import { TitleForm } from './TitleForm.tsx';

interface PageLineProps {
  readonly place: PagePlace;
  readonly page: GroupPage;
  /** Null for those who may only read. */
  readonly onTakeOut: (() => void) | null;
}

/** One page in the list of a group. */
export function PageLine({ place, page, onTakeOut }: PageLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pageId, title, createdAt } = page;
  const save = useSavePage(place);
  const [isRenaming, setIsRenaming] = useState(false);
  const renameButton = useRef<HTMLButtonElement>(null);

  const close = (): void => {
    setIsRenaming(false);
    // Once the button is there again.
    setTimeout(() => renameButton.current?.focus());
  };

  return (
    <li className={cx(lines['line'])}>
      <div className={cx(lines['about'])}>
        {isRenaming ? (
          <TitleForm
            label={t('workspace.pages.renameLabel', { title })}
            submit={t('workspace.pages.rename')}
            title={title}
            isPending={save.isPending}
            onSubmit={(changed) => save.mutate({ pageId, title: changed }, { onSuccess: close })}
          >
            <Button onPress={close}>{t('common.cancel')}</Button>
          </TitleForm>
        ) : (
          <>
            <Link to={`${pagesPath(place)}/${pageId}`}>{title}</Link>
            <span className={cx(layout['muted'], layout['small'])}>
              {t('workspace.pages.begun', { when: format.moment(createdAt) })}
            </span>
          </>
        )}
        {save.error !== null && <Problem error={save.error} />}
      </div>
      {onTakeOut !== null && !isRenaming && (
        <div className={cx(layout['row'], layout['snug'])}>
          <Button
            ref={renameButton}
            variant="quiet"
            aria-label={t('workspace.pages.renameNamed', { title })}
            onPress={() => setIsRenaming(true)}
          >
            {t('workspace.pages.rename')}
          </Button>
          <Button
            variant="quiet"
            aria-label={t('workspace.pages.takeOutNamed', { title })}
            onPress={onTakeOut}
          >
            {t('workspace.pages.takeOut')}
          </Button>
        </div>
      )}
    </li>
  );
}
