import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { archiveRecord, end, header } from '../../shared/archive/record.ts';
import { barriers } from '../axe.ts';
import { exportAs, offered, savesTo } from '../exporting.ts';
import { expect, test } from '../fixtures.ts';
import { fromPalette } from '../screens.ts';

test('a thread goes out as a table, as an archive and as a PDF, by keyboard, and is in the log', async ({
  desk,
  network,
  folder,
}) => {
  const { app } = desk.earshot;
  await network.say('maya', '@HallamMobile =no signal, since 6am');
  await network.direct('maya', 'it is LS1');
  await desk.fetchNow();
  await expect(desk.card('New', 'maya')).toBeVisible();
  await desk.press('1');
  await desk.walkTo('New', 'maya');
  await desk.press('Enter');
  await expect(desk.messages).toContainText('LS1');

  // Nowhere is an answer too: nothing begins, and the dialog stays.
  await savesTo(app, null);
  await desk.press('Control+Shift+e');
  await expect(desk.dialog('Export')).toBeVisible();
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await exportAs(desk, /^CSV/u);
  await expect(desk.dialog('Export').getByRole('button', { name: 'Export…' })).toBeEnabled();
  expect(await desk.told('job.list', {})).toEqual([]);
  expect(path.basename(await offered(app))).toMatch(/^Earshot thread \d{4}-\d\d-\d\d \d{4}\.csv$/u);

  const csv = path.join(folder, 'maya.csv');
  await savesTo(app, csv);
  await desk.press('Enter');
  await expect(desk.dialog('Export')).toHaveCount(0);
  await expect(desk.window.getByText('2 messages in 1 thread, in maya.csv.')).toBeVisible();
  const rows = parse<Record<string, string>>(readFileSync(csv), { columns: true });
  expect(rows.map(({ author, kind, text }) => [author, kind, text])).toEqual([
    ['maya', 'post', "'@HallamMobile =no signal, since 6am"],
    ['maya', 'direct message', 'it is LS1'],
  ]);

  const jsonl = path.join(folder, 'maya.jsonl');
  await savesTo(app, jsonl);
  await desk.press('Control+Shift+e');
  await exportAs(desk, /^JSON Lines/u);
  await expect(desk.window.getByText('2 messages in 1 thread, in maya.jsonl.')).toBeVisible();
  const lines = readFileSync(jsonl, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(header.parse(lines[0])).toMatchObject({ of: 'thread', hasNotes: true });
  expect(lines.slice(1, -1).map((line) => archiveRecord.parse(line).record)).toContain('message');
  expect(end.parse(lines.at(-1)).counts).toMatchObject({ message: 2, thread: 1 });
  // The folder of the last one is where the next is offered.
  expect(path.dirname(await offered(app))).toBe(folder);

  const pdf = path.join(folder, 'maya.pdf');
  await savesTo(app, pdf);
  await desk.press('Control+Shift+e');
  await exportAs(desk, /^PDF/u);
  await expect.poll(() => existsSync(pdf), { timeout: 30_000 }).toBe(true);
  const bytes = readFileSync(pdf).toString('latin1');
  expect(bytes.startsWith('%PDF-')).toBe(true);
  expect(bytes).toContain('/StructTreeRoot');
  expect(bytes).toContain('/Lang');
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);

  await desk.press('Escape', 'g', 'j');
  const jobs = desk.dialog('Behind the work');
  await expect(jobs.getByRole('listitem')).toHaveCount(3);
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await app.evaluate(({ shell }) => {
    Object.assign(globalThis, { revealed: [] as string[] });
    shell.showItemInFolder = (file: string) => {
      (globalThis as unknown as { revealed: string[] }).revealed.push(file);
    };
  });
  await desk.tabTo(/^Show in folder/u);
  await desk.press('Enter');
  const revealed = (): Promise<string[]> =>
    app.evaluate(() => (globalThis as unknown as { revealed: string[] }).revealed);
  await expect.poll(revealed).toEqual([pdf]);
  await desk.tabTo(/^Put all away/u);
  await desk.press('Enter');
  await expect(jobs.getByText('Nothing runs')).toBeVisible();
  await desk.press('Escape');
});

test('all of a customer, or all that a search finds, goes out from where one is', async ({
  desk,
  network,
  folder,
}) => {
  await network.say('ahmed', '@HallamMobile the signal is back');
  await network.say('maya', '@HallamMobile no signal');
  await desk.fetchNow();
  await expect(desk.card('New', 'maya')).toBeVisible();
  await desk.press('1');
  await desk.walkTo('New', 'maya');
  await desk.press('Enter');
  await fromPalette(desk, 'Export everything of this customer');
  await expect(desk.dialog('Export')).toContainText('Every thread of @maya');
  await desk.press('Escape');
  await desk.press('/');
  await desk.type('signal');
  await expect(desk.window.getByRole('main', { name: 'Archive' })).toContainText('@ahmed', {
    timeout: 20_000,
  });
  const csv = path.join(folder, 'signal.csv');
  await savesTo(desk.earshot.app, csv);
  await desk.press('Control+Shift+e');
  await expect(desk.dialog('Export')).toContainText('Every thread in which “signal” finds something');
  await exportAs(desk, /^CSV/u);
  await expect(desk.window.getByText('2 messages in 2 threads, in signal.csv.')).toBeVisible();
  expect(parse(readFileSync(csv), { columns: true })).toHaveLength(2);

  const unknown = await desk.ask('export.start', {
    scope: { what: 'thread', threadId: 'none' },
    ...{ format: 'csv', zone: 'UTC', hasNotes: false, isMasked: false, hasBom: false },
  });
  expect(unknown).toMatchObject({ ok: false, error: { code: 'not-found' } });
});
