const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** `12k`, `1.3M`: how far a voice carries. */
export const short = (n: number): string => compact.format(n).replace('K', 'k');

export const followers = (n: number): string => `${short(n)} ${n === 1 ? 'follower' : 'followers'}`;

/** `1st`, `3rd`, `12th`. */
export const ordinal = (n: number): string => `${n}${suffixes[rules.select(n)] ?? 'th'}`;

const rules = new Intl.PluralRules('en', { type: 'ordinal' });
const suffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
