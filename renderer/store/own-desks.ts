import type { ColumnDefinition } from '../../shared/filter.ts';
import type { NamedDesk } from '../../shared/settings.ts';
import type { Desk } from './state.ts';

type Here = Pick<Desk, 'desk' | 'namedDesk' | 'settings'>;

/** The desk of one's own that is on screen; undefined: Triage itself, or a place whose columns are fixed. */
export const namedDeskOf = ({ desk, namedDesk, settings }: Here): NamedDesk | undefined =>
  desk === 'triage' && namedDesk !== null ? settings.desks.find(({ id }) => id === namedDesk) : undefined;

/** The columns on screen as they are kept; null where they can't be changed. */
export const ownColumns = (here: Here): readonly ColumnDefinition[] | null => {
  if (here.desk !== 'triage') return null;
  return namedDeskOf(here)?.columns ?? here.settings.columns;
};
