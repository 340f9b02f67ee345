import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { cx } from '../../../ui/cx.ts';
import { useShortcut } from '../../../ui/shortcuts.ts';
import { showToast } from '../../../ui/toasts.ts';
import { isSnoozed, type QueueAct, useAct, type WaitingItem } from '../api.ts';
import styles from '../pages/QueuePage.module.css';
import { AssignDialog, SnoozeDialog } from './ActDialogs.tsx';
import { type ActKind, QueueItem } from './QueueItem.tsx';

interface QueueListProps {
  readonly items: readonly WaitingItem[];
}

/** The queue, moved through and dealt with by keys alone; the keys are in the sheet that `?` opens. */
export function QueueList({ items }: QueueListProps) {
  const { t } = useTranslation();
  const now = useNow();
  const { act, problemOf, isActing } = useActs();
  const { refOf, move, focused, setFocused, focusSoon } = useMoves(items);
  const [asking, setAsking] = useState<{ item: WaitingItem; kind: 'assign' | 'snooze' } | null>(null);

  async function perform(item: WaitingItem, wanted: QueueAct): Promise<void> {
    setAsking(null);
    const place = items.findIndex(({ id }) => id === item.id);
    await act(item, wanted);
    focusSoon(place);
  }
  function begin(item: WaitingItem, kind: ActKind): void {
    if (kind === 'done') void perform(item, { kind: 'done', done: item.done === null });
    else if (kind === 'snooze' && isSnoozed(item, now)) void perform(item, { kind: 'snooze', until: null });
    else setAsking({ item, kind });
  }
  const current = items.find(({ id }) => id === focused);
  const onCurrent = (kind: ActKind) => (current ? () => begin(current, kind) : null);
  useShortcut('j', t('queue.keys.next'), () => move(1));
  useShortcut('k', t('queue.keys.previous'), () => move(-1));
  useShortcut('a', t('queue.keys.assign'), onCurrent('assign'));
  useShortcut('s', t('queue.keys.snooze'), current && current.done === null ? onCurrent('snooze') : null);
  useShortcut('e', t('queue.keys.done'), onCurrent('done'));

  return (
    <>
      {/* Arrows go from one matter to the next. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        className={cx(styles['list'])}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          // In the fields of an item arrows are the field's.
          if (
            step === undefined ||
            !(event.target instanceof HTMLElement && event.target.tagName === 'ARTICLE')
          )
            return;
          event.preventDefault();
          move(step);
        }}
      >
        {items.map((item) => (
          <QueueItem
            key={item.id}
            ref={refOf(item.id)}
            item={item}
            problem={problemOf(item)}
            isActing={isActing(item)}
            onAct={(kind) => begin(item, kind)}
            onFocus={() => setFocused(item.id)}
          />
        ))}
      </ul>
      {asking?.kind === 'assign' && (
        <AssignDialog
          item={asking.item}
          onAct={(wanted) => void perform(asking.item, wanted)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.kind === 'snooze' && (
        <SnoozeDialog
          item={asking.item}
          onAct={(wanted) => void perform(asking.item, wanted)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

/** The matter at a place of the list, or at the end that is nearer. */
const idAt = (items: readonly WaitingItem[], place: number): string =>
  items[Math.max(0, Math.min(place, items.length - 1))]?.id ?? '';

/** Moving the focus from one matter to another, also when the one that had it has left the list. */
function useMoves(items: readonly WaitingItem[]) {
  const elements = useRef(new Map<string, HTMLElement>());
  const [focused, setFocused] = useState<string | null>(null);
  /** A place is asked for anew each time: the object says which asking it is. */
  const [wanted, setWanted] = useState<{ readonly place: number } | null>(null);
  const served = useRef(wanted);
  const elementAt = (place: number) => elements.current.get(idAt(items, place));
  useEffect(() => {
    if (wanted === null || served.current === wanted) return;
    served.current = wanted;
    elements.current.get(idAt(items, wanted.place))?.focus();
  }, [wanted, items]);
  return {
    focused,
    setFocused,
    focusSoon: (place: number) => setWanted({ place }),
    move(step: number): void {
      const at = items.findIndex(({ id }) => id === focused);
      elementAt(at === -1 ? 0 : at + step)?.focus();
    },
    refOf: (id: string) => (element: HTMLElement | null) => {
      if (element) elements.current.set(id, element);
      else elements.current.delete(id);
    },
  };
}

/** Acts on matters, with a message of each and the way back. */
function useActs() {
  const { t } = useTranslation();
  const format = useFormat();
  const undoing = useAct();
  const acting = useAct(say);

  function say(item: WaitingItem, act: QueueAct): void {
    const undo = (back: QueueAct) => () => undoing.mutate({ item, act: back });
    if (act.kind === 'done' && act.done)
      showToast({ text: t('queue.said.done'), undo: undo({ kind: 'done', done: false }) });
    else if (act.kind === 'snooze' && act.until !== null)
      showToast({
        text: t('queue.said.snoozed', { when: format.moment(act.until) }),
        undo: undo({ kind: 'snooze', until: null }),
      });
    else if (act.kind === 'assign')
      showToast({ text: t(act.memberId === null ? 'queue.said.unassigned' : 'queue.said.assigned') });
    else showToast({ text: t('queue.said.reopened') });
  }

  return {
    isActing: ({ id }: WaitingItem): boolean => acting.isPending && acting.variables.item.id === id,
    problemOf: ({ id }: WaitingItem): Error | null =>
      acting.error !== null && acting.variables.item.id === id ? acting.error : null,
    async act(item: WaitingItem, act: QueueAct): Promise<void> {
      try {
        await acting.mutateAsync({ item, act });
      } catch {
        // It stands with the matter.
      }
    },
  };
}
