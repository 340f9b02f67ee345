import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Writes numbers as the language does, with at most two digits after the point. */
export function useNumbers(): (value: number) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
    return (value) => format.format(value);
  }, [i18n.language]);
}
