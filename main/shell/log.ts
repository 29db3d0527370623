import log from 'electron-log/node';

/** Names of operations, durations and errors; never what customers or agents wrote, never a token. */
export { log };

export const logTo = (file: string): void => {
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.maxSize = 5 * 1024 * 1024;
  log.transports.file.level = 'info';
  log.transports.console.level = 'warn';
};
