const epochMs = 1_288_834_974_657n;

/** Network ids of this town: by time, and never two alike. */
export const createIds = () => {
  let count = 0n;
  return (atMs: number): string => {
    count = (count + 1n) & 0x3fffffn;
    return (((BigInt(atMs) - epochMs) << 22n) | count).toString();
  };
};
