export { closedBetween, dueAfter, dueAfterMs, elapsed } from './sla/business.ts';
export { clockRuns, clocksOf, nextOf, waitedMs, type Run } from './sla/clocks.ts';
export { explain } from './sla/explain.ts';
export { isEverOpen, type Hours, type Span } from './sla/hours.ts';
export { explainStay, stayOf, type Stay } from './sla/stayed.ts';
export { waitsOf, type Answer, type Segment, type Wait } from './sla/segment.ts';
