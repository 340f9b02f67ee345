import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import { useFileLink } from './api.ts';
import styles from './files.module.css';

interface FileImageProps {
  readonly fileId: string;
  readonly alt: string;
}

/** An uploaded image within a text. */
export default function FileImage({ fileId, alt }: FileImageProps) {
  const { t } = useTranslation();
  const link = useFileLink(fileId);
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const url = link.data?.url;
  if (link.isError || link.data === null || (url !== undefined && url === failedUrl)) {
    return (
      <span className={cx(styles['missing'])} role="img" aria-label={alt}>
        {t('files.imageMissing')}
      </span>
    );
  }
  if (url === undefined) return <span className={cx(styles['imagePlace'])} role="img" aria-label={alt} />;
  return (
    <img
      className={cx(styles['image'])}
      src={url}
      alt={alt}
      // A link that ended before the image came: once more with a new one.
      onError={() => {
        if (failedUrl === null) void link.refetch();
        setFailedUrl(url);
      }}
    />
  );
}
