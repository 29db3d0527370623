import type { Page } from 'playwright/test';

/**
 * Runs each attempt in the page as the page itself would: from a timer of its own, out of the reach of the exceptions
 * that a debugger's evaluation enjoys. Answers what came of it, or the name of the error.
 */
export const inPage = async (
  page: Page,
  attempts: Readonly<Record<string, () => unknown>>,
): Promise<Record<string, string>> => {
  const outcomes: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    const handle = await page.evaluateHandle(`(${attempt.toString()})`);
    outcomes[name] = await page.evaluate(
      (attempt) =>
        new Promise<string>((resolve) => {
          setTimeout(() => {
            const run = async (): Promise<unknown> => (attempt as () => unknown)();
            run().then(
              (value) => setTimeout(() => resolve(String(value)), 20),
              (error: unknown) => resolve(error instanceof Error ? error.name : String(error)),
            );
          }, 0);
        }),
      handle,
    );
  }
  return outcomes;
};
