import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EventName, Events } from '../../shared/api.ts';
import type { OutboxId } from '../../shared/ids.ts';
import { startXRig, type XRig } from '../providers/x/testing/rig.ts';
import { openCore, type Core } from './core.ts';

// The whole program but the window, with its real timers, against the simulated network.
let rig: XRig;
let core: Core;
let folder: string;
let events: { name: EventName; payload: unknown }[];

const open = (): Core =>
  openCore({
    file: path.join(folder, 'desk.db'),
    now: Date.now,
    random: () => 0.5,
    personName: 'Ada Brook',
    machine: 'desk-1',
    emit: (name, payload) => void events.push({ name, payload }),
    onTrouble: (error) => {
      throw error;
    },
    about: { version: '0', platform: 'linux' },
    practice: () => 'on',
    softphone: () => Promise.reject(new Error('this machine has none')),
  });
const signIn = async () => {
  const provider = rig.provider();
  await core.run(provider, await provider.connect(await rig.signIn()), true);
};
const told = <N extends EventName>(name: N): Events[N][] =>
  events.filter((event) => event.name === name).map((event) => event.payload as Events[N]);
const cards = () =>
  core.handlers['column.page']({ filter: { isOpen: true }, order: 'newest', after: null, limit: 50 });

beforeEach(async () => {
  rig = await startXRig({ replyRight: false });
  folder = mkdtempSync(path.join(os.tmpdir(), 'earshot-core-'));
  events = [];
  core = open();
});
afterEach(async () => {
  await core.close();
  await rig.close();
  rmSync(folder, { recursive: true });
});

it('brings a message to the window and the answer to the network', async () => {
  rig.say('maya', `@${rig.brand.handle} no signal since 6am`);
  await signIn();
  const card = await vi.waitFor(() => {
    const [first] = told('rows.changed').flatMap((event) => event.cards);
    expect(first).toMatchObject({ handle: 'maya', status: 'new', isUnread: true });
    return first!;
  });
  await core.handlers['thread.claim']({ threadId: card.id, revision: card.revision });
  const view = await core.handlers['thread.open']({ threadId: card.id });
  const head = view.messages.at(-1)!.id;
  const id = '01900000-0000-7000-8000-000000000001' as OutboxId;
  await core.handlers['message.reply']({
    id,
    threadId: card.id,
    head,
    text: 'On it',
    sendAnyway: false,
    sendAlike: false,
    alteredSeen: 0,
    rest: [],
    uploads: [],
    thenResolve: true,
  });
  await core.handlers['outbox.sendNow']({ id });
  await vi.waitFor(() => expect(rig.posted()).toHaveLength(1));
  await vi.waitFor(() => {
    const states = told('rows.changed').flatMap((event) => event.outbox.map((item) => item.state.at));
    expect(states.at(-1)).toBe('sent');
    expect(
      told('rows.changed')
        .flatMap((event) => event.cards)
        .at(-1),
    ).toMatchObject({ status: 'resolved' });
  });
  expect(rig.posted()[0]?.text).toContain('On it ^AB');
});

it('sends before it ends what only waited for second thoughts', async () => {
  await signIn();
  rig.say('maya', `@${rig.brand.handle} no signal`);
  const card = await vi.waitFor(() => {
    const [first] = told('rows.changed').flatMap((event) => event.cards);
    expect(first).toBeDefined();
    return first!;
  });
  await core.handlers['message.reply']({
    ...{ id: 'last' as OutboxId, threadId: card.id, head: null, text: 'On it', sendAnyway: true },
    ...{ sendAlike: false, alteredSeen: 0, rest: [], uploads: [], thenResolve: false },
  });
  expect(rig.posted()).toHaveLength(0);
  await core.close();
  expect(rig.posted()).toHaveLength(1);
});

it('says how fresh each stream is, and why one is not', async () => {
  await signIn();
  await vi.waitFor(() => {
    const [account] = told('accounts.changed').at(-1) ?? [];
    expect(account?.streams.every((stream) => stream.asOf !== null && stream.trouble === null)).toBe(true);
  });
  rig.fault({ method: 'GET', path: '/2/users/*/mentions', kind: 'status', status: 503 });
  await core.handlers['account.refresh']({});
  await vi.waitFor(() => {
    const [account] = told('accounts.changed').at(-1) ?? [];
    expect(account?.streams.find((stream) => stream.stream === 'mentions')?.trouble).toMatch(
      /Can’t reach the network/u,
    );
  });
});

it('pauses an account whose sign-in was revoked, and goes on with the same one after signing in again', async () => {
  rig.say('maya', `@${rig.brand.handle} hello`);
  await signIn();
  await vi.waitFor(async () => expect((await cards()).cards).toHaveLength(1));
  rig.revoke();
  await core.handlers['account.refresh']({});
  await vi.waitFor(
    () => expect(told('accounts.changed').at(-1)?.[0]?.account.pausedBecause).toMatch(/sign-in/u),
    5000,
  );
  rig.say('maya', `@${rig.brand.handle} anyone?`);
  await signIn();
  await vi.waitFor(async () =>
    expect((await cards()).cards[0]).toMatchObject({ inbound: 2, replyRight: 'may-reply' }),
  );
  expect(core.desk.db.all('SELECT id FROM accounts')).toHaveLength(1);
});

it('is the same desk after a restart', async () => {
  rig.say('maya', `@${rig.brand.handle} hello`);
  await signIn();
  await vi.waitFor(async () => expect((await cards()).cards).toHaveLength(1));
  const before = await cards();
  await core.close();
  core = open();
  expect(await cards()).toEqual(before);
  expect((await core.handlers['desk.open']({})).agent).toMatchObject({ name: 'Ada Brook', initials: 'AB' });
});

it('fetches what a customer was answering', async () => {
  const root = rig.say('bob', 'the network is down in Leeds again');
  rig.say('maya', `@${rig.brand.handle} same here`, { replyTo: root });
  await signIn();
  await vi.waitFor(async () => {
    const [card] = (await cards()).cards;
    const view = await core.handlers['thread.open']({ threadId: card!.id });
    expect(view.context.map((message) => message.text)).toEqual(['the network is down in Leeds again']);
  });
});

it('stops an answer to a post that its author takes away meanwhile', async () => {
  const id = rig.say('maya', `@${rig.brand.handle} no signal since 6am`);
  await signIn();
  const card = await vi.waitFor(() => {
    const [first] = told('rows.changed').flatMap((event) => event.cards);
    expect(first).toMatchObject({ handle: 'maya' });
    return first!;
  });
  await core.handlers['settings.save']({ undoSendSeconds: 3 });
  const view = await core.handlers['thread.open']({ threadId: card.id });
  await core.handlers['message.reply']({
    ...{
      id: 'gone-1' as OutboxId,
      threadId: card.id,
      head: view.messages.at(-1)?.id ?? null,
      alteredSeen: 0,
    },
    ...{ text: 'On it', rest: [], uploads: [], sendAnyway: false, sendAlike: false, thenResolve: false },
  });
  rig.remove(id);
  await vi.waitFor(
    () => {
      const items = told('rows.changed').flatMap(({ outbox }) => outbox);
      expect(items.at(-1)).toMatchObject({ state: { at: 'failed' } });
    },
    { timeout: 9_000 },
  );
  const messages = told('rows.changed').flatMap((event) => event.messages);
  expect(messages.at(-1)).toMatchObject({ text: '', gone: { because: 'deleted' } });
  expect(rig.posted()).toEqual([]);
}, 15_000);
