import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { GradeExplanation } from '../api.ts';
import { explain, type Whose } from '../explain.ts';
import { tellFurther } from '../explain-further.ts';

interface FurtherExplanationProps {
  readonly explanation: GradeExplanation;
  readonly whose: Whose;
}

/** How a grade came about that is more than a median. Load it with the further texts. */
export default function FurtherExplanation({ explanation, whose }: FurtherExplanationProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return <p>{explain(explanation, whose, t, format, tellFurther)}</p>;
}
