import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { healthOf } from '../rail/health.ts';
import { AccountBudgets } from '../status/account-budgets.tsx';
import { blank, set } from '../store/desk.ts';
import { account } from '../testing/cards.ts';

afterEach(cleanup);

const shown = (over: Parameters<typeof account>[0]) => {
  const state = { account: account(over), streams: [], directions: [], spentMicros: 0, quarantined: 0 };
  set({ ...blank(), phase: 'open', accounts: [state] }, true);
  render(<AccountBudgets />);
  return healthOf(state).words;
};

it('says that a simulator stands in, and not that this is practice', () => {
  const words = shown({ isPractice: false, isStandIn: true });
  expect(screen.getByText('Simulator').title).toContain('in place of X');
  expect(screen.queryByText('Practice')).toBeNull();
  expect(words).toBe('a simulator stands in for X, all is well');
});

it('says practice in practice, and nothing of the kind on the network itself', () => {
  shown({ isPractice: true });
  expect(screen.getByText('Practice').title).toContain('A simulated network');
  cleanup();
  expect(shown({ isPractice: false })).toBe('all is well');
  expect(screen.queryByTitle(/no real customer/u)).toBeNull();
});
