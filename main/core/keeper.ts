/** Whoever carries what was committed into the database file, beside the desk. */
export type Keeper = {
  /** Resolves when it has let go of the file. */
  close(): Promise<void>;
};

/** With a keeper the desk does so itself only when the log has grown beyond all it should: 80 MB. */
export const pagesWithKeeper = 20_000;
