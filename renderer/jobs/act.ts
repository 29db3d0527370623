import type { Job } from '../../shared/model.ts';
import { call } from '../call.ts';
import { attempt } from '../store/notices.ts';

export const stop = ({ id }: Job): Promise<boolean> => attempt(() => call('job.stop', { id }));
export const putAway = ({ id }: Job): Promise<boolean> => attempt(() => call('job.dismiss', { id }));
export const reveal = ({ id }: Job): Promise<boolean> => attempt(() => call('job.reveal', { id }));
