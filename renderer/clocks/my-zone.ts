/** The time zone of this machine: in it a clock is explained that runs around the clock. */
export const myZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
