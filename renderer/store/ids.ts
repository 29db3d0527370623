import { v7 } from 'uuid';
import type { OutboxId, ScheduleId } from '../../shared/ids.ts';

export const newOutboxId = (): OutboxId => v7() as OutboxId;
export const newScheduleId = (): ScheduleId => v7() as ScheduleId;
