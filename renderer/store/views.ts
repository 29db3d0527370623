/** The rows each column has in view, told by the lists. Not state: nothing repaints because of it. */
const views = new Map<string, { first: number; last: number }>();

export const viewOf = (columnId: string): { first: number; last: number } | undefined => views.get(columnId);

export const tellView = (columnId: string, view: { first: number; last: number } | null): void => {
  if (view === null) views.delete(columnId);
  else views.set(columnId, view);
};
