import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/context.ts';
import { Button } from '../Button.tsx';
import { cx } from '../cx.ts';
import field from '../Field.module.css';
import { Icon } from '../Icon.tsx';
import styles from './files.module.css';

interface DropZoneProps {
  readonly max: number;
  readonly bytesMax: number;
  readonly onFiles: (files: File[]) => void;
  readonly onChoose: () => void;
}

/** Where files are dropped, and the button for those who do not drag. */
export function DropZone({ max, bytesMax, onFiles, onChoose }: DropZoneProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOver, setIsOver] = useState(false);
  const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');
  return (
    <div
      className={cx(styles['zone'], isOver && styles['over'])}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setIsOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <Icon name="upload" />
      <span>{t('files.drop')}</span>
      <Button onPress={onChoose}>{t('files.choose')}</Button>
      <span className={cx(field['hint'], styles['zoneHint'])}>
        {t('files.hint', { size: format.bytes(bytesMax), count: max })}
      </span>
    </div>
  );
}
