import { verifyFile } from '../../core/audit/verify-file.ts';
import { headPlace } from './heads.ts';

/** @returns how the program ends: 0 when the log is whole, 1 when something is wrong with it, 2 when it can't be read. */
export const verifyOnTerminal = async (file: string): Promise<0 | 1 | 2> => {
  try {
    const { verdict, lines } = await verifyFile(file, headPlace(file).read());
    process.stdout.write(`${lines.join('\n')}\n`);
    return verdict.findings.length === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(
      `${file} can’t be read: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 2;
  }
};
