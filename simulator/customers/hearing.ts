/** What a customer takes from an agent's answer. The first that fits counts. */
export type Heard =
  | 'asks-direct'
  | 'asks-phone'
  | 'says-fixed'
  | 'suggests'
  | 'asks-detail'
  | 'apologises'
  | 'other';

const CUES: readonly [Heard, RegExp][] = [
  [
    'asks-phone',
    /\b(phone|contact|mobile|best|your) number|\bcall you|\bring you|número|numero|nummer|رقم هاتف|電話/i,
  ],
  [
    'asks-direct',
    /\bDMs?\b|direct message|private message|message us|inbox|\bPN\b|\bMP\b|privado|wiadomość|رسالة|メッセージ/i,
  ],
  ['says-fixed', /\b(fixed|resolved|restored|back (on|up)|working again|refunded|sorted|gelöst|resuelto)\b/i],
  [
    'suggests',
    /\b(restart|reboot|reset|turn(ing)? (it|your)|switch(ing)? (it|your)|reinstall|try|airplane|update the|neu starten|reiniciar)\b/i,
  ],
  ['asks-detail', /\?|postcode|reference|account|order number|which (phone|train)|let us know/i],
  ['apologises', /\b(sorry|apolog|unfortunately|leider|lo sentimos|przepraszamy)/i],
];

export function hear(text: string): Heard {
  return CUES.find(([, cue]) => cue.test(text))?.[0] ?? 'other';
}
