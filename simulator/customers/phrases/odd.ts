/** What no care team ordered and every care team gets. */
export const SPAM = [
  '{brand} 🔥🔥 I made {£4,200|£9,750|£1,118} in a week from home, ask me how 👉 https://crypto-hive{1|22|7}.example.com/join',
  'CONGRATS {brand} followers!! You won a {phone|voucher|cruise} claim at http://win-{big|fast|now}.example.net/{a8|k2|zz} ⏰ only today',
  '{brand} lost access to your account? contact @quickfix_{recover|wizard} on insta he helped me 100% legit',
  'Need {followers|likes|reposts}? DM me {brand} cheap {fast|real|HQ} no password',
  '{brand} {brand} {brand} {brand} follow back',
  'check out my {mixtape|podcast|candle shop} {brand} https://www.example.org/{new|drop|sale}?utm_source={a|b|c}',
] as const;

/** Text that breaks windows which are built carelessly. */
export const HOSTILE = [
  '{brand} <script>alert("hallo")</script> your form lets me type this, does it bother anybody?',
  '{brand} Z̷̢̛̬͚̦̖͌̓̍͐̌a̸̧̡͎̟͕̻̎͊̿̓̏l̴̡̗̥͕͙͚̐̈́̽̕g̵̛̳͖̘̎̑̄͝͠o̶͕͎̠͌̀̌̓ ̵̢͉̗̺̎̿̈́has your router',
  '{brand} my invoice is called \u202Egpj.elif\u202C and it won’t open',
  '{brand} "><img src=x onerror=alert(1)> is what my bill says instead of a name',
  "{brand} Robert'); DROP TABLE customers;-- is my actual surname and your site won’t take it",
  '{brand} family plan for 👩‍👩‍👧‍👦👨‍👩‍👧👨‍👨‍👦‍👦👩🏽‍🚀🧑🏿‍🤝‍🧑🏻🏳️‍🌈🏴󠁧󠁢󠁥󠁮󠁧󠁿 how much',
  '{brand} 𝖜𝖍𝖞 𝖎𝖘 𝖒𝖞 𝖓𝖆𝖒𝖊 𝖜𝖗𝖔𝖓𝖌 𝖔𝖓 𝖙𝖍𝖊 𝖇𝖎𝖑𝖑',
  '{brand} login page at hаllammobile.example.com looks odd, the “а” is a different one, is that you?',
  '{brand} AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAARGH',
  '{brand} a\u200Bb\u200Bc\u200B zero width, still here. Also: \u2067مرحبا\u2069 hello \u2067שלום\u2069',
] as const;

/** The long ones: whole letters from people with a paid account. */
export const LETTERS = [
  '{brand} I am going to set this out properly because your chat only lets me write two lines. On the 3rd I rang to say we were moving. On the 5th I was told, by somebody called Jordan, that everything would carry on at the new address from the 12th. On the 12th: nothing. On the 13th I was told there was no record of my call. On the 15th an engineer went to the OLD house. On the 16th you charged me for a missed visit. I have ref numbers for all of it. I am a carer, my son’s alarm needs a line, and I would like one named person to own this until it works. Is that really so much to ask?',
  'A thread nobody asked for, in one post, about why I stayed with {brand}. In 2019 my dad was in hospital and I was driving back and forth on the A64 with a phone that cut out at every bend. I rang to shout. The person who answered didn’t read me a script. She said “give me the postcodes”, took all nine of them, and rang me back the next day with which two would be fixed by spring and which wouldn’t. They were fixed by spring. I don’t expect companies to love me & I don’t love them. But I remember that. Whoever you were: thank you.',
  '{brand} feedback, meant kindly: your bill has 14 pages. Page 1 is an advert. Pages 2–4 explain what a bill is. The amount is on page 5, in grey, smaller than the advert. Page 9 lists calls I made (thank you, I know). Pages 10–14 are blank except for “this page is intentionally blank”, which makes it not blank. My neighbour is 79 and pays whatever the letter says because she can’t find the number to check. Put the amount, the date and a phone number with a person behind it on page 1. I will frame it.',
] as const;
