import { compileRules, type Facts } from '../../shared/fits.ts';
import { fold } from '../../shared/fold.ts';
import type { Rule } from '../../shared/rule.ts';
import { budgets } from '../budgets.ts';
import { median } from '../measure/percentile.ts';
import type { Figure } from '../report/figure.ts';
import { createDice, type Dice } from '../town/dice.ts';
import { sentence } from '../town/words.ts';

const messages = 20_000;
const rounds = 7;

/**
 * A hundred rules asked for each message, beside reading each message once and asking nothing. Few messages fit any but
 * the last, so that nearly all of them are asked; one in ten asks how the message sounds.
 */
export const measureRouting = (): Figure => {
  const dice = createDice(11);
  const facts = Array.from({ length: messages }, () => factsOf(dice));
  const matcher = compileRules(hundredRules(dice));
  const routed = (): void => {
    let found = 0;
    for (const one of facts) if (matcher(one) !== -1) found += 1;
    if (found !== messages) throw new Error('The last rule takes every message.');
  };
  const readOnly = (): void => {
    let words = 0;
    for (const { text } of facts) words += fold(text).raw.length;
    if (words === 0) throw new Error('There are words.');
  };
  const perSecond = (run: () => void): number[] =>
    Array.from({ length: rounds }, () => messages / coreSeconds(run));
  // The first rounds of both are the compiler's.
  const baseline = median(perSecond(readOnly));
  const speeds = perSecond(routed);
  const value = median(speeds);
  return {
    name: 'routing, 100 rules',
    value,
    unit: '/s',
    baseline,
    budget: budgets.routing,
    note: `${rounds} rounds of ${messages} messages, slowest ${Math.round(Math.min(...speeds))} /s, by seconds of one core; 10,000 messages/s take ${((10_000 / value) * 100).toFixed(1)} % of a core; the baseline folds the text into words and asks nothing`,
  };
};

/** Of a core, not of the clock: what else runs on the machine is no part of the price. */
const coreSeconds = (run: () => void): number => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
};

const factsOf = (dice: Dice): Facts => ({
  accountId: `x:account:${dice.below(3)}`,
  kind: dice.roll() < 0.8 ? 'post' : 'dm',
  text: sentence(dice, 'hallammobile'),
  lang: dice.pick(['en', 'en', 'pl', 'ja', null]),
  customerTags: [],
  priority: 2,
});

const sought = [
  'cancel my contract',
  'porting code',
  'direct debit',
  'roaming',
  '#outage',
  'refund',
  'faktura',
  '料金',
];

const hundredRules = (dice: Dice): Rule[] => [
  ...Array.from({ length: 99 }, (_, at): Rule => {
    const words = Array.from({ length: 6 }, () => `${dice.pick(sought)} ${dice.below(10_000)}`);
    if (at % 10 === 0)
      return { sentiments: ['positive'], words: [dice.pick(['thanks', 'please', 'hold']), ...words] };
    if (at % 10 === 1) return { kinds: ['dm'], words };
    if (at % 10 === 2) return { languages: ['pl', 'de'], words, notWords: ['thank you'] };
    return { words };
  }),
  {},
];
