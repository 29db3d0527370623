import { useDesk } from '../store/desk.ts';

/** The one polite voice of the columns: see summary.ts for how often it speaks. */
export const LiveRegion = () => {
  const words = useDesk((desk) => desk.spoken);
  return (
    <p className="spoken" aria-live="polite">
      {words}
    </p>
  );
};
