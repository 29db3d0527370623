import { v7 } from 'uuid';
import type { OutboxId } from '../../shared/ids.ts';

export const newOutboxId = (): OutboxId => v7() as OutboxId;
