/** What customers of a telephone or internet company say, by how it sounds. Words are looked for as rules' words are. */
export const weights: Readonly<Record<string, number>> = {
  ...weighing(
    -3,
    'disgrace disgraceful appalling outrageous disgusting shambles useless scam scammers robbed thieves ripoff worst',
    'rip off, a joke, fed up, sick of, sick and tired, absolute joke, never again, waste of time, piss off, pissed off',
    'fuck fucking fucked bullshit shit shite crap 😡 🤬 🖕 💩',
  ),
  ...weighing(
    -2,
    'terrible awful horrible dreadful pathetic ridiculous unacceptable furious angry fuming livid joke rubbish garbage',
    'complaint ombudsman leaving switching cancelling hate hopeless incompetent liars lied lying atrocious',
    'still broken, still no, still not, still nothing, still waiting, waiting for hours, for hours, for days, for weeks',
    'on hold, hung up, cut off, nobody answers, no one answers, no reply, no answer, no response, not good enough',
    'not working, not happy, not fair, not acceptable, not impressed, wont work, not worked, never works, poor service',
    'poor show, cancel my contract, last straw, how hard, had enough, let down, get a grip, what a joke, wasted',
    'no help, bad service, no signal, no internet, no service, charged twice, overcharged, double charged 😤 😠 👎 🙄',
  ),
  ...weighing(
    -1,
    'bad broken fault faulty slow down outage problem problems issue issues error wrong failed failing fails annoying',
    'annoyed disappointed disappointing frustrated frustrating stuck worse refuse refused ignored ignoring unable',
    'useless delay delayed missing lost dead expensive poor waiting patchy dropping drops keeps crap 😞 😢 😭 😩 😒 💔',
    'again and again, not able, cant get, no idea, no one, nobody, what is going on, fix this, sort it out',
  ),
  ...weighing(
    1,
    'thanks thank cheers ta nice good ok fine helpful quick glad works working happy pleased appreciate resolved 🙂 👍',
    'fixed, sorted, up and running, all good, no problem, no problems, no issues, not bad, no worries, no complaints',
  ),
  ...weighing(
    2,
    'great brilliant lovely excellent superb wonderful perfect awesome legend legends delighted impressed',
    'kudos shoutout recommend 😊 😀 😃 🙏 ❤ 😍 🎉',
    'thank you, thanks so much, well done, very happy, back on, big thanks, so helpful, spot on, made my day',
  ),
  ...weighing(
    3,
    'fantastic amazing outstanding, love you, best service, cannot fault, cant fault, five stars',
  ),
  // Spanish, French, German, Polish, Portuguese, Italian: the commonest words only.
  ...weighing(
    -3,
    'verguenza, vergüenza, estafa, honte, arnaque, frechheit, abzocke, skandal, kpina, oszusci, vergonha',
  ),
  ...weighing(-3, 'vergogna, truffa'),
  ...weighing(
    -2,
    'pesimo, horrible, inaceptable, harto, inadmissible, nul, scandaleux, schlecht, unverschamt, katastrophe',
    'sin señal, sin internet, no funciona, no funcionan, nadie responde, ne marche pas, ne fonctionne pas, marche pas',
    'toujours pas, pas de reseau, kein netz, kein internet, kein empfang, funktioniert nicht, geht nicht, immer noch',
    'nie dziala, brak zasiegu, brak internetu, masakra, tragedia, dramat, sem sinal, nao funciona, non funziona',
    'pessimo, pessimo servizio, inaccettabile',
  ),
  ...weighing(
    -1,
    'problema, problemas, probleme, panne, storung, awaria, lento, lenta, lent, langsam, wolno, guasto',
  ),
  ...weighing(
    2,
    'gracias, merci, danke, dankeschon, dziekuje, dzieki, obrigado, obrigada, grazie, excelente, super',
  ),
  ...weighing(
    2,
    'genial, parfait, perfekt, swietnie, otimo, ottimo, perfecto, encantado, ravi, 助かりました',
  ),
  ...weighing(2, 'ありがとう, 谢谢, ขอบคุณ, 감사'),
  ...weighing(-2, '最悪, 繋がらない, つながらない, 故障, 投诉, 太差, แย่มาก, ใช้ไม่ได้, 최악, 안돼'),
};

/** Turn what follows round, up to three words away. */
export const negators: ReadonlySet<string> = new Set(
  'not no never hardly isnt arent wasnt dont doesnt didnt cant wont couldnt nicht kein keine pas nie no sin sem non nao'.split(
    ' ',
  ),
);
/** The half of a verb that an apostrophe left: `don't` is read as `don` and `t`. */
export const negatedBefore: ReadonlySet<string> = new Set(
  'isn aren wasn weren don doesn didn can won couldn wouldn hasn haven hadn shouldn'.split(' '),
);

function weighing(weight: number, ...lists: string[]): Record<string, number> {
  const words = lists.flatMap((list) => (list.includes(',') ? list.split(',') : list.split(' ')));
  return Object.fromEntries(
    words.map((word) => [word.trim(), weight] as const).filter(([word]) => word !== ''),
  );
}
