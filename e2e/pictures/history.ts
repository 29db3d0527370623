import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { Network } from '../network.ts';

type Said = { from: string; name: string; text: string; minutesAgo: number; isDirect?: true };

const photographed: readonly Said[] = [
  {
    from: 'mayaokafor',
    name: 'Maya Okafor',
    minutesAgo: 52,
    text: '@HallamMobile no signal since 6am in LS1, any idea?',
  },
  {
    from: 'crabtreephil',
    name: 'Phil Crabtree',
    minutesAgo: 190,
    text: '@HallamMobile charged twice for June. Third time I ask for the refund.',
  },
  {
    from: 'noor_haddad',
    name: 'نور حداد',
    minutesAgo: 58,
    text: '@HallamMobile لا توجد إشارة منذ الصباح في ليدز',
  },
  {
    from: 'yui_tanaka',
    name: '田中 結衣',
    minutesAgo: 44,
    text: '@HallamMobile 朝から圏外です。いつ直りますか？',
  },
  {
    from: 'piotrw',
    name: 'Piotr Wiśniewski',
    minutesAgo: 49,
    text: '@HallamMobile brak zasięgu od szóstej, co się dzieje?',
  },
  {
    from: 'bethasquith',
    name: 'Beth Asquith',
    minutesAgo: 31,
    text: '@HallamMobile the bill says £94. My plan is £12. Please look at it.',
  },
  {
    from: 'hughkershaw',
    name: 'Hugh Kershaw',
    minutesAgo: 27,
    text: '@HallamMobile roaming in Lisbon does not work although I paid for it yesterday',
  },
  {
    from: 'dylanchaudhry',
    name: 'Dylan Chaudhry',
    minutesAgo: 22,
    text: '@HallamMobile is the mast in Hyde Park down again? No signal for the whole street',
  },
  {
    from: 'robbiebooth',
    name: 'Robbie Booth',
    minutesAgo: 18,
    text: '@HallamMobile where do I find my PUK code? Mum has locked the phone',
  },
  {
    from: 'yasminhaigh',
    name: 'Yasmin Haigh',
    minutesAgo: 12,
    text: '@HallamMobile no signal here either, and I am on call for the hospital',
  },
  {
    from: 'long_name',
    name: 'Bartholomew Featherstonehaugh-Cholmondeley Junior',
    minutesAgo: 9,
    text: '@HallamMobile refund still not there after ten days. The shop told me five, the chat told me seven, and the letter says that nobody knows anything about it at all, which I can well believe.',
  },
  {
    from: 'jonasberg',
    name: 'Jonas Berg',
    minutesAgo: 6,
    text: '@HallamMobile can I keep my number when I come over from another network?',
  },
  {
    from: 'leilaaziz',
    name: 'Leila Aziz',
    minutesAgo: 4,
    text: '@HallamMobile thank you, it works again, you lot are quick today',
  },
  {
    from: 'tomfoley',
    name: 'Tom Foley',
    minutesAgo: 2,
    text: '@HallamMobile no signal in LS6 since the thunder',
  },
  {
    from: 'mayaokafor',
    name: 'Maya Okafor',
    minutesAgo: 40,
    isDirect: true,
    text: 'please call me, my number is 0113 496 0017',
  },
  {
    from: 'crabtreephil',
    name: 'Phil Crabtree',
    minutesAgo: 34,
    isDirect: true,
    text: 'ring me on 0113 496 0022, any time after five',
  },
  {
    from: 'bethasquith',
    name: 'Beth Asquith',
    minutesAgo: 20,
    isDirect: true,
    text: 'my number is 0113 496 0031',
  },
  { from: 'hughkershaw', name: 'Hugh Kershaw', minutesAgo: 15, isDirect: true, text: 'call 0113 496 0044' },
  { from: 'robbiebooth', name: 'Robbie Booth', minutesAgo: 14, isDirect: true, text: 'it is 0113 496 0058' },
  { from: 'jonasberg', name: 'Jonas Berg', minutesAgo: 3, isDirect: true, text: 'call me on 0113 496 0063' },
];

/** A network on which some have waited for hours and some have just written: nothing more is said while pictures are taken. */
export const aMorningAgo = async (): Promise<{ simulator: Simulator; network: Network }> => {
  let minutesAgo = 0;
  const simulator = await startSimulator({
    ...{ seed: 'team', rate: 0, opening: 0, customers: false, rateLimitScale: 100 },
    now: () => Date.now() - minutesAgo * 60_000,
  });
  const network = new Network(simulator.port);
  for (const said of photographed.toSorted((a, b) => b.minutesAgo - a.minutesAgo)) {
    ({ minutesAgo } = said);
    await network.person(said.from, { name: said.name, followers: 1200 });
    if (said.isDirect) await network.direct(said.from, said.text);
    else await network.say(said.from, said.text);
  }
  minutesAgo = 0;
  return { simulator, network };
};

export const handles: readonly string[] = [...new Set(photographed.map(({ from }) => from))];
