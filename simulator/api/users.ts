import { json } from '../http/answer.ts';
import { notFound, type Problem, suspendedUser } from '../http/problem.ts';
import { wireUser } from '../wire/user.ts';
import type { User } from '../world/model.ts';
import type { ApiCall, ApiRoute } from './call.ts';
import { idList, USER_RULES } from './query-rules.ts';

const READ = ['tweet.read', 'users.read'];

export const me: ApiRoute = {
  method: 'GET',
  path: '/2/users/me',
  scopes: READ,
  limit: 75,
  query: USER_RULES,
  handle: (call) => {
    charge(call, [call.user]);
    return json(200, { data: wireUser(call.user, call.selection.userFields, call.context.world) });
  },
};

export const usersById: ApiRoute = {
  method: 'GET',
  path: '/2/users',
  scopes: READ,
  limit: 900,
  query: { ...USER_RULES, ids: idList },
  required: ['ids'],
  handle: (call) => {
    const found: User[] = [];
    const errors: Problem[] = [];
    for (const id of call.query.get('ids')?.split(',') ?? []) {
      const user = call.context.world.users.get(id);
      if (!user) errors.push(notFound('user', 'ids', id));
      else if (user.state === 'suspended') errors.push(suspendedUser('ids', id));
      else found.push(user);
    }
    charge(call, found);
    return json(200, {
      ...(found.length > 0 && {
        data: found.map((user) => wireUser(user, call.selection.userFields, call.context.world)),
      }),
      ...(errors.length > 0 && { errors }),
    });
  },
};

function charge(call: ApiCall, users: readonly User[]): void {
  const ids = users.map((user) => user.id);
  call.context.ledger.chargeReads('user.read', 'user', ids, call.context.clock.now());
}
