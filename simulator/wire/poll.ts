import type { Poll } from '../world/model.ts';
import type { Wire } from './post.ts';

export function wirePoll(poll: Poll, fields: ReadonlySet<string>, nowMs: number): Wire {
  const options = poll.options.map(({ label, votes }, at) => ({ position: at + 1, label, votes }));
  const wire: Wire = { id: poll.id, options };
  if (fields.has('end_datetime')) wire['end_datetime'] = new Date(poll.endsAtMs).toISOString();
  if (fields.has('duration_minutes')) wire['duration_minutes'] = poll.minutes;
  if (fields.has('voting_status')) wire['voting_status'] = poll.endsAtMs > nowMs ? 'open' : 'closed';
  return wire;
}
