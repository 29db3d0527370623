/** Whoever does beside the desk what its file needs: indexes what was said, and carries what was committed into the database. */
export type Keeper = {
  /** Resolves when it has let go of the file: after the checkpoint that is under way. */
  close(): Promise<void>;
};

/** With a keeper the desk checkpoints by itself only when the log has grown beyond all it should: 80 MB. */
export const pagesWithKeeper = 20_000;
