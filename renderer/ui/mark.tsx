export type Shape = 'fine' | 'soon' | 'now' | 'breached';

const sectors: Record<Shape, string | null> = {
  fine: null,
  soon: 'M6 6V1.6A4.4 4.4 0 0 1 10.4 6Z',
  now: 'M6 6V1.6A4.4 4.4 0 1 1 1.6 6Z',
  breached: 'M6 1.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 0 1 0-8.8Z',
};

/** ○ ◔ ◕ ●: each meaning has a shape, so that colour is never the only sign. Drawn, for fonts disagree on them. */
export const Mark = ({ shape, className }: { shape: Shape; className?: string | undefined }) => {
  const sector = sectors[shape];
  return (
    <svg className={className} width="10" height="10" viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {sector !== null && <path d={sector} fill="currentColor" />}
    </svg>
  );
};
