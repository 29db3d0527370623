import type { Dice } from './dice.ts';

const openings = [
  'no signal since six this morning in',
  'still waiting for the engineer who was promised yesterday in',
  'your app says everything is fine, it is not fine in',
  'thanks, it works again here in',
  'third day without broadband and a month-end to close in',
  '昨日からずっと圏外です。復旧はいつですか？',
  'od rana nie ma zasięgu, a infolinia nie odbiera w',
  'الشبكة مقطوعة منذ الصباح في',
];
const places = ['Leeds', 'York', 'Hull', 'Whitby', 'Otley', 'Ripon', 'Skipton', 'Selby', 'Thirsk', 'Malton'];
const endings = [
  'Any idea when it is back? I work from home and the phone is all I have.',
  'I have been on hold for two hours and then the line went dead.',
  'My mother depends on this line for her alarm. Please look into it.',
  'The bill went up and the service went down, what am I paying for?',
  'Rebooted twice, new SIM, another handset: the same.',
  'Happy to give details by direct message 🙏',
  '',
];

/** Somewhere between 60 and 220 characters, as people write. */
export const sentence = (dice: Dice, brand: string): string =>
  `@${brand} ${dice.pick(openings)} ${dice.pick(places)} ${dice.below(1_000)}. ${dice.pick(endings)} ${dice.pick(endings)}`.trim();
