import type { Sheet } from './paper/page.ts';

/** What only the shell can do with a page. */
export type Paper = {
  /** A tagged PDF, with page numbers. */
  pdf(sheet: Sheet): Promise<Uint8Array>;
  /** The system's own dialog. False: the person thought better of it. */
  print(sheet: Sheet): Promise<boolean>;
};
