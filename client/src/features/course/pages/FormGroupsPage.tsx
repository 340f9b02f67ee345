import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { GROUP_CAP_MAX, GROUPS_PER_SET_MAX } from '../../../../../server/src/contracts/limits.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { AttributesPanel } from '../components/AttributesPanel.tsx';
import { FormationGroups, FormationScores, type Proposed } from '../components/FormationProposal.tsx';
import { FormationRules, type KeyedRule } from '../components/FormationRules.tsx';
import { PairsPanel } from '../components/PairsPanel.tsx';
import {
  type Attributes,
  type Formation,
  type Pair,
  useAttributes,
  useFormGroups,
  useProposeGroups,
} from '../formation-api.ts';
import { isMust } from '../formation-words.ts';
import { type OwnSet, useGroupSet } from '../sets-api.ts';

const SIZE = 4;
const SEEDS = 2 ** 32;
const drawSeed = (): number => Math.floor(Math.random() * SEEDS);

/** Groups by criteria: what is known of people, what groups are to be like, and proposals to choose from. */
export default function FormGroupsPage() {
  const { setId = '' } = useParams();
  const set = useGroupSet(setId);
  const known = useAttributes();
  const failed = set.error ?? known.error;
  if (failed && (set.data === undefined || known.data === undefined)) {
    const retry = () => void Promise.all([set.refetch(), known.refetch()]);
    return <ProblemPage error={failed} retry={retry} />;
  }
  if (set.data === undefined || known.data === undefined) return <PageSkeleton />;
  return <Page key={setId} set={set.data} known={known.data} />;
}

function Page({ set, known }: { readonly set: OwnSet; readonly known: Attributes }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = `/groups/${set.id}`;
  const [wish, setWish] = useState(() => firstWish(set));
  const [rules, setRules] = useState<readonly KeyedRule[]>([]);
  const [pairs, setPairs] = useState<readonly Pair[]>([]);
  const [proposed, setProposed] = useState<readonly Proposed[]>([]);
  const [shownId, setShownId] = useState(0);
  const [locked, setLocked] = useState<ReadonlySet<string>>(new Set());
  const propose = useProposeGroups(set.id);
  const form = useFormGroups(set);
  const usable = rules.filter(({ rule }) => known.items.some(({ id }) => id === rule.attributeId));
  const shown = proposed.find(({ id }) => id === shownId);
  const isWrong = !(wish.size >= 2) || !(wish.count >= 1);

  function seek(): void {
    const ordered = [
      ...usable.filter(({ rule }) => isMust(rule)),
      ...usable.filter(({ rule }) => !isMust(rule)),
    ];
    const wanted: Formation = {
      people: wish.people,
      into:
        wish.kind === 'present'
          ? { kind: 'present' }
          : wish.kind === 'size'
            ? { kind: 'size', size: wish.size }
            : { kind: 'count', count: wish.count },
      nameOfNew: t('groupSets.add.word'),
      rules: ordered.map(({ rule }) => rule),
      pairs: [...pairs],
      locks: (shown?.proposal.groups ?? []).flatMap(({ members }, group) =>
        members.filter(({ memberId }) => locked.has(memberId)).map(({ memberId }) => ({ memberId, group })),
      ),
      seed: drawSeed(),
    };
    propose.mutate(wanted, {
      onSuccess: (proposal) => {
        const id = (proposed.at(-1)?.id ?? 0) + 1;
        // The one that is shown stays to compare with.
        setProposed([...(shown ? [shown] : []), { id, wanted, proposal }]);
        setShownId(id);
        announce(t('formation.proposal.ready'));
      },
    });
  }

  function apply({ wanted, proposal }: Proposed): void {
    form.mutate(
      { wanted, proposal },
      {
        onSuccess: () => {
          showToast({ text: t('groupSets.random.done') });
          void navigate(path);
        },
      },
    );
  }
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('formation.title')}
        trail={[
          { title: t('groupSets.back'), to: '/groups' },
          { title: set.name ?? '', to: path },
        ]}
      />
      <AttributesPanel known={known} />
      <section className={cx(layout['stack'])} aria-labelledby="criteria">
        <h2 id="criteria">{t('formation.criteria')}</h2>
        <Sizes set={set} wish={wish} onChange={setWish} />
        <FormationRules attributes={known.items} rules={usable} onChange={setRules} />
        <PairsPanel
          setId={set.id}
          whom={wish.people}
          proposal={shown?.proposal ?? null}
          pairs={pairs}
          onChange={setPairs}
        />
        {propose.error !== null && <Problem error={propose.error} />}
        <div className={cx(layout['row'])}>
          <Button
            {...(shown === undefined && { variant: 'primary' as const })}
            isDisabled={isWrong}
            isPending={propose.isPending}
            onPress={seek}
          >
            {t(
              shown === undefined
                ? 'formation.propose'
                : locked.size > 0
                  ? 'formation.proposeRest'
                  : 'formation.proposeAgain',
            )}
          </Button>
        </div>
        {propose.isPending && <Progress label={t('formation.seeking')} text={t('formation.seeking')} />}
      </section>
      {shown !== undefined && (
        <section className={cx(layout['stack'])} aria-labelledby="proposal">
          <h2 id="proposal">{t('formation.proposal.title')}</h2>
          <FormationScores proposed={proposed} attributes={known.items} />
          {proposed.length > 1 && (
            <RadioGroup
              label={t('formation.proposal.shown')}
              look="segments"
              choices={proposed.map(({ id }) => ({
                id: String(id),
                text: t('formation.proposal.number', { number: id }),
              }))}
              value={String(shownId)}
              onChange={(id) => setShownId(Number(id))}
            />
          )}
          {form.error !== null && <Problem error={form.error} />}
          <p className={cx(layout['measure'])}>{t('formation.proposal.unsaved')}</p>
          <div className={cx(layout['row'])}>
            <Button variant="primary" isPending={form.isPending} onPress={() => apply(shown)}>
              {t('formation.proposal.apply', { number: shown.id })}
            </Button>
          </div>
          <FormationGroups
            key={shown.id}
            proposed={shown}
            attributes={known.items}
            locked={locked}
            onLock={setLocked}
          />
        </section>
      )}
    </div>
  );
}

