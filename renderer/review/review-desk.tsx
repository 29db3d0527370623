import { Suspense } from 'react';
import { ahead } from '../ui/ahead.tsx';

const { View } = ahead(async () => (await import('./review.tsx')).Review);

/** The desk of reviews, in a file of its own: few people open it. */
export const ReviewDesk = ({ title }: { title: string }) => (
  <Suspense fallback={<main aria-label={title} data-region="review" />}>
    <View title={title} />
  </Suspense>
);
