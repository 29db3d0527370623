import { expect, it } from 'vitest';
import type { Sentiment } from './rule.ts';
import { sentimentOf } from './sentiment.ts';

/** Written and labelled by hand; irony and hard cases are in it on purpose. */
const labelled: Record<Sentiment, string[]> = {
  negative: [
    'No signal since 6am in LS1, this is a disgrace',
    'I have been on hold for 50 minutes. Pathetic.',
    'Still broken. Day four. When will somebody fix this',
    'waiting for hours and nobody answers the phone',
    'Your service is an absolute joke',
    'charged twice again!! I want my money back',
    'third engineer who did not turn up, I am fuming',
    'Worst provider I have ever had, leaving as soon as I can',
    'my internet is down again',
    'This is not good enough',
    'not happy with the way I was spoken to',
    'the router never works after an update',
    'Fed up of chasing you for a refund',
    'you hung up on my elderly mother 😡',
    'app keeps crashing, useless',
    'I don’t think this is acceptable, is it? awful',
    'so slow today I cannot open a page',
    'Disappointed with the reply I got from your colleague',
    'why was I overcharged for roaming',
    'I will be going to the ombudsman with this',
    'Great, no internet again. Brilliant.',
    'Thanks for nothing',
    'Sin señal desde ayer, es una vergüenza',
    'Toujours pas de réseau ce matin',
    'Seit drei Tagen kein Netz, Frechheit',
    'Internet nie działa od rana',
    'もう三日もつながらない、最悪',
    'everyone else got a letter and I got sent round the houses',
  ],
  neutral: [
    'How do I change the name on my account?',
    'What time does the shop in Leeds close on Sunday',
    'Is 5G available in Otley yet?',
    'I am moving house on the 3rd, can I take my number with me',
    'Do you have the new phone in blue?',
    'Which channels are in the sports package',
    'my number ends in 717',
    'Sent you a DM',
    'Where can I see my data usage',
    'The postcode is LS1 4AP',
    'I use the black router by the window',
    'It is the same address as before',
    'Does the sim come in the post or do I collect it',
    '¿Cuál es el horario de la tienda?',
    'Bonjour, comment activer ma carte SIM ?',
    'Wann kommt der Techniker?',
    'Jak zmienić adres na fakturze?',
    '営業時間は何時までですか',
    'I rang at 2pm and spoke to Jo',
    'Is there an outage in LS2?',
  ],
  positive: [
    'Thank you so much, that fixed it',
    'Brilliant service from Ada today',
    'All sorted now, cheers',
    'Wow that was quick, thanks',
    'Signal is back on, well done team 👏',
    'You are a legend, it works',
    'not bad at all, faster than my old one',
    'Really impressed with the engineer this morning',
    'Just wanted to say the lady I spoke to was lovely',
    'No complaints, everything up and running',
    'great help as always 😊',
    'that’s perfect, speak soon',
    'Best service I have had from anyone',
    'Big thanks to ^AB for calling me back',
    'I can’t fault the support I got',
    'Muchas gracias, ya funciona',
    'Merci beaucoup, parfait !',
    'Danke für die schnelle Hilfe',
    'Dziękuję, wszystko działa',
    '助かりました、ありがとう',
    'my problem is solved, thank you',
    'I won’t hesitate to recommend you',
  ],
};

it('agrees with people nine times in ten, and seldom takes one end for the other', () => {
  const all = Object.entries(labelled).flatMap(([label, texts]) => texts.map((text) => ({ label, text })));
  const missed = all.filter(({ label, text }) => sentimentOf(text) !== label);
  const opposite = missed.filter(({ label, text }) => label !== 'neutral' && sentimentOf(text) !== 'neutral');
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect((all.length - missed.length) / all.length).toBeGreaterThanOrEqual(0.9);
  expect(opposite.length / all.length).toBeLessThanOrEqual(0.06);
});

it('turns round what is negated', () => {
  expect(sentimentOf('the app is good')).toBe('positive');
  expect(sentimentOf('the app is not good')).toBe('negative');
  expect(sentimentOf("it doesn't work, it isn't great")).toBe('negative');
  expect(sentimentOf('it was not a problem')).toBe('positive');
});

it('says neutral of what it does not know', () => {
  expect(sentimentOf('')).toBe('neutral');
  expect(sentimentOf('xyzzy 42')).toBe('neutral');
});
