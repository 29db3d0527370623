import { expect, it } from 'vitest';
import { recountClocks } from '../clocks/recount.ts';
import { all, givePolicy } from '../clocks/testing/policy.ts';
import { arrive, makeDesk, onlyThread, post } from '../testing/desk.ts';
import { finish, recounted, saved } from '../testing/queues.ts';
import { getThread } from '../threads/rows.ts';
import { setThread } from '../threads/set.ts';
import { undo } from '../undo.ts';
import { allTags } from './rows.ts';
import { changeTag, makeTag, removeTag } from './tags.ts';

const names = (desk: ReturnType<typeof makeDesk>): string[] => allTags(desk.db).map(({ name }) => name);

it('there is one tag of a name, whatever its case', () => {
  const desk = makeDesk();
  const tag = makeTag(desk, { name: 'Outage' });
  expect(makeTag(desk.as('cd'), { name: 'outage' }).id).toBe(tag.id);
  expect(names(desk)).toEqual(['Outage']);
});

it('new tags can be told apart without anybody choosing', () => {
  const desk = makeDesk();
  const colours = ['a', 'b', 'c', 'd'].map((name) => makeTag(desk, { name }).colour);
  expect(new Set(colours).size).toBe(4);
});

it('is renamed, recoloured and removed by who may, and each is taken back', () => {
  const desk = makeDesk();
  const { id } = makeTag(desk, { name: 'outage', colour: 'red' });
  makeTag(desk, { name: 'billing' });
  expect(() => changeTag(desk.as('cd'), { id, name: 'mast' })).toThrow(/Only/u);
  expect(() => changeTag(desk, { id, name: 'Billing' })).toThrow(/There is a tag/u);
  changeTag(desk, { id, name: 'mast', colour: 'blue' });
  removeTag(desk, { id });
  expect(names(desk)).toEqual(['billing']);
  undo(desk);
  expect(names(desk)).toEqual(['billing', 'mast']);
  undo(desk);
  expect(allTags(desk.db).find((tag) => tag.id === id)).toMatchObject({ name: 'outage', colour: 'red' });
});

it('one that was removed comes back under its name', () => {
  const desk = makeDesk();
  const { id } = makeTag(desk, { name: 'outage' });
  removeTag(desk, { id });
  expect(makeTag(desk.as('cd'), { name: 'outage' }).id).toBe(id);
  expect(names(desk)).toEqual(['outage']);
  undo(desk.as('cd'));
  expect(names(desk)).toEqual([]);
});

it('is asked for by no rule once it is removed; undo brings threads back under it', () => {
  const desk = makeDesk();
  const { id } = makeTag(desk, { name: 'vip' });
  saved(desk, 'vips', { rules: [{ customerTags: [id] }] });
  saved(desk, 'rest');
  givePolicy(desk, 'strict', {
    conditions: { customerTags: [id] },
    targets: { first: all(5), next: all(5), resolution: all(null) },
  });
  arrive(desk, [post('10')]);
  const threadId = onlyThread(desk);
  setThread(desk, { threadId, revision: 0, action: { do: 'tag', add: [id], remove: [] } });
  const where = () => {
    recounted(desk);
    finish(desk, recountClocks);
    const { queue_id, policy_id } = getThread(desk.db, threadId);
    return [queue_id, policy_id];
  };
  expect(where()).toEqual(['vips', 'strict']);
  removeTag(desk, { id });
  expect(where()).toEqual(['rest', null]);
  arrive(desk, [post('20')]);
  expect(where()).toEqual(['rest', null]);
  undo(desk);
  expect(where()).toEqual(['vips', 'strict']);
  removeTag(desk, { id });
  makeTag(desk, { name: 'VIP' });
  expect(where()).toEqual(['vips', 'strict']);
});

it('a tag no rule names comes and goes without any thread being asked', () => {
  const desk = makeDesk();
  const { id } = makeTag(desk, { name: 'vip' });
  saved(desk, 'rest');
  recounted(desk);
  removeTag(desk, { id });
  expect(recounted(desk)).toBe(0);
});
