import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { useGroupScenario } from '../api.ts';

interface ScenarioPanelProps {
  readonly place: RoomPlace;
  /** The level of its heading. */
  readonly level: 2 | 3;
}

/** What one group works on. */
export function ScenarioPanel({ place, level }: ScenarioPanelProps) {
  const { t } = useTranslation();
  const query = useGroupScenario(place);
  const Heading = level === 2 ? 'h2' : 'h3';
  if (query.isPending) return <Skeleton />;
  if (query.data === undefined) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { scenario } = query.data;
  if (scenario === null) return <p className={cx(layout['muted'])}>{t('scenarios.none')}</p>;
  const id = `scenario-${place.groupId}`;
  return (
    <section aria-labelledby={id} className={cx(layout['stack'], layout['tight'], layout['measure'])}>
      <Heading id={id}>{t('scenarios.own', { title: scenario.title })}</Heading>
      <div className={cx(layout['card'])}>
        <RichTextView document={scenario.text} headingLevel={level === 2 ? 3 : 4} />
      </div>
      <p className={cx(layout['muted'], layout['small'])}>{t('scenarios.ownHint')}</p>
    </section>
  );
}
