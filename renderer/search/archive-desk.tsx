import { Suspense } from 'react';
import { ahead } from '../ui/ahead.tsx';

const { View, load } = ahead(async () => (await import('./archive.tsx')).Archive);

/** Fetched once the window has nothing better to do: the first `/` should not wait for a file. */
export const loadArchive = load;

/** The desk of everything that was ever said, in a file of its own. */
export const ArchiveDesk = ({ title }: { title: string }) => (
  <Suspense fallback={<main aria-label={title} data-region="search" />}>
    <View title={title} />
  </Suspense>
);
