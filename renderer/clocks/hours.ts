type Span = [from: number, to: number];

/** `09:00–17:00, 18:00–20:00`; empty: closed. */
export const hoursText = (spans: readonly (readonly [number, number])[]): string =>
  spans.map(([from, to]) => `${time(from)}–${time(to)}`).join(', ');

const time = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** What was typed as one day's hours, in order; undefined where it can't be read. `9-17` will do. */
export const hoursOf = (text: string): Span[] | undefined => {
  const parts = text
    .split(/[,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.toLowerCase() !== 'closed');
  const spans: Span[] = [];
  for (const part of parts) {
    const [, h1, m1 = '0', h2, m2 = '0'] =
      /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?$/u.exec(part) ?? [];
    const from = Number(h1) * 60 + Number(m1);
    const to = Number(h2) * 60 + Number(m2);
    if (!(from >= 0 && from < to && to <= 1440 && Number(m1) < 60 && Number(m2) < 60)) return undefined;
    spans.push([from, to]);
  }
  spans.sort(([a], [b]) => a - b);
  return spans.every(([from], at) => at === 0 || from >= (spans[at - 1]?.[1] ?? 0)) ? spans : undefined;
};
