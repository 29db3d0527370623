import { lazy, Suspense } from 'react';
import { useDesk } from '../store/desk.ts';

const JobStrip = lazy(async () => ({ default: (await import('./strip.tsx')).JobStrip }));

/** Where what runs is said, once anything does: most days begin without. */
export const JobStripPlace = () => {
  const isAny = useDesk((desk) => desk.jobs.length > 0);
  return (
    isAny && (
      <Suspense fallback={null}>
        <JobStrip />
      </Suspense>
    )
  );
};
