import { useTranslation } from 'react-i18next';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { Table } from '../../../ui/Table.tsx';
import { givenText } from '../../peer-review/rating-texts.ts';
import type { MarkingWork } from '../api.ts';

type Part = MarkingWork['toSettle'][number];

interface BothMarksProps {
  readonly parts: readonly Part[];
  readonly criteria: MarkingWork['activity']['criteria'];
}

/** What two people gave who differ too much, side by side, with their comments below. */
export function BothMarks({ parts, criteria }: BothMarksProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = ({ by }: Part): string => by.name ?? t('groups.person');
  const givenBy = ({ ratings }: Part, criterion: (typeof criteria)[number]): string =>
    givenText(
      criterion,
      ratings.find(({ criterionId }) => criterionId === criterion.id),
      t,
      format,
    );
  const rows = [
    ...criteria.map((criterion) => ({
      id: criterion.id,
      title: criterion.title,
      given: parts.map((part) => givenBy(part, criterion)),
    })),
    {
      id: '',
      title: t('marking.twice.total'),
      given: parts.map(({ points }) => format.number(points)),
    },
  ];
  return (
    <section className={cx(layout['stack'])} aria-labelledby="both-marks">
      <h3 id="both-marks">{t('marking.twice.both')}</h3>
      <Table
        label={t('marking.twice.both')}
        columns={[
          {
            key: 'criterion',
            title: t('marking.twice.criterion'),
            cell: ({ title }: (typeof rows)[number]) => title,
          },
          ...parts.map((part, index) => ({
            key: part.by.id,
            title: nameOf(part),
            cell: ({ given }: (typeof rows)[number]) => given[index] ?? '',
          })),
        ]}
        rows={rows}
        rowKey={({ id }) => id}
      />
      {parts
        .filter(({ comment }) => !isBlank(comment))
        .map((part) => (
          <div key={part.by.id}>
            <h4>
              <bdi>{nameOf(part)}</bdi>
            </h4>
            <RichTextView document={part.comment} headingLevel={4} />
          </div>
        ))}
    </section>
  );
}

interface TakeOverProps {
  readonly parts: readonly Part[];
  readonly onTake: (part: Part) => void;
}

/** Begins the lead's form with what one of the two gave. */
export function TakeOver({ parts, onTake }: TakeOverProps) {
  const { t } = useTranslation();
  if (parts.length === 0) return null;
  return (
    <div className={cx(layout['row'])}>
      {parts.map((part) => (
        <Button
          key={part.by.id}
          onPress={() => {
            onTake(part);
            announce(t('marking.twice.tookOver'));
          }}
        >
          {t('marking.twice.takeOver', { name: part.by.name ?? t('groups.person') })}
        </Button>
      ))}
    </div>
  );
}
