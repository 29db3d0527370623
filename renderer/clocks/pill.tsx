import { useState } from 'react';
import type { ThreadId } from '../../shared/ids.ts';
import type { ClockState } from '../../shared/model.ts';
import { clockNames, remaining, stageOf, type Stage } from '../../shared/sla/stage.ts';
import { call } from '../call.ts';
import { useClock } from '../store/clock.ts';
import { useIsPast } from '../store/past.ts';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { fullTime } from '../ui/time.ts';
import { myZone } from './my-zone.ts';
import styles from './pill.module.css';

const spoken: Record<Stage, string> = {
  fine: 'due in',
  soon: 'due soon, in',
  now: 'due now, in',
  breached: 'missed,',
};

/** The clock whose deadline comes first: shape, colour and what is left. Hovering tells why. */
export const Pill = ({ threadId, clock }: { threadId: ThreadId; clock: ClockState }) => {
  const shown = useClock((now) => `${stageOf(clock, now)} ${remaining(clock.dueAt, now)}`);
  const at = shown.indexOf(' ');
  const stage = shown.slice(0, at) as Stage;
  const [why, setWhy] = useState<{ revision: string; text: string } | null>(null);
  const revision = `${clock.startedAt} ${clock.dueAt}`;
  const name = clockNames[clock.clock];
  // What is explained is the present.
  const isPast = useIsPast();

  const explain = (): void => {
    if (isPast || why?.revision === revision) return;
    call('clock.explain', { threadId, zone: myZone() })
      .then(({ clocks }) => {
        const pieces = clocks.find((one) => one.clock === clock.clock)?.pieces ?? [];
        setWhy({ revision, text: `${name}: ${pieces.join(', ')}` });
      })
      .catch(() => undefined);
  };
  return (
    <span
      className={cx(styles.pill, styles[stage])}
      title={why?.revision === revision ? why.text : `${name}, due ${fullTime(clock.dueAt)}`}
      onPointerEnter={explain}
    >
      <Mark shape={stage} />
      <span className="spoken">
        {name} {spoken[stage]}{' '}
      </span>
      {shown.slice(at + 1)}
    </span>
  );
};