interface Wish {
  readonly people: Formation['people'];
  readonly kind: Formation['into']['kind'];
  readonly size: number;
  readonly count: number;
}

const firstWish = ({ groups, members, unplaced }: OwnSet): Wish => ({
  people: members > 0 && unplaced > 0 ? 'unplaced' : 'everybody',
  kind: groups > 0 ? 'present' : 'size',
  size: SIZE,
  count: Math.max(1, groups || Math.round(unplaced / SIZE)),
});

interface SizesProps {
  readonly set: OwnSet;
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
}

/** Who is put into groups, and how many there are. */
function Sizes({ set, wish, onChange }: SizesProps) {
  const { t } = useTranslation();
  const kinds = set.groups > 0 ? (['present', 'size', 'count'] as const) : (['size', 'count'] as const);
  return (
    <>
      {set.members > 0 && (
        <RadioGroup
          label={t('formation.who.label')}
          choices={(['everybody', 'unplaced'] as const).map((id) => ({
            id,
            text: t(`formation.who.${id}`),
            hint: t(`formation.who.${id}Hint`),
          }))}
          value={wish.people}
          onChange={(people) => onChange({ ...wish, people })}
        />
      )}
      <RadioGroup
        label={t('groupSets.random.into')}
        choices={kinds.map((id) => ({ id, text: t(`formation.into.${id}`) }))}
        value={wish.kind}
        onChange={(kind) => onChange({ ...wish, kind })}
      />
      {wish.kind === 'size' && (
        <NumberField
          label={t('groupSets.random.sizeIs')}
          hint={t('formation.into.recommended')}
          value={wish.size}
          minValue={2}
          maxValue={GROUP_CAP_MAX}
          onChange={(size) => onChange({ ...wish, size })}
        />
      )}
      {wish.kind === 'count' && (
        <NumberField
          label={t('groupSets.random.countIs')}
          value={wish.count}
          minValue={1}
          maxValue={GROUPS_PER_SET_MAX}
          onChange={(count) => onChange({ ...wish, count })}
        />
      )}
    </>
  );
}
