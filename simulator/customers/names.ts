import type { Language } from './phrases/books.ts';

export interface NameList {
  given: readonly string[];
  family: readonly string[];
  /** For handles of people whose names are not in Latin letters. */
  latin?: readonly string[];
  places: readonly string[];
}

const YORKSHIRE = [
  'Leeds',
  'Sheffield',
  'Bradford',
  'York',
  'Hull',
  'Huddersfield',
  'Rotherham',
  'Barnsley',
  'Harrogate',
  'Whitby',
  'Skipton',
  'God’s Own County',
  'West Yorks',
  '53.8N',
  'Up north',
  '',
];

const words = (text: string) => text.split(' ');

export const NAMES: Readonly<Record<Language, NameList>> = {
  en: {
    given: words(
      'Jane Tom Priya Callum Donna Aisha Liam Bev Gareth Niamh Oluwaseun Kelly Dave Ruth Mo Charlotte Stan Fatima Josh Margaret Zainab Ellie Craig Wendy Femi Holly Imran Sue Archie Chantelle Nigel Tasha Ben Maureen Kai Rebecca Dylan Yasmin Trevor Amelia Ravi Siobhan Lewis Jean Kwame Poppy Derek Leah Olivia Harpreet Stuart Mandy Tariq Beth Oscar Nadia Colin Grace Jermaine Lorraine Owen Sadia Hugh Carys Usman Abbie Phil Deborah Malik Jess Ronnie Anjali Euan Hilary Omar Lucy Gordon Tilly Winston Karen Bilal Sian Ernie Maya Keith Esme Hassan Pauline Robbie Naomi',
    ),
    family: words(
      'Hartley Booth Okafor Ackroyd Singh Barraclough Ahmed Firth Khan Thackray Dyson Patel Murgatroyd Walsh Sugden Hussain Brook Oyelaran Holroyd Shaw Greenwood Begum Metcalfe Boothroyd Whitaker Mensah Lumb Illingworth Rhodes Sutcliffe Iqbal Crabtree Armitage Kaur Bairstow Jagger Naylor Pickles Wainwright Adeyemi Clegg Haigh Ogden Mirza Broadbent Ramsden Beaumont Chaudhry Kershaw Earnshaw Sykes Mahmood Battye Fawcett Lister Noble Verity Hinchliffe Osei Micklethwaite Priestley Rahman Stead Tordoff Uttley Waterhouse Asquith Bhatti',
    ),
    places: YORKSHIRE,
  },
  es: {
    given: words('Lucía Álvaro Marisol Diego Carmen Iñigo Rocío Javi Ximena Paco'),
    family: words('García Muñoz Pérez Ibáñez Romero Castaño Núñez Vidal'),
    places: [...YORKSHIRE, 'Valencia ↔ Leeds'],
  },
  de: {
    given: words('Jürgen Sabine Lukas Anneliese Felix Ulrike Björn Käthe Malte Heike'),
    family: words('Müller Großmann Schäfer Vogt Köhler Brandt Löffler Weiß'),
    places: [...YORKSHIRE, 'Münster'],
  },
  fr: {
    given: words('Élodie Théo Margaux Benoît Chloé Rémi Inès Gaëlle'),
    family: words('Lefèvre Dubois Moreau Garçon Petit Fournier'),
    places: [...YORKSHIRE, 'Lille'],
  },
  pl: {
    given: words('Agnieszka Paweł Małgorzata Łukasz Zosia Krzysztof Bożena Michał Grażyna Wojtek'),
    family: words('Nowak Wiśniewska Zieliński Wójcik Dąbrowska Szymański Brzęczyszczykiewicz Kowalczyk'),
    places: [...YORKSHIRE, 'Leeds / Rzeszów'],
  },
  ar: {
    given: words('أحمد فاطمة يوسف ليلى خالد مريم عمر نور سلمى حسن'),
    family: words('العلي حداد المصري الخطيب ناصر سليمان الشامي'),
    latin: words('ahmad fatima yousef layla khaled maryam omar nour salma hasan'),
    places: [...YORKSHIRE, 'ليدز'],
  },
  ja: {
    given: words('さくら 健太 美咲 大輔 結衣 翔 恵子 陽菜 拓海'),
    family: words('佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村'),
    latin: words('sakura kenta misaki daisuke yui sho keiko hina takumi'),
    places: [...YORKSHIRE, 'リーズ', 'York 🇯🇵'],
  },
  hi: {
    given: words('प्रिया राहुल अंजलि विक्रम नेहा अमित सुनीता रोहन'),
    family: words('शर्मा वर्मा गुप्ता सिंह यादव मेहता जोशी'),
    latin: words('priya rahul anjali vikram neha amit sunita rohan'),
    places: [...YORKSHIRE, 'Bradford ❤️ Delhi'],
  },
  uk: {
    given: words('Оксана Андрій Наталія Богдан Ірина Тарас Соломія Олег'),
    family: words('Шевченко Коваленко Бондар Ткачук Мельник Гончар'),
    latin: words('oksana andriy nataliia bohdan iryna taras solomiia oleh'),
    places: [...YORKSHIRE, 'Київ → Leeds'],
  },
};

/** Whole names of a kind that people really choose. */
export const NICKNAMES = [
  'the bins go out on tuesday',
  '🌸 𝓷𝓸𝓽 𝓫𝓾𝓼𝔂 🌸',
  'Big Kev (parody of himself)',
  'Prof. Dr. A. Featherstonehaugh-Cholmondeley',
  'lads lads lads',
  'mum of 3 | allotment | grumpy before tea ☕️',
  'ᴛʜᴇ ʀᴇᴀʟ ᴅᴇᴀʟ',
  'Leeds Til I Log Off 💛💙',
  'BARRY',
  'a whippet called Susan 🐕‍🦺',
  'Otley Run Rescue',
  'not your nan',
  'rain again',
  'LS6 til I die',
  'professional queuer',
  'Holmfirth’s Finest™',
  'cold tea (half drunk)',
  'eeyore in a hi-vis',
  '📵',
  'yes THAT one',
  'Notes From A Small Kitchen',
  'seagull apologist',
] as const;

export const BIOS = [
  '',
  '',
  '',
  'Views mine. Typos also mine.',
  'Walks, tea, complaining.',
  'Nurse. Dog person. LUFC.',
  'Here for the trains.',
  'he/him | code, bikes, brass bands',
  'Mostly harmless 🌻',
  'Mum, gran, retired, not tired',
  'Photographs of rain',
  'Student @ Uni of Leeds',
  'Taxi driver. I hear everything.',
  'Opinions are a hobby',
] as const;
