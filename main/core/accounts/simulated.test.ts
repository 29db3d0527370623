import { expect, it } from 'vitest';
import type { Connection } from '../../providers/provider.ts';
import { brand, makeDesk } from '../testing/desk.ts';
import { attach } from './connect.ts';
import { accountOf } from './rows.ts';

const connection = { account: brand } as unknown as Connection;

it('tells practice from a simulator that stands in for the network, and both from the network', () => {
  const desk = makeDesk();
  const attached = (isSimulated: boolean, clientId: string | null) => {
    const { isPractice, isStandIn } = accountOf(attach(desk, 'x', connection, isSimulated, clientId));
    return { isPractice, isStandIn };
  };
  expect(attached(true, null)).toEqual({ isPractice: true, isStandIn: false });
  expect(attached(true, 'own-app')).toEqual({ isPractice: false, isStandIn: true });
  expect(attached(false, 'own-app')).toEqual({ isPractice: false, isStandIn: false });
});
