import type { SimulatedClock } from './clock.ts';

export type Task = (dueAtMs: number) => void;
interface Entry {
  dueAtMs: number;
  order: number;
  task: Task;
}

/** What the simulated people are going to do. Tasks run in order of their due time and are told that time, so that a
 * jump of the clock by an hour leaves the same hour behind as an hour of waiting. */
export class Schedule {
  readonly #clock: SimulatedClock;
  readonly #heap: Entry[] = [];
  #order = 0;
  #timer: NodeJS.Timeout | undefined;
  #isOpen = true;

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
  }

  get pending(): number {
    return this.#heap.length;
  }

  at(dueAtMs: number, task: Task): void {
    push(this.#heap, { dueAtMs, order: this.#order++, task });
    if (this.#heap[0]?.dueAtMs === dueAtMs) this.#arm();
  }

  runDue(): void {
    while (this.#isOpen) {
      const first = this.#heap[0];
      if (!first || first.dueAtMs > this.#clock.now()) break;
      pop(this.#heap);
      first.task(first.dueAtMs);
    }
    this.#arm();
  }

  close(): void {
    this.#isOpen = false;
    clearTimeout(this.#timer);
    this.#heap.length = 0;
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const first = this.#heap[0];
    if (!first || !this.#isOpen) return;
    const realMs = (first.dueAtMs - this.#clock.now()) / this.#clock.speed;
    // Never asleep for long: an injected clock may jump without telling us.
    this.#timer = setTimeout(() => this.runDue(), Math.min(Math.max(realMs, 0), 100));
    this.#timer.unref();
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.dueAtMs < b.dueAtMs || (a.dueAtMs === b.dueAtMs && a.order < b.order);
}

function push(heap: Entry[], entry: Entry): void {
  let at = heap.push(entry) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(entry, heap[parent] as Entry)) break;
    heap[at] = heap[parent] as Entry;
    at = parent;
  }
  heap[at] = entry;
}

function pop(heap: Entry[]): void {
  const last = heap.pop() as Entry;
  if (heap.length === 0) return;
  let at = 0;
  for (;;) {
    let child = at * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1] as Entry, heap[child] as Entry)) child += 1;
    if (!isBefore(heap[child] as Entry, last)) break;
    heap[at] = heap[child] as Entry;
    at = child;
  }
  heap[at] = last;
}
