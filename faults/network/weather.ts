import type { Fault } from '../../e2e/network.ts';

/** The slowest that the network takes a post which it seemed not to take. The desk waits longer than this before it looks. */
const slowestMs = 25_000;

const posting = [
  { method: 'POST', path: '/2/tweets' },
  { method: 'POST', path: '/2/dm_conversations/*' },
] as const;
const uploading = [
  { method: 'POST', path: '/2/media/*' },
  { method: 'GET', path: '/2/media/upload' },
] as const;
const reading = [
  { method: 'GET', path: '/2/users/*' },
  { method: 'GET', path: '/2/dm_events' },
  { method: 'GET', path: '/2/tweets' },
] as const;
const signingIn = { method: 'POST', path: '/2/oauth2/token' } as const;

/** Everything that the fault table knows, each with its chance: about a third of the sends and a sixth of the readings and of what hands a picture over. `speed`: waits are real. */
export const weather = (speed: number): Fault[] => {
  const late = (share: number) => ({ kind: 'late' as const, ms: (slowestMs * share) / speed });
  const slow = (share: number) => ({ kind: 'slow' as const, ms: (slowestMs * share) / speed });
  const sending: readonly Fault[] = [
    { kind: 'reset-before', probability: 0.03 },
    { kind: 'reset-after', probability: 0.05 },
    { kind: 'status', status: 503, probability: 0.03 },
    { kind: 'status', status: 503, after: true, probability: 0.04 },
    { kind: 'html', status: 502, after: true, probability: 0.03 },
    { kind: 'cut-json', probability: 0.03 },
    { kind: 'bad-json', probability: 0.03 },
    { ...late(0.2), probability: 0.03 },
    { ...late(1), probability: 0.03 },
    { ...slow(0.1), probability: 0.03 },
    { kind: '429', ms: 20_000, probability: 0.01 },
    { kind: '401', probability: 0.02 },
    // A refusal for no reason that will last: what breaks a chain in the middle until somebody tries again.
    { kind: 'status', status: 403, probability: 0.03 },
  ];
  const handingOver: readonly Fault[] = [
    { kind: 'reset-before', probability: 0.02 },
    { kind: 'reset-after', probability: 0.03 },
    { kind: 'status', status: 503, probability: 0.02 },
    { kind: 'status', status: 503, after: true, probability: 0.03 },
    { kind: 'html', status: 502, probability: 0.01 },
    { kind: 'cut-json', probability: 0.02 },
    { kind: 'bad-json', probability: 0.02 },
    { ...late(0.2), probability: 0.01 },
    { ...slow(0.1), probability: 0.02 },
    { kind: '429', ms: 20_000, probability: 0.005 },
    { kind: '401', probability: 0.01 },
    { kind: 'status', status: 400, probability: 0.01 },
  ];
  const fetching: readonly Fault[] = [
    { kind: 'reset-before', probability: 0.03 },
    { kind: 'status', status: 503, probability: 0.03 },
    { kind: 'html', status: 502, probability: 0.01 },
    { kind: 'redirect', probability: 0.01 },
    { kind: 'cut-json', probability: 0.02 },
    { kind: 'bad-json', probability: 0.02 },
    { ...slow(0.1), probability: 0.03 },
    { kind: '429', ms: 20_000, probability: 0.01 },
    { kind: '401', probability: 0.02 },
  ];
  return [
    ...posting.flatMap((route) => sending.map((fault) => ({ ...route, ...fault }))),
    ...uploading.flatMap((route) => handingOver.map((fault) => ({ ...route, ...fault }))),
    ...reading.flatMap((route) => fetching.map((fault) => ({ ...route, ...fault }))),
    { ...signingIn, kind: 'reset-before', probability: 0.05 },
    // The network has renewed the tokens and the desk never hears of it: somebody has to sign in again.
    { ...signingIn, kind: 'reset-after', probability: 0.02 },
    { ...signingIn, kind: 'status', status: 503, probability: 0.05 },
  ];
};

/** For a while every answer is the same refusal. */
export const bursts: readonly Fault[] = [
  { kind: '401', times: 12 },
  { kind: '429', ms: 60_000, times: 12 },
  { kind: 'status', status: 500, times: 20 },
  { kind: 'reset-before', times: 20 },
];
