import { fold } from '../fold.ts';
import { sentimentIn } from '../sentiment.ts';
import { createWords } from '../words.ts';

/**
 * Whether a customer thanks: words of thanks in the languages that come in most, unless they are turned round ("thanks for
 * nothing", "no thanks"), said ahead ("thanks in advance") or drowned in complaint. A count for a team, never a verdict on a
 * person: irony without such words is taken at its word.
 */
export const isThanks = (text: string): boolean => {
  const folded = fold(text);
  let thanks = 0;
  let turned = 0;
  words(folded, (id) => {
    if (id < said.length) thanks += 1;
    else turned += 1;
  });
  return thanks > 0 && turned === 0 && sentimentIn(folded) !== 'negative';
};

/** Nothing but thanks: short, and asks for nothing. Whoever writes so after the end has not come back with their matter. */
export const isOnlyThanks = (text: string): boolean =>
  isThanks(text) &&
  !/[?？]/u.test(text) &&
  fold(text).raw.filter((word) => !word.startsWith('@')).length <= most;

const most = 14;

const said = [
  ...['thanks', 'thank you', 'thank u', 'thankyou', 'thx', 'thnx', 'ty', 'cheers', 'much appreciated'],
  ...['appreciate it', 'appreciate your help', 'grateful', 'diolch', 'go raibh maith agat', '🙏'],
  ...['danke', 'dankeschön', 'vielen dank', 'merci', 'gracias', 'gràcies', 'grazie', 'obrigado', 'obrigada'],
  ...['bedankt', 'dank je', 'dank u', 'tack', 'takk', 'kiitos', 'dziękuję', 'dzięki', 'děkuji', 'ďakujem'],
  ...['köszönöm', 'mulțumesc', 'mersi', 'hvala', 'teşekkürler', 'teşekkür ederim', 'ευχαριστώ', 'спасибо'],
  ...[
    'дякую',
    'благодаря',
    'شكرا',
    'תודה',
    'धन्यवाद',
    'ありがとう',
    '谢谢',
    '謝謝',
    '감사',
    '고마워',
    'ขอบคุณ',
    'terima kasih',
  ],
];

const turnedRound = [
  ...['thanks for nothing', 'thank you for nothing', 'no thanks', 'no thank you', 'thanks but no thanks'],
  ...['thanks in advance', 'thank you in advance', 'thanks a bunch', 'no thanks to', 'thanks to you'],
  ...['danke für nichts', 'danke im voraus', 'merci pour rien', 'merci d avance', 'gracias por nada'],
  ...[
    'gracias de antemano',
    'grazie di niente',
    'grazie in anticipo',
    'nein danke',
    'non merci',
    'no gracias',
  ],
];

const words = createWords([...said, ...turnedRound]);
