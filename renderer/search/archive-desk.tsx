import { ahead } from '../ui/ahead.tsx';

type Props = { title: string };

/** The desk of everything that was ever said. Fetched once the window has nothing better to do: the first `/` should not wait for a file. */
export const { View: ArchiveDesk, load: loadArchive } = ahead(
  async () => (await import('./archive.tsx')).Archive,
  ({ title }: Props) => <main aria-label={title} data-region="search" />,
);
