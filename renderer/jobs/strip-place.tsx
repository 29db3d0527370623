import { useDesk } from '../store/desk.ts';
import { ahead } from '../ui/ahead.tsx';

const { View: JobStrip } = ahead(async () => (await import('./strip.tsx')).JobStrip);

/** Where what runs is said, once anything does: most days begin without. */
export const JobStripPlace = () => {
  const isAny = useDesk((desk) => desk.jobs.length > 0);
  return isAny && <JobStrip />;
};
