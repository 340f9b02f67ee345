import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WORK_LINKS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { hostOf, isWebLink } from '../../../../../server/src/contracts/web-link.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import field from '../../../ui/Field.module.css';
import layout from '../../../ui/layout.module.css';
import { TextField } from '../../../ui/TextField.tsx';
import LinkList from './LinkList.tsx';

interface LinksFieldProps {
  readonly links: readonly string[];
  /** Whether readers will not know whose they are. */
  readonly isAnonymous: boolean;
  readonly isReadOnly: boolean;
  readonly hint: string;
  /** What is wrong with the whole. */
  readonly error: string | undefined;
  readonly onChange: (links: string[]) => void;
}

/** Takes links one by one: only what can be followed. */
export function LinksField({ links, isAnonymous, isReadOnly, hint, error, onChange }: LinksFieldProps) {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<'invalid' | 'twice' | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const id = useId();

  function add(): void {
    const link = address.trim();
    const found = isWebLink(link) ? (links.includes(link) ? 'twice' : null) : 'invalid';
    setProblem(found);
    if (found !== null) return group.current?.querySelector('input')?.focus();
    onChange([...links, link]);
    setAddress('');
    announce(t('handIn.links.added', { host: hostOf(link) }));
  }

  function remove(link: string): void {
    onChange(links.filter((one) => one !== link));
    announce(t('handIn.links.removed', { host: hostOf(link) }));
    // The pressed button is gone: the focus stays near it.
    group.current?.focus();
  }

  return (
    <div
      ref={group}
      role="group"
      tabIndex={-1}
      aria-labelledby={id}
      className={cx(layout['stack'], layout['tight'])}
    >
      <span id={id} className={cx(field['label'])}>
        {t('handIn.links.label')}
      </span>
      {links.length > 0 && <LinkList links={links} {...(!isReadOnly && { onRemove: remove })} />}
      {links.length < WORK_LINKS_MAX && (
        <>
          <TextField
            label={t('handIn.links.address')}
            hint={`${t('handIn.links.hint')} ${hint}`.trim()}
            value={address}
            isReadOnly={isReadOnly}
            error={problem === null ? error : t(`handIn.links.${problem}`)}
            onChange={(typed) => {
              setAddress(typed);
              setProblem(null);
            }}
          />
          <div>
            <Button isDisabled={isReadOnly || address.trim() === ''} onPress={add}>
              {t('handIn.links.add')}
            </Button>
          </div>
        </>
      )}
      {isAnonymous && <p className={cx(field['hint'])}>{t('handIn.links.anonymous')}</p>}
    </div>
  );
}
