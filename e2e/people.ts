import { expect } from 'playwright/test';
import type { Input } from '../shared/api.ts';
import type { Agent } from '../shared/model.ts';
import type { Desk } from './desk.ts';
import { fromPalette } from './screens.ts';

type Person = Input<'roster.save'>['person'];

/** Somebody new on the roster and on duty: an agent who takes up to forty threads, unless told otherwise. */
export const hire = async (
  desk: Desk,
  name: string,
  about: Partial<Omit<Person, 'name'>> = {},
): Promise<Agent> => {
  const person: Person = {
    name,
    initials: name.replaceAll(/[^A-Z]/gu, ''),
    role: 'agent',
    teams: [],
    skills: [],
    languages: [],
    loadCap: 40,
    ...about,
  };
  const agent = await desk.told('roster.save', { person });
  await desk.told('duty.set', { agentId: agent.id, duty: 'on' });
  return agent;
};

/** Somebody else sits down at this window. */
export const sitDown = async (desk: Desk, name: string): Promise<void> => {
  await fromPalette(desk, 'Work as someone else');
  await expect(desk.dialog('Work as someone else')).toBeVisible();
  await desk.type(name);
  await desk.press('Enter');
  await expect(desk.window.getByRole('button', { name: new RegExp(name, 'u') })).toBeVisible();
};
