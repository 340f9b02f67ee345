import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import type { peopleOf, Tie } from '../network-rows.ts';
import styles from './ReviewMatrix.module.css';

interface ReviewMatrixProps {
  readonly activityId: string;
  readonly people: ReturnType<typeof peopleOf>;
  readonly ties: readonly Tie[];
  /** What a review is at, in words. */
  readonly textOf: (tie: Tie) => string;
}

const SIGNS = { toDo: '○', begun: '…' } as const;

/**
 * Reviewers in rows, authors in columns. Only cells that say something are there, each knows its column: three hundred
 * people would be ninety thousand cells.
 */
export function ReviewMatrix({ activityId, people, ties, textOf }: ReviewMatrixProps) {
  const { t } = useTranslation();
  const format = useFormat();
  // Groups hand in and do not review; where there are none, everybody does both.
  const groups = people.filter(({ id, memberId }) => id !== memberId);
  const authors = groups.length > 0 ? groups : people;
  const reviewers = people.filter(({ id, memberId }) => id === memberId);
  const columnOf = new Map(authors.map(({ id }, index) => [id, index + 2]));
  const given = new Map<string, Tie[]>();
  for (const tie of ties) given.set(tie.reviewer.id, [...(given.get(tie.reviewer.id) ?? []), tie]);
  const columns = { gridTemplateColumns: `8rem repeat(${authors.length}, 2.75rem)` };
  return (
    // It scrolls by itself, so the keyboard must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={cx(styles['scroller'])} role="region" aria-label={t('staffView.who.title')} tabIndex={0}>
      <div
        role="table"
        aria-label={t('staffView.who.matrix')}
        aria-colcount={authors.length + 1}
        className={cx(styles['matrix'])}
      >
        <div role="row" className={cx(styles['row'], styles['head'])} style={columns}>
          <span role="columnheader" aria-colindex={1} className={cx(styles['corner'])}>
            {t('staffView.who.reviewer')}
          </span>
          {authors.map(({ id, name }) => (
            <span
              key={id}
              role="columnheader"
              aria-colindex={columnOf.get(id)}
              className={cx(styles['author'])}
              title={name}
            >
              <bdi>{name}</bdi>
            </span>
          ))}
        </div>
        {reviewers.map((person) => (
          <div key={person.id} role="row" className={cx(styles['row'])} style={columns}>
            <span role="rowheader" aria-colindex={1} className={cx(styles['reviewer'])} title={person.name}>
              <bdi>{person.name}</bdi>
            </span>
            {columnOf.has(person.id) && (
              <span
                aria-hidden="true"
                className={cx(styles['self'])}
                style={{ gridColumn: columnOf.get(person.id) }}
              />
            )}
            {(given.get(person.id) ?? []).map((tie) => (
              <span
                key={tie.key}
                role="cell"
                aria-colindex={columnOf.get(tie.author.id)}
                className={cx(styles['cell'])}
                style={{ gridColumn: columnOf.get(tie.author.id) }}
              >
                <Link
                  to={`/activities/${activityId}/learners/${tie.author.memberId}`}
                  aria-label={textOf(tie)}
                  title={textOf(tie)}
                >
                  {tie.state === 'submitted' ? format.number(Math.round(tie.percent ?? 0)) : SIGNS[tie.state]}
                </Link>
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
