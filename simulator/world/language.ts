/**
 * What language a text is in, as a network guesses it: by its script, else by the small words that one language has and
 * its neighbours have not. `und` where that says too little.
 */
export const languageOf = (text: string): string => {
  const bare = text.replaceAll(besideWords, ' ').toLowerCase();
  return byScript(bare) ?? byWords(bare);
};

const unknown = 'und';
/** Links, handles and hashtags are in no language. */
const besideWords = /https?:\S+|[@#][\p{L}\p{N}_]+/gu;

/** The first that fits: Japanese is written with Han letters too, and Ukrainian with Russian ones. */
const scripts: readonly [string, RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['uk', /[іїєґ]/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

/** A product's name among foreign letters does not make the text English; one foreign letter in a face does not make it foreign. */
const byScript = (text: string): string | undefined =>
  scripts.find(([, letters]) => (text.match(letters)?.length ?? 0) >= leastLetters)?.[0];
const leastLetters = 3;

const words: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the and you your is are was to of it i my this that have has with for what why how when not on in at be been can will would please just thanks thank get got no we they from but there so an or if do did does',
    es: 'el los las una que es por para con mi me se lo le y pero como muy ya hola gracias cuando porque del al tengo estoy cuenta está sin más nada hace puedo pueden ustedes',
    fr: 'le les des une est et je vous pour pas que qui dans sur mon ma avec ce cette mais bonjour merci plus depuis très aux du au sont suis avez j ai',
    de: 'der die das und ich ist nicht ein eine mit für auf zu mein meine wie warum wann aber danke bitte seit es den dem von im sie ihr habe kann auch noch was',
    pt: 'o os as uma que é para com meu minha não por mas como muito já olá obrigado obrigada do da na no em ao pra você vocês estou tem',
    it: 'il gli una che è per con mio mia non ma come molto già ciao grazie di del della nel sono ho da ancora perché quando questo',
    nl: 'de het een en ik is niet met voor op mijn hoe waarom maar dank bedankt van jullie dat dit nog al wat wel geen heb kan',
    pl: 'nie jest to się na do mój moja jak dlaczego ale dzięki proszę czy od już co mam z w i że za dziękuję kiedy po jestem',
    tr: 'bir ve bu için çok ama neden nasıl teşekkürler mi ne var yok değil ben bana daha gibi',
    id: 'yang dan di ini itu saya tidak untuk dengan sudah ada bisa kenapa apa terima kasih nak sbb',
  }).map(([lang, all]) => [lang, new Set(all.split(' '))]),
);

const leastWords = 2;

/** Two words at least that only this language has, or more than any other has. */
const byWords = (text: string): string => {
  const said = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const ranking = Object.entries(words)
    .map(([lang, known]) => ({ lang, hits: new Set(said.filter((word) => known.has(word))).size }))
    .toSorted((a, b) => b.hits - a.hits);
  const [first, second] = ranking;
  if (!first || first.hits < leastWords || first.hits === second?.hits) return unknown;
  return first.lang;
};
