import { folded } from './plain.ts';

/** A name or handle as its owner wrote it, kept from turning its surroundings round. */
export const Name = ({ children, className }: { children: string; className?: string | undefined }) => (
  <bdi className={className}>{folded(children)}</bdi>
);
