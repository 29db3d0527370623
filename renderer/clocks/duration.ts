/** `15 minutes`, `4 hours`: a promise in words. */
export const duration = (minutes: number): string => {
  if (minutes % 60 !== 0) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
};

/** As it is typed: `15m`, `4h`; empty: no such promise. */
export const typed = (minutes: number | null): string => {
  if (minutes === null) return '';
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
};

/** Minutes of what was typed; undefined where it says nothing. */
export const minutesOf = (text: string): number | null | undefined => {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === '') return null;
  const [, number, unit] = /^(\d{1,6})\s*(m|min|h)?$/u.exec(trimmed) ?? [];
  if (number === undefined) return undefined;
  const minutes = Number(number) * (unit === 'h' ? 60 : 1);
  return minutes >= 1 && minutes <= 525_600 ? minutes : undefined;
};
