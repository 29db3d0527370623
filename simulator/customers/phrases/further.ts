import { inFull } from './short-book.ts';

export const arabic = inFull({
  mobile: [
    '{brand} لا توجد شبكة في {place} منذ {hours} ساعات، ماذا يحدث؟',
    'تم خصم {money} مرتين هذا الشهر، أريد استرجاع المبلغ {brand}',
    '{brand} اتصلت ثلاث مرات ولم يجبني أحد. رقم الطلب {ref} 😠',
    'الإنترنت بطيء جداً كل مساء والأولاد عندهم امتحانات {brand}',
  ],
  rail: [
    'قطار {train} إلى {place} أُلغي مرة أخرى دون أي إعلان {brand}',
    '{brand} نحن واقفون قبل {place} منذ {hours} ساعات ومعنا أطفال',
  ],
  question: ['السلام عليكم {brand}، هل الباقة تعمل في {مصر|المغرب|الأردن}؟', '{brand} كيف أحول رقمي إليكم؟'],
  railQuestion: [
    '{brand} هل قطار {train} إلى {place} يعمل اليوم؟',
    'نسيت حقيبتي في قطار {train}، بمن أتصل {brand}؟',
  ],
  praise: ['شكراً لموظف الفرع في {place}، تعامل راقٍ جداً {brand} 🌹'],
  chimeIn: ['نفس المشكلة عندي في {place} {brand}', 'عندي رجعت الشبكة الحمد لله {brand}'],
  nudge: ['هل من مجيب؟ {brand}', '{brand} ما زلت أنتظر الرد'],
  outage: ['الشبكة مقطوعة في {city} كلها؟ {brand}'],
  directOpening: ['مرحباً، أفضل الكتابة هنا. وصلتني فاتورة بقيمة {money} ولا أعرف سببها. الرقم {ref}'],
  thanks: ['شكراً جزيلاً {brand} 🙏', 'تم الحل، بارك الله فيكم {brand}'],
  stillBroken: ['{brand} ما زالت المشكلة موجودة', 'جربت ولم يتغير شيء {brand}'],
  detail: ['{postcode}، جهاز {phonemodel} {brand}', 'رقم الطلب {ref} {brand}'],
  grumble: ['نسمع هذا الكلام كل مرة {brand}'],
  goesDirect: ['أرسلت لكم رسالة خاصة {brand}'],
  directDetail: ['أنا صاحب المنشور: {ref}، الرمز البريدي {postcode}'],
  phoneGiven: ['رقمي {phone}، بعد العصر من فضلكم'],
});

export const japanese = inFull({
  mobile: [
    '{brand} {place}で{hours}時間前から圏外です。復旧の見込みを教えてください。',
    '{money}が二重に請求されています。確認お願いします {brand}',
    '{brand} チャットで30分待たされて切られました。番号は{ref}です。',
    '夜になると動画が全く見られません…{phonemodel}です {brand} 😢',
  ],
  rail: [
    '{train}の{place}行き、また運休ですか？案内もありません {brand}',
    '{brand} {place}の手前で{hours}時間止まっています。空調も切れました。',
  ],
  question: [
    '{brand} 日本でのローミングは追加料金なしですか？',
    '{place}駅にコインロッカーはありますか？ {brand}',
    '{brand} eSIMへの切り替え方法を教えてください',
  ],
  railQuestion: [
    '{brand} {train}発{place}行きは運行していますか？',
    '{place}駅にエレベーターはありますか {brand}',
  ],
  praise: [
    '{place}のスタッフの方がとても親切でした。ありがとうございます {brand} ✨',
    '{brand} 対応が早くて感動しました👏',
  ],
  chimeIn: ['{place}も同じです {brand}', 'こちらは復旧しました {brand}'],
  nudge: ['{brand} まだでしょうか', '返信お待ちしています {brand}'],
  outage: ['{city}で通信障害ですか？ {brand}', '{brand} {city}、全く繋がりません #hallamdown'],
  directOpening: ['はじめまして。請求について相談です。お客様番号は{ref}、金額は{money}です。'],
  thanks: ['ありがとうございました！ {brand}', '{brand} 直りました、助かりました🙇'],
  stillBroken: ['{brand} 再起動しましたがまだだめです', '変わりません… {brand}'],
  detail: ['{postcode}、{phonemodel}です {brand}', '受付番号は{ref}です {brand}'],
  grumble: ['毎回同じお返事ですね {brand}'],
  goesDirect: ['DMを送りました {brand}'],
  directDetail: ['先ほどの者です。{ref}、郵便番号{postcode}です。'],
  phoneGiven: ['電話番号は{phone}です。18時以降でお願いします'],
});

