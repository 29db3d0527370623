import type { ElectronApplication } from 'playwright/test';

/** Ends the program as a power cut would: every process of it at once, with no time to say goodbye. */
export const kill = async (app: ElectronApplication): Promise<void> => {
  const gone = app.waitForEvent('close');
  killTree(app.process().pid);
  await gone;
};

/** The program leads a group of its own, which all its processes belong to. */
export const killTree = (pid: number | undefined): void => {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};
