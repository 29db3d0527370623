import type { Status } from '../../shared/model.ts';

/** The status in the agent's words. */
export const statusWords: Record<Status, string> = {
  new: 'New',
  open: 'Open',
  'waiting-customer': 'Waiting for the customer',
  'waiting-expert': 'Waiting for an expert',
  phone: 'Promised a call',
  snoozed: 'Snoozed',
  resolved: 'Resolved',
  'no-action': 'No action',
};

/** The short form on a card; new and open say nothing, being the rule. */
export const statusMark = (status: Status): string | null => marks[status];

const marks: Record<Status, string | null> = {
  new: null,
  open: null,
  'waiting-customer': 'answered',
  'waiting-expert': 'with an expert',
  phone: 'phone',
  snoozed: 'snoozed',
  resolved: 'resolved',
  'no-action': 'no action',
};
