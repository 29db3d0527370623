import type { Db } from '../db/db.ts';

/** What a start does once for each desk that is opened, whoever comes first: the chores, or a person who needs it done. */
export const oncePerDesk = <D extends { db: Db }>(run: (desk: D) => void): ((desk: D) => void) => {
  const done = new WeakSet<Db>();
  return (desk) => {
    if (done.has(desk.db)) return;
    done.add(desk.db);
    run(desk);
  };
};
