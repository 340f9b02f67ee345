import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { ComparisonTarget, Side } from '../comparison-api.ts';
import { type GivenTalk, useComparisonTalks, useReplyToComparedAuthor } from '../review-talk-api.ts';
import { AuthorSays } from './AuthorSays.tsx';
import styles from './Comparison.module.css';
import { SIDES } from './ComparisonEditor.tsx';

interface ComparisonTalksProps {
  readonly target: ComparisonTarget;
  /** What the two works are called. */
  readonly names: Readonly<Record<Side, string>>;
}

/** What the authors of both works say of what one wrote to each of them, once it is released. */
export default function ComparisonTalks({ target, names }: ComparisonTalksProps) {
  const { t } = useTranslation();
  const { data } = useComparisonTalks(target);
  if (!data?.left.talk) return null;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="authors-say">
      <h2 id="authors-say">{t('reviewTalk.authorsSay')}</h2>
      <div className={cx(styles['pair'])}>
        {SIDES.map((side) => (
          <SideTalk
            key={side}
            target={target}
            side={side}
            name={names[side]}
            given={data[side]}
            mayWrite={data.can.write}
          />
        ))}
      </div>
    </section>
  );
}

interface SideTalkProps {
  readonly target: ComparisonTarget;
  readonly side: Side;
  readonly name: string;
  readonly given: GivenTalk;
  readonly mayWrite: boolean;
}

function SideTalk({ target, side, name, given, mayWrite }: SideTalkProps) {
  const reply = useReplyToComparedAuthor(target, side);
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <h3>{name}</h3>
      <AuthorSays given={given} mayWrite={mayWrite} work={name} reply={reply} />
    </div>
  );
}
