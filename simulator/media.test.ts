import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulator, startSimulator } from './simulator.ts';
import { type Client, connect } from './testing/client.ts';

let nowMs = Date.UTC(2026, 8, 1, 9);
let simulator: Simulator;
let desk: Client;

beforeEach(async () => {
  simulator = await startSimulator({ customers: false, now: () => nowMs });
  desk = await connect(simulator.url, 'hallammobile');
});
afterEach(() => simulator.close());

async function initialize(mediaType: string, bytes: number): Promise<string> {
  const { body } = await desk.post('/2/media/upload/initialize', {
    media_type: mediaType,
    total_bytes: bytes,
  });
  return (body.data as { id: string }).id;
}

function append(id: string, index: number, bytes: number): Promise<Response> {
  const body = new FormData();
  body.set('segment_index', String(index));
  body.set('media', new Blob([new Uint8Array(bytes).fill(13)]), 'piece');
  return fetch(new URL(`/2/media/upload/${id}/append`, simulator.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.tokens.access_token}` },
    body,
  });
}

test('a picture: three steps, then it can be posted once it is whole', async () => {
  const id = await initialize('image/png', 3000);
  expect((await append(id, 0, 2000)).status).toBe(200);
  expect((await desk.post(`/2/media/upload/${id}/finalize`)).status).toBe(400);
  expect((await append(id, 1, 1000)).status).toBe(200);
  const done = await desk.post(`/2/media/upload/${id}/finalize`);
  expect(done.body.data).toMatchObject({ id, media_key: `3_${id}`, size: 3000 });
  expect((await desk.post('/2/tweets', { media: { media_ids: [id] } })).status).toBe(201);
  const own = await desk.get(`/2/users/${desk.userId}/tweets`, {
    expansions: 'attachments.media_keys',
    'media.fields': 'url',
  });
  expect(own.body['includes']).toMatchObject({ media: [{ media_key: `3_${id}`, type: 'photo' }] });
});

test('a film is worked on first', async () => {
  const id = await initialize('video/mp4', 10);
  await append(id, 0, 10);
  const done = await desk.post(`/2/media/upload/${id}/finalize`);
  expect(done.body.data).toMatchObject({ processing_info: { state: 'in_progress', check_after_secs: 1 } });
  expect((await desk.post('/2/tweets', { media: { media_ids: [id] } })).status).toBe(400);
  nowMs += 2000;
  const status = await desk.get('/2/media/upload', { media_id: id, command: 'STATUS' });
  expect(status.body.data).toMatchObject({ processing_info: { state: 'succeeded' } });
  expect((await desk.post('/2/tweets', { media: { media_ids: [id] } })).status).toBe(201);
});

test('what is too big, of a strange type or somebody else’s is refused', async () => {
  const big = await desk.post('/2/media/upload/initialize', {
    media_type: 'image/png',
    total_bytes: 6_000_000,
  });
  expect(big.status).toBe(400);
  const strange = await desk.post('/2/media/upload/initialize', { media_type: 'text/html', total_bytes: 6 });
  expect(strange.status).toBe(400);
  const id = await initialize('image/gif', 10);
  const other = await connect(simulator.url, 'dalescoastrail');
  expect((await other.post(`/2/media/upload/${id}/finalize`)).status).toBe(404);
});
