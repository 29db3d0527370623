import { v7 } from 'uuid';
import type { PolicyDraft } from '../../shared/api/clocks.ts';
import type { CalendarId, PolicyId } from '../../shared/ids.ts';
import { clockKinds, type ClockKind, type Policy } from '../../shared/model.ts';
import { clockNames } from '../../shared/sla/stage.ts';
import { blankRule, ruleFieldsOf, ruleOf, type RuleFields } from '../queues/draft.ts';
import { minutesOf, typed } from './duration.ts';

/** A policy as it is typed. `revision` null: not saved yet. */
export type PolicyFields = {
  id: PolicyId;
  revision: number | null;
  name: string;
  rule: RuleFields;
  /** By priority, urgent first. */
  targets: Record<ClockKind, readonly string[]>;
  calendarId: CalendarId | null;
  warnPercent: string;
};

export const newPolicy = (): PolicyFields => ({
  id: v7() as PolicyId,
  revision: null,
  name: '',
  rule: blankRule,
  targets: {
    first: ['15m', '30m', '1h', '4h'],
    next: ['30m', '1h', '2h', '8h'],
    resolution: ['4h', '8h', '24h', '72h'],
  },
  calendarId: null,
  warnPercent: '75',
});

export const policyFieldsOf = (policy: Policy): PolicyFields => ({
  id: policy.id,
  revision: policy.revision,
  name: policy.name,
  rule: ruleFieldsOf(policy.conditions),
  targets: {
    first: policy.targets.first.map(typed),
    next: policy.targets.next.map(typed),
    resolution: policy.targets.resolution.map(typed),
  },
  calendarId: policy.calendarId,
  warnPercent: String(policy.warnPercent),
});

/** What is wrong with it, in words; null: it can be saved. */
export const policyProblem = ({ name, targets, warnPercent }: PolicyFields): string | null => {
  if (name.trim() === '') return 'The policy needs a name.';
  for (const clock of clockKinds) {
    const wrong = targets[clock].find((text) => minutesOf(text) === undefined);
    if (wrong !== undefined)
      return `${clockNames[clock]}: “${wrong}” is no time. Write 15m or 4h, or leave it empty.`;
  }
  const percent = Number(warnPercent);
  if (Number.isInteger(percent) && percent >= 1 && percent <= 100) return null;
  return 'The warning comes at 1 to 100 %.';
};

export const policyDraftOf = (fields: PolicyFields): PolicyDraft => ({
  name: fields.name.trim(),
  conditions: ruleOf(fields.rule),
  targets: {
    first: four(fields.targets.first),
    next: four(fields.targets.next),
    resolution: four(fields.targets.resolution),
  },
  calendarId: fields.calendarId,
  warnPercent: Number(fields.warnPercent),
});

const four = ([
  urgent = '',
  high = '',
  normal = '',
  low = '',
]: readonly string[]): PolicyDraft['targets']['first'] => [
  minutesOf(urgent) ?? null,
  minutesOf(high) ?? null,
  minutesOf(normal) ?? null,
  minutesOf(low) ?? null,
];
