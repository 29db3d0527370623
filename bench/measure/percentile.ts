/** The value that `share` (0…1) of the samples do not exceed: nearest rank, so it is always one that was measured. */
export const percentile = (samples: readonly number[], share: number): number => {
  if (samples.length === 0) throw new Error('No samples were taken.');
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
};

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);
