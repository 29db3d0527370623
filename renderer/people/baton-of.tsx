import type { Account } from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';

/** `· baton AB`: who answers for an account, at any minute. */
export const BatonOf = ({ account: { batonId, handle } }: { account: Account }) => {
  const holder = useDesk(({ agents }) => (batonId === null ? undefined : agents.get(batonId)));
  if (!holder) return null;
  return (
    <span title={`${holder.name} is accountable for @${handle}`}>
      {' '}
      · baton <strong>{holder.initials}</strong>
    </span>
  );
};
