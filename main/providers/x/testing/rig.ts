import { faultSpec } from '../../../../simulator/faults/spec.ts';
import { startSimulator, type SimulatorOptions } from '../../../../simulator/simulator.ts';
import type { NewPost } from '../../../../simulator/world/authoring.ts';
import { authorizeUrl, createPkce, exchangeCode, scopes } from '../oauth.ts';
import { createXProvider, type XOptions } from '../provider.ts';
import { SimulatorAgent } from '../simulator-agent.ts';
import { boxOf } from './box.ts';
import { startStub } from './stub.ts';

const redirectUri = 'http://127.0.0.1:47611/callback';
const clientId = 'desk-under-test';

/** A silent simulated X, a brand that signed in through the front door, and hands to make things happen. */
export const startXRig = async (options: SimulatorOptions = {}) => {
  const simulator = await startSimulator({ customers: false, opening: 0, rateLimitScale: 0, ...options });
  const { authoring, clock, faults, grants, limits } = simulator.context;
  const { world } = simulator;
  const brand = sure(simulator.brands[0]);
  const agent = new SimulatorAgent(simulator.port);
  const net = { now: () => clock.now(), agent, timeoutMs: 2000 };

  const signIn = async (asked: readonly string[] = scopes) => {
    const { verifier, challenge } = createPkce();
    const url = new URL(authorizeUrl({ clientId, redirectUri, scopes: asked, state: 's', challenge }));
    url.searchParams.set('approve', brand.handle);
    const back = await fetch(new URL(url.pathname + url.search, simulator.url), { redirect: 'manual' });
    const code = sure(new URL(sure(back.headers.get('location'))).searchParams.get('code'));
    return boxOf(await exchangeCode(net, { clientId, code, redirectUri, verifier }));
  };

  const person = (handle: string) => {
    const known = world.findByHandle(handle);
    if (known) return known;
    const made = {
      ...brand,
      id: String(2_000_000 + world.users.size),
      handle,
      name: `${handle} Smith`,
      isBrand: false,
    };
    authoring.putUser(made);
    return made;
  };
  const post = (id: string) => sure(world.posts.get(id));
  const base = (from: string) => ({ author: person(from), atMs: clock.now(), origin: 'control' as const });

  return {
    brand: { remoteId: brand.id, handle: brand.handle },
    box: await signIn(),
    signIn,
    simulator,
    net,
    provider: (more: Partial<XOptions> = {}) =>
      createXProvider({ ...net, vocabulary: simulator.context.settings.vocabulary, ...more }),

    say: (
      from: string,
      text: string,
      to: { replyTo?: string; quoteOf?: string } & Pick<NewPost, 'poll' | 'card'> = {},
    ) =>
      authoring.writePost({
        ...base(from),
        text,
        ...(to.poll && { poll: to.poll }),
        ...(to.card && { card: to.card }),
        ...(to.replyTo !== undefined && { replyTo: post(to.replyTo) }),
        ...(to.quoteOf !== undefined && { quoteOf: post(to.quoteOf) }),
      }).id,
    repost: (from: string, id: string) => authoring.repost(person(from), post(id), clock.now(), 'control').id,
    edit: (id: string, text: string) => authoring.editPost(post(id), text, clock.now()).id,
    remove: (id: string) => authoring.deletePost(post(id), clock.now()),
    direct: (from: string, text: string, to = brand.handle) =>
      authoring.writeDirect({
        sender: person(from),
        recipient: person(to),
        text,
        atMs: clock.now(),
        origin: 'control',
      }).id,
    idOf: (handle: string) => person(handle).id,
    become: (handle: string, state: 'active' | 'suspended' | 'protected') =>
      authoring.putUser({ ...person(handle), state }),
    setDirects: (handle: string, directs: 'open' | 'closed' | 'encrypted') =>
      authoring.putUser({ ...person(handle), directs }),
    withhold: (id: string, countries: readonly string[] = ['DE']) =>
      authoring.withholdPost(post(id), [...countries]),

    fault: (spec: Record<string, unknown>) => faults.arm(faultSpec.parse(spec)),
    calm: () => faults.disarm(),
    advance: (ms: number) => clock.advance(ms),
    exhaust: (route: string, ms: number) => {
      limits.scale = 1;
      limits.exhaust(brand.id, route, ms);
    },
    limit: (scale: number) => void (limits.scale = scale),
    expireAccess: () => grants.ofUser(brand.id).forEach((grant) => grants.expireAccess(grant)),
    revoke: () => grants.ofUser(brand.id).forEach((grant) => grants.end(grant)),
    refreshed: () => grants.refreshed,
    calls: (route: string) => simulator.context.calls.summary().routes[route]?.count ?? 0,

    /** What the network really has of the brand: the truth to compare claims with. */
    posted: () =>
      [...world.posts.values()].filter((one) => one.authorId === brand.id && one.origin === 'api'),
    directed: () =>
      [...world.directs.values()].filter((one) => one.senderId === brand.id && one.origin === 'api'),

    /** A provider whose network answers through `change`: for content the simulator would never write. */
    tampered: async (change: (body: string, path: string) => string, more: Partial<XOptions> = {}) => {
      const stub = await startStub(async (asked, response) => {
        const answer = await fetch(new URL(asked.url.pathname + asked.url.search, simulator.url), {
          method: asked.method,
          headers: { authorization: asked.headers.authorization ?? '', 'content-type': 'application/json' },
          ...(asked.method === 'POST' && { body: asked.body }),
        });
        const body = change(await answer.text(), asked.url.pathname);
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(body);
      });
      const { vocabulary } = simulator.context.settings;
      return {
        provider: createXProvider({ ...net, vocabulary, agent: new SimulatorAgent(stub.port), ...more }),
        close: stub.close,
      };
    },

    close: async () => {
      agent.destroy();
      await simulator.close();
    },
  };
};
export type XRig = Awaited<ReturnType<typeof startXRig>>;

const sure = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('the simulator did not play along');
  return value;
};
