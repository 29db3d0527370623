import { parseCommandLine, USAGE } from './cli.ts';
import { startSimulator } from './simulator.ts';

/** Standard output carries one line, for the program that started us; everything else goes to standard error. */
async function main(args: string[]): Promise<void> {
  if (args.includes('--help')) {
    process.stderr.write(USAGE);
    return;
  }
  const { settings, exitWithParent } = parseCommandLine(args);
  const simulator = await startSimulator(settings);
  // Before the announcement: who reads it may stop us at once.
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void simulator.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (exitWithParent) process.stdin.on('end', stop).on('close', stop).on('error', stop).resume();

  const brands = simulator.brands.map(({ id, handle, name }) => ({ id, handle, name }));
  process.stdout.write(
    `${JSON.stringify({ listening: { host: '127.0.0.1', port: simulator.port, brands } })}\n`,
  );
  process.stderr.write(
    `simulator: ${simulator.url}, brands ${brands.map((brand) => `@${brand.handle}`).join(', ')}\n`,
  );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`simulator: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
