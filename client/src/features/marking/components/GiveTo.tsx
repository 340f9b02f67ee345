import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MARKING_BATCH_MAX } from '../../../../../server/src/contracts/limits.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useDivide, useMarkingShares } from '../api.ts';

const NOBODY = 'nobody';

interface GiveToProps {
  readonly activityId: string;
  readonly picked: ReadonlySet<string>;
  readonly onGiven: () => void;
}

/** Puts the picked works into somebody's share. */
export function GiveTo({ activityId, picked, onGiven }: GiveToProps) {
  const { t } = useTranslation();
  const staff = useMarkingShares(activityId).data?.staff ?? [];
  const divide = useDivide(activityId);
  const [to, setTo] = useState<string | null>(null);
  const workIds = [...picked].slice(0, MARKING_BATCH_MAX);
  return (
    <>
      <Select
        label={t('marking.works.giveTo')}
        choices={[
          { id: NOBODY, text: t('marking.shares.nobody') },
          ...staff.map(({ id, name }) => ({ id, text: name ?? t('groups.person') })),
        ]}
        value={to}
        onChange={setTo}
      />
      <Button
        isDisabled={to === null}
        isPending={divide.isPending}
        onPress={() =>
          divide.mutate(
            { kind: 'byHand', workIds, memberId: to === NOBODY ? null : to },
            {
              onSuccess: () => {
                announce(t('marking.shares.divided'));
                onGiven();
              },
            },
          )
        }
      >
        {t('marking.works.give')}
      </Button>
      {divide.error !== null && <Problem error={divide.error} />}
    </>
  );
}
