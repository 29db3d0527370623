import type { Row } from './rows.ts';

/** One customer's post of the file: when it comes, and what it hangs on. */
export interface Step {
  row: Row;
  /** From the start of the replay, already sped up. */
  offsetMs: number;
  /** The first row of its conversation, found by going up through both sides. */
  root: string;
  /** The row it answered, if a customer wrote that one; the brand's rows are not played. */
  customerParent: string | undefined;
  /** The nearest earlier customer row above it. */
  lastCustomerAbove: string | undefined;
  answersBrand: boolean;
}

export interface Plan {
  brands: string[];
  steps: Step[];
}

export function planReplay(
  rows: readonly Row[],
  wanted: string | undefined,
  speed: number,
  maxGapMs: number,
): Plan {
  const brands = chooseBrands(rows, wanted);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const played = rows
    .filter((row) => row.isInbound && brands.includes(row.brand))
    .toSorted((a, b) => a.atMs - b.atMs || Number(a.id) - Number(b.id));
  let offsetMs = 0;
  let previousMs = played[0]?.atMs ?? 0;
  const steps = played.map((row): Step => {
    offsetMs += Math.min(row.atMs - previousMs, maxGapMs) / speed;
    previousMs = row.atMs;
    return { row, offsetMs, ...relations(row, byId) };
  });
  return { brands, steps };
}

function relations(row: Row, byId: ReadonlyMap<string, Row>) {
  const parent = row.replyTo === undefined ? undefined : byId.get(row.replyTo);
  let root = row.id;
  let lastCustomerAbove: string | undefined;
  const seen = new Set([row.id]);
  for (
    let above = parent;
    above && !seen.has(above.id);
    above = above.replyTo ? byId.get(above.replyTo) : undefined
  ) {
    seen.add(above.id);
    root = above.id;
    if (above.isInbound) lastCustomerAbove ??= above.id;
  }
  return {
    root,
    lastCustomerAbove,
    customerParent: parent?.isInbound ? parent.id : undefined,
    answersBrand: parent !== undefined && !parent.isInbound,
  };
}

function chooseBrands(rows: readonly Row[], wanted: string | undefined): string[] {
  const threads = new Map<string, number>();
  for (const row of rows)
    if (row.isInbound && !row.replyTo) threads.set(row.brand, (threads.get(row.brand) ?? 0) + 1);
  const all = [...new Set(rows.map((row) => row.brand))];
  if (wanted === 'all') return all;
  if (wanted === undefined)
    return all.toSorted((a, b) => (threads.get(b) ?? 0) - (threads.get(a) ?? 0)).slice(0, 1);
  return wanted.split(',').map((name) => {
    const brand = all.find((known) => known.toLowerCase() === name.trim().toLowerCase());
    if (!brand) throw new Error(`the file has no brand ${name}`);
    return brand;
  });
}
