import { get, useDesk } from '../store/desk.ts';
import { raise } from './raise.ts';
import { say } from './spoken.ts';

/** A summary at most so often: a reader that speaks all the time is switched off. */
const pauseMs = 6000;
/** Outside the window even less often. */
const outsideMs = 30_000;

/** `5 new in New, 2 in Mine`: spoken politely, and, where everything is wanted, said outside the window. */
export const startSummary = (): (() => void) => {
  let told = new Map<string, number>();
  let toldOutside = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let outside: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    timer = undefined;
    const { words, now } = since(told);
    told = now;
    if (words !== '') say(words);
  };
  const tellOutside = (): void => {
    outside = undefined;
    const { words, now } = since(toldOutside);
    toldOutside = now;
    if (words !== '' && get().settings.notify.tier === 'all')
      raise({
        tag: `arrived/${Math.floor(Date.now() / outsideMs)}`,
        title: 'New threads',
        body: words,
        threadId: null,
      });
  };
  const stop = useDesk.subscribe((desk, before) => {
    if (desk.columns === before.columns) return;
    const isMore = Object.entries(desk.columns).some(
      ([id, { newCount }]) => newCount > (before.columns[id]?.newCount ?? newCount),
    );
    if (!isMore) return;
    timer ??= setTimeout(tell, pauseMs);
    outside ??= setTimeout(tellOutside, outsideMs);
  });
  return () => {
    stop();
    clearTimeout(timer);
    clearTimeout(outside);
  };
};

/** How much waits in each column beyond what was told. */
const since = (told: ReadonlyMap<string, number>): { words: string; now: Map<string, number> } => {
  const now = new Map<string, number>();
  const parts: string[] = [];
  for (const [id, { newCount, definition }] of Object.entries(get().columns)) {
    now.set(id, newCount);
    if (newCount > (told.get(id) ?? 0)) parts.push(`${newCount} new in ${definition.title}`);
  }
  return { words: parts.slice(0, 4).join(', '), now };
};
