import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Option } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { TextArea } from '../../../ui/TextField.tsx';
import { fromLines, toLines } from '../builder-form.ts';

interface OptionLinesProps {
  readonly label: string;
  readonly shortLabel: string;
  readonly options: readonly Option[];
  readonly error: string | undefined;
  readonly onChange: (options: Option[]) => void;
}

/** A line per option: quick to type, to paste and to put in another order. */
export function OptionLines({ options, onChange, ...field }: OptionLinesProps) {
  const { t } = useTranslation();
  // Blank lines are no options, but one that is being begun has to stay.
  const [lines, setLines] = useState(() => toLines(options));
  return (
    <TextArea
      {...field}
      hint={t('questionnaire.build.linesHint')}
      rows={3}
      value={lines}
      onChange={(text) => {
        setLines(text);
        onChange(fromLines(text, options));
      }}
    />
  );
}
