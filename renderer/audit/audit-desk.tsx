import { ahead } from '../ui/ahead.tsx';

type Props = { title: string };

/** Who saw what, in a file of its own: few open it in the first minute. */
export const { View: AuditDesk } = ahead(
  async () => (await import('./audit.tsx')).Audit,
  ({ title }: Props) => <main aria-label={title} data-region="audit" />,
);
