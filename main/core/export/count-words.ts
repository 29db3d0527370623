const number = new Intl.NumberFormat('en');

/** `1 message`, `12,300 messages`. */
export const plural = (n: number, one: string): string => `${number.format(n)} ${n === 1 ? one : `${one}s`}`;
