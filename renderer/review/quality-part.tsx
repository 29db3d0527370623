import { Suspense } from 'react';
import { ahead } from '../ui/ahead.tsx';

const { View } = ahead(async () => (await import('./quality.tsx')).Quality);

/** On the board, in a file of its own. */
export const QualityPart = () => (
  <Suspense fallback={null}>
    <View />
  </Suspense>
);
