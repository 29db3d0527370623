import { ahead } from '../ui/ahead.tsx';

type Props = { title: string };

/** The desk of reviews, in a file of its own: few people open it. */
export const { View: ReviewDesk } = ahead(
  async () => (await import('./review.tsx')).Review,
  ({ title }: Props) => <main aria-label={title} data-region="review" />,
);