export const hindi = inFull({
  mobile: [
    '{brand} {place} में {hours} घंटे से नेटवर्क नहीं है, कोई बताएगा क्या हो रहा है?',
    'इस महीने दो बार {money} कट गए। पैसे वापस कीजिए {brand}',
    '{brand} तीन बार फोन किया, हर बार कट गया। शिकायत नंबर {ref}',
    'yaar {brand} net itna slow kyun hai, match bhi nahi dekh paaye 😩',
  ],
  rail: [
    '{train} की {place} वाली ट्रेन फिर रद्द, कोई सूचना नहीं {brand}',
    '{brand} {place} से पहले {hours} घंटे से खड़े हैं',
  ],
  question: ['{brand} क्या भारत में रोमिंग इस प्लान में शामिल है?', 'नमस्ते {brand}, नंबर पोर्ट कैसे करें?'],
  railQuestion: ['{brand} {train} वाली ट्रेन आज चलेगी क्या?', '{place} स्टेशन पर लिफ्ट है क्या {brand}?'],
  praise: ['{place} की दुकान वाली टीम ने बहुत मदद की, धन्यवाद {brand} 🙏'],
  chimeIn: ['{place} में भी यही हाल है {brand}', 'hamare yahan bhi same problem {brand}'],
  nudge: ['कोई है? {brand}', '{brand} abhi tak koi jawab nahi'],
  outage: ['{city} में नेटवर्क बंद है क्या? {brand}'],
  directOpening: ['नमस्ते, बिल {money} का आया है जबकि प्लान सस्ता था। नंबर {ref}'],
  thanks: ['बहुत धन्यवाद {brand}', 'ठीक हो गया, शुक्रिया {brand} 😊'],
  stillBroken: ['{brand} अभी भी नहीं चल रहा', 'restart kiya, koi fark nahi {brand}'],
  detail: ['{postcode}, {phonemodel} {brand}', 'शिकायत नंबर {ref} है {brand}'],
  grumble: ['हर बार यही जवाब {brand}'],
  goesDirect: ['मैसेज भेज दिया है {brand}'],
  directDetail: ['मैं वही हूँ जिसने पोस्ट किया: {ref}, {postcode}'],
  phoneGiven: ['मेरा नंबर {phone} है, शाम को फोन कीजिए'],
});

export const ukrainian = inFull({
  mobile: [
    '{brand} вже {hours} години немає зв’язку в {place}, що сталося?',
    'Списали {money} двічі, поверніть будь ласка {brand}',
    '{brand} не приходять смс з банку, це дуже терміново',
  ],
  rail: ['Потяг {train} до {place} знову скасували, ніхто нічого не каже {brand}'],
  question: [
    '{brand} чи працює ваш тариф в Україні без доплати? 🇺🇦',
    'Добрий день {brand}, як перенести номер?',
  ],
  railQuestion: [
    '{brand} потяг {train} до {place} сьогодні їде?',
    'Забула рюкзак у потязі {train}, куди дзвонити {brand}?',
  ],
  praise: ['Дякую дівчині з магазину в {place}, дуже допомогла {brand} 💛💙'],
  chimeIn: ['У {place} те саме {brand}'],
  nudge: ['Є хтось? {brand}'],
  outage: ['{city} весь без зв’язку {brand}?'],
  directOpening: ['Вітаю, не хочу писати публічно. Рахунок {ref}, сума {money}, це не моє.'],
  thanks: ['Дуже дякую {brand}!', 'Запрацювало, дякую {brand} 🙏'],
  stillBroken: ['{brand} досі не працює'],
  detail: ['{postcode}, {phonemodel} {brand}', 'Номер звернення {ref} {brand}'],
  grumble: ['Вибачення не допоможе {brand}'],
  goesDirect: ['Написала вам у приватні {brand}'],
  directDetail: ['Це я: {ref}, {postcode}'],
  phoneGiven: ['Мій номер {phone}, після шостої'],
});
