import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { usePageVersion, type VersionsOf } from '../versions-api.ts';

interface VersionTextProps {
  readonly page: VersionsOf;
  readonly n: number;
  readonly onClose: () => void;
}

/** The text of a version, and what came and went before it. */
export function VersionText({ page, n, onClose }: VersionTextProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = usePageVersion(page, n);
  const title = data
    ? `${data.version.name ?? t('workspace.versions.number', { n })} ${format.moment(data.version.at)}`
    : t('workspace.versions.number', { n });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('workspace.versions.close')}</Button>}
    >
      {error !== null && <Problem error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton />}
      {data && (
        <div className={cx(layout['stack'])}>
          <RichTextView document={data.text} />
          <Passages title={t('workspace.versions.came')} passages={data.added} />
          <Passages title={t('workspace.versions.went')} passages={data.removed} />
        </div>
      )}
    </Dialog>
  );
}

interface PassagesProps {
  readonly title: string;
  readonly passages: readonly { readonly name: string | null; readonly text: string }[];
}

function Passages({ title, passages }: PassagesProps) {
  const { t } = useTranslation();
  const shown = passages.filter(({ text }) => text.trim() !== '');
  if (shown.length === 0) return null;
  return (
    <section className={cx(layout['stack'], layout['tight'])}>
      <h3>{title}</h3>
      <ul className={cx(layout['bullets'])}>
        {shown.map(({ name, text }, index) => (
          <li key={index}>
            <strong>
              <bdi>{name ?? t('workspace.versions.somebody')}</bdi>
            </strong>
            {': '}
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
