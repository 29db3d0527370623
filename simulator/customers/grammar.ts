import type { Random } from '../random.ts';

/** A template: `{word}` is looked up among the slots, `{this|that}` is a choice on the spot; both may nest. */
export type Slots = Readonly<Record<string, readonly string[]>>;

const INNERMOST = /\{([^{}]*)\}/;

export function expand(template: string, slots: Slots, random: Random): string {
  let text = template;
  for (let match = INNERMOST.exec(text); match; match = INNERMOST.exec(text)) {
    const inside = match[1] as string;
    const chosen = inside.includes('|') ? random.pick(inside.split('|')) : random.pick(slotOf(inside, slots));
    text = text.slice(0, match.index) + chosen + text.slice(match.index + match[0].length);
  }
  return text;
}

function slotOf(name: string, slots: Slots): readonly string[] {
  const slot = slots[name];
  if (!slot) throw new Error(`no slot {${name}}`);
  return slot;
}
