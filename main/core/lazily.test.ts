import { expect, it, vi } from 'vitest';
import type { Handlers } from './core.ts';
import { lazily } from './lazily.ts';

type Room = Pick<Handlers, 'job.list'>;

it('loads a room with the first request, once, and again only when that failed', async () => {
  const load = vi
    .fn<() => Promise<Room>>()
    .mockRejectedValueOnce(new Error('the file is not there'))
    .mockResolvedValue({ 'job.list': () => [] });
  const room = lazily({ 'job.list': null }, load);
  expect(load).not.toHaveBeenCalled();
  await expect(room['job.list']({})).rejects.toThrow('the file is not there');
  expect(await room['job.list']({})).toEqual([]);
  expect(await room['job.list']({})).toEqual([]);
  expect(load).toHaveBeenCalledTimes(2);
});

it('says what nobody answers', async () => {
  const room = lazily({ 'job.list': null }, () => Promise.resolve({}));
  await expect(room['job.list']({})).rejects.toThrow('nobody answers job.list');
});
