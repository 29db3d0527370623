import { expect, type Locator, type Page } from 'playwright/test';
import type { Input, Output, RequestName } from '../shared/api.ts';
import type { Reply } from '../shared/errors.ts';
import { unpack } from '../shared/wire.ts';

/** The window as an agent knows it: columns by their titles, cards by their customers. */
export class Desk {
  readonly window: Page;

  constructor(window: Page) {
    this.window = window;
  }

  column(title: string): Locator {
    return this.window.getByRole('region', { name: title, exact: true });
  }

  cards(title: string): Locator {
    return this.column(title).locator('article[data-thread-id]');
  }

  /** The thread of a customer, in one column. */
  card(title: string, handle: string): Locator {
    return this.cards(title).filter({ hasText: `@${handle}` });
  }

  get pane(): Locator {
    return this.window.getByRole('complementary', { name: 'Thread' });
  }

  get messages(): Locator {
    return this.pane.getByRole('log', { name: 'Messages' });
  }

  reply(handle: string): Locator {
    return this.window.getByRole('textbox', { name: `Reply to @${handle}` });
  }

  directTo(handle: string): Locator {
    return this.window.getByRole('textbox', { name: `Direct message to @${handle}` });
  }

  dialog(name: string | RegExp): Locator {
    return this.window.getByRole('dialog', { name });
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce(
      (before, key) => before.then(() => this.window.keyboard.press(key)),
      Promise.resolve(),
    );
  }

  type(text: string): Promise<void> {
    return this.window.keyboard.type(text);
  }

  /** In place of what a field holds. */
  async retype(text: string): Promise<void> {
    await this.press('Control+a');
    await this.type(text);
  }

  /** Tab until something of this name has the keyboard: nothing on a screen is out of its reach. */
  async tabTo(name: RegExp): Promise<void> {
    const isThere = (): Promise<boolean> =>
      this.window.evaluate((wanted) => {
        const at = document.activeElement;
        const isField = at instanceof HTMLInputElement || at instanceof HTMLSelectElement;
        const words = [
          at?.getAttribute('aria-label'),
          isField ? at.labels?.[0]?.textContent : at?.textContent,
        ];
        return words.some((said) => new RegExp(wanted, 'u').test(said ?? ''));
      }, name.source);
    for (let step = 0; step < 80; step += 1) {
      if (await isThere()) return;
      await this.press('Tab');
    }
    throw new Error(`${name.source} is out of the keyboard’s reach`);
  }

  /** The columns are there, and so are the first accounts. */
  async isOpen(): Promise<void> {
    await expect(this.column('New')).toBeVisible({ timeout: 20_000 });
    await expect(
      this.window.getByRole('list', { name: 'Accounts' }).getByRole('listitem').first(),
    ).toBeAttached({
      timeout: 20_000,
    });
  }

  /** Walks down the column in focus until the keyboard is on this customer's card. */
  async walkTo(title: string, handle: string): Promise<void> {
    const card = this.card(title, handle);
    const focused = card.and(this.window.locator('[data-focused]'));
    // Only the rows in view are in the page, so the column says how many there are.
    const size = Number(await this.cards(title).first().getAttribute('aria-setsize'));
    await this.press('Home');
    for (let step = 0; step < size && (await focused.count()) === 0; step += 1) await this.press('j');
    await expect(card).toBeFocused();
  }

  /** The customer's card is in the first column: there, R, and the words that follow are the answer. */
  async startReply(handle: string): Promise<void> {
    await expect(this.card('New', handle)).toBeVisible();
    await this.press('1');
    await this.walkTo('New', handle);
    await this.press('r');
    await expect(this.reply(handle)).toBeFocused();
  }

  /** One request through the only door there is; what it answers, or what it refuses with. */
  async ask<N extends RequestName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
    return unpack(
      await this.window.evaluate(([name, input]) => window.earshot.invoke(name, input), [
        name,
        input,
      ] as const),
    );
  }

  /** What a request answers; a refusal ends the journey. */
  async told<N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> {
    const reply = await this.ask(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
    return reply.value;
  }

  /** The agent's "Fetch now". */
  async fetchNow(): Promise<void> {
    await this.told('account.refresh', {});
  }
}
