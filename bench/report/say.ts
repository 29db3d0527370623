/** Progress on stderr, so that stdout is the table alone. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
