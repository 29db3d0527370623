/** E.164: `+`, a country's calling code, a national number; fifteen digits at most. */
export const e164Pattern = /^\+[1-9]\d{4,14}$/u;

/** `+441134960017` → `+44 ••• 0017`: enough to recognise it by, not enough to dial. Needs none of the tables of phone.ts. */
export const masked = (number: string): string => `+${callingCode(number)} ••• ${number.slice(-4)}`;

// ITU E.164: +1 and +7 stand alone, these zones have codes of two digits, all others of three.
const twoDigits = /^\+(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/u;

const callingCode = (number: string): string => {
  if (/^\+[17]/u.test(number)) return number.slice(1, 2);
  return number.slice(1, twoDigits.test(number) ? 3 : 4);
};
