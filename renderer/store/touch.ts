import { get, set } from './desk.ts';

/** The agent is at this column: from now on nothing enters above what is in view, however fresh the column is. */
export const touchColumn = (columnId: string): void => {
  const { columns } = get();
  const column = columns[columnId];
  if (column && column.settlesAt !== 0)
    set({ columns: { ...columns, [columnId]: { ...column, settlesAt: 0 } } });
};
