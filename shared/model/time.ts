/** Times are epoch milliseconds. Where a network tells the time, it is the network's, never ours. */
export type Ms = number;

/** Later than anything (the last moment a Date can hold): a deadline that is not there sorts after every real one. */
export const never: Ms = 8_640_000_000_000_000;
