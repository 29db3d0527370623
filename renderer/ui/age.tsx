import type { Ms } from '../../shared/model.ts';
import { useClock } from '../store/clock.ts';
import { age, fullTime } from './time.ts';

export const Age = ({ at, className }: { at: Ms; className?: string | undefined }) => {
  const text = useClock((now) => age(at, now));
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={fullTime(at)}>
      {text}
    </time>
  );
};
