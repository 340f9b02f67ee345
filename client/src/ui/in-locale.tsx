import type { ComponentType } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';

/** A part of react-aria in the page's language: how it writes numbers and dates, and which way it reads. */
export const inLocale = <Props extends object>(Part: ComponentType<Props>) =>
  function InLocale(props: Props) {
    const { i18n } = useTranslation();
    return (
      <I18nProvider locale={i18n.language}>
        <Part {...props} />
      </I18nProvider>
    );
  };
