import { Suspense } from 'react';
import { ahead } from '../ui/ahead.tsx';

const { View } = ahead(async () => (await import('./audit.tsx')).Audit);

/** Who saw what, in a file of its own: few open it in the first minute. */
export const AuditDesk = ({ title }: { title: string }) => (
  <Suspense fallback={<main aria-label={title} data-region="audit" />}>
    <View title={title} />
  </Suspense>
);
