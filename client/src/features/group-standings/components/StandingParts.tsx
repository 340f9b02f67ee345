import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Project } from '../../group-work/api.ts';
import { StateBadge } from '../../group-work/components/StateBadge.tsx';
import type { GroupStanding } from '../api.ts';
import { healthWords, hintText, titleOf } from '../standing-words.ts';

interface PartProps {
  readonly standing: GroupStanding;
}

interface MilestoneBadgesProps extends PartProps {
  readonly project: Project;
  /** Where the deliverable of a milestone is. */
  readonly to: (n: number) => string;
}

/** Each milestone with its state; what is handed in can be opened. */
export function MilestoneBadges({ project, standing, to }: MilestoneBadgesProps) {
  return (
    <ul className={cx(layout['plainList'], layout['stack'], layout['tight'])}>
      {standing.milestones.map(({ n, state, handedInAt }) => {
        const badge = <StateBadge state={state} />;
        return (
          <li key={n} className={cx(layout['row'], layout['snug'])}>
            <bdi className={cx(layout['small'])}>{titleOf(project, n)}</bdi>
            {handedInAt === null ? badge : <Link to={to(n)}>{badge}</Link>}
          </li>
        );
      })}
    </ul>
  );
}

/** What is known of how a group is. */
export function HealthBadges({ standing }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={cx(layout['plainList'], layout['stack'], layout['tight'])}>
      {healthWords(standing, t, format).map(({ tone, text }) => (
        <li key={text}>{tone === 'neutral' ? text : <Badge tone={tone}>{text}</Badge>}</li>
      ))}
    </ul>
  );
}

/** Why the work may be unevenly divided, in words. */
export function Hints({ standing: { hints } }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (hints.length === 0) return t('groupStandings.even');
  return (
    <ul className={cx(layout['plainList'], layout['stack'], layout['tight'])}>
      {hints.map((hint) => (
        <li key={hint.kind}>{hintText(hint, t, format)}</li>
      ))}
    </ul>
  );
}
