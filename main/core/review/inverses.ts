import type { Inverses } from '../inverse.ts';
import { drawInverses } from './draw.ts';
import { feedbackInverses } from './feedback.ts';
import { formInverses } from './forms.ts';
import { scoreInverses } from './score.ts';

export const reviewInverses: Inverses = {
  ...formInverses,
  ...drawInverses,
  ...scoreInverses,
  ...feedbackInverses,
};
