import { PrepareError } from '../prepare/say.ts';

/** Runs a script to its exit code; what the user can act on is printed without a stack. */
export async function main(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    if (!(error instanceof PrepareError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
