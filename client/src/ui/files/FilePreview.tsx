import { useQuery } from '@tanstack/react-query';
import { lazy, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FILE_TYPES } from '../../../../server/src/contracts/file-types.ts';
import { Banner } from '../Banner.tsx';
import { cx } from '../cx.ts';
import { Problem } from '../Problem.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { useFileLink } from './api.ts';
import FileImage from './FileImage.tsx';
import styles from './files.module.css';

const PdfView = lazy(() => import('./PdfView.tsx'));

interface FilePreviewProps {
  readonly fileId: string;
  readonly type: string;
  readonly name: string;
}

/** A file as the browser can show it. */
export default function FilePreview({ fileId, type, name }: FilePreviewProps) {
  const { t } = useTranslation();
  const preview = FILE_TYPES[type]?.preview ?? null;
  const link = useFileLink(fileId);
  if (preview === 'image') return <FileImage fileId={fileId} alt={name} />;
  if (link.isError) return <Problem error={link.error} retry={() => void link.refetch()} />;
  if (link.isPending) return <Skeleton />;
  if (link.data === null) return <Banner tone="warn">{t('files.preview.missing')}</Banner>;
  const { url } = link.data;
  const renew = () => void link.refetch();
  switch (preview) {
    case 'audio':
    case 'video':
      return <Player kind={preview} url={url} name={name} onEnded={renew} />;
    case 'pdf':
      return <PdfView fileId={fileId} url={url} name={name} onLinkEnded={renew} />;
    case 'text':
      return <TextView url={url} />;
    case null:
      return null;
  }
}

interface PlayerProps {
  readonly kind: 'audio' | 'video';
  readonly url: string;
  readonly name: string;
  /** The link no longer works: get another. */
  readonly onEnded: () => void;
}

/** Goes on where it was when its link has ended in the middle. */
function Player({ kind: Media, url, name, onEnded }: PlayerProps) {
  const at = useRef(0);
  const isRenewed = useRef(false);
  return (
    // What somebody has recorded comes as it is; captions are theirs to give.
    <Media
      className={cx(styles['player'])}
      controls
      preload="metadata"
      aria-label={name}
      src={url}
      onTimeUpdate={(event) => {
        at.current = event.currentTarget.currentTime;
        isRenewed.current = false;
      }}
      onLoadedMetadata={(event) => {
        if (at.current > 0) event.currentTarget.currentTime = at.current;
      }}
      onError={() => {
        // Once: what cannot be played at all does not get better.
        if (!isRenewed.current) onEnded();
        isRenewed.current = true;
      }}
    />
  );
}

const TEXT_BYTES = 200_000;

function TextView({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const text = useQuery({
    queryKey: ['file-text', url],
    queryFn: async ({ signal }) => {
      const response = await fetch(url, { headers: { Range: `bytes=0-${TEXT_BYTES - 1}` }, signal });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const total = Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1] ?? 0);
      return { text: await response.text(), isCut: total > TEXT_BYTES };
    },
    staleTime: Infinity,
  });
  if (text.isPending) return <Skeleton />;
  if (text.isError) return <Banner tone="warn">{t('files.preview.failed')}</Banner>;
  return (
    <>
      {/* It scrolls by itself, so the keyboard must be able to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre dir="auto" tabIndex={0} className={cx(styles['text'])}>
        {text.data.text}
      </pre>
      {text.data.isCut && <p className={cx(styles['note'])}>{t('files.preview.cut')}</p>}
    </>
  );
}
