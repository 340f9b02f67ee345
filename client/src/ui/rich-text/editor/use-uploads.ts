import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { refusalText } from '../../files/file-text.ts';
import type { UploadImage } from './images.ts';

/** Uploads of images into a text, and what is said of them. @param send asked anew for each image; undefined: the text takes none */
export function useUploads(send: () => UploadImage | undefined) {
  const { t } = useTranslation();
  const format = useFormat();
  const [count, setCount] = useState(0);
  const [problem, setProblem] = useState('');
  const upload: UploadImage = async (file) => {
    setCount((before) => before + 1);
    setProblem('');
    try {
      const fileId = (await send()?.(file)) ?? null;
      if (fileId === null) setProblem(t('richText.image.none', { name: file.name }));
      return fileId;
    } catch (error) {
      setProblem(refusalText(error, file.name, t, format));
      return null;
    } finally {
      setCount((before) => before - 1);
    }
  };
  return { upload, isUploading: count > 0, problem };
}
