import { afterEach, beforeEach, expect } from 'vitest';
import { ProviderFailure, type Connection } from '../provider.ts';
import { startXRig, type XRig } from '../x/testing/rig.ts';

/** Every provider, against its simulator, in each of its dialects. A new network adds its rig here and nothing else. */
export const rigs = [
  { name: 'x, tweet words', start: (more = {}) => startXRig({ vocabulary: 'tweet', ...more }) },
  { name: 'x, post words', start: (more = {}) => startXRig({ vocabulary: 'post', ...more }) },
];

/** A rig and an account that is signed in, anew for every test. */
export const withRig = (start: (typeof rigs)[number]['start'], options: Parameters<typeof start>[0] = {}) => {
  const held: { rig: XRig; connection: Connection } = {} as never;
  beforeEach(async () => {
    held.rig = await start(options);
    held.connection = await held.rig.provider().connect(held.rig.box);
  });
  afterEach(() => held.rig.close());
  return held;
};

export const mention = (rig: XRig, from: string, text: string): string =>
  rig.say(from, `@${rig.brand.handle} ${text}`);

export const failure = async (call: Promise<unknown>): Promise<ProviderFailure> => {
  const error: unknown = await call.then(
    () => 'no failure',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ProviderFailure);
  return error as ProviderFailure;
};
