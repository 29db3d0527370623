import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { tagId } from '../../../shared/ids.ts';
import { tagColours } from '../../../shared/model.ts';
import { taking, type Inverses } from '../inverse.ts';
import { askAnew } from './ask-anew.ts';
import { findTag, findTagCalled, putTag } from './rows.ts';

export const tagInverses: Inverses = {
  'tag.restore': taking(
    z.object({
      id: tagId,
      name: z.string(),
      colour: z.enum(tagColours),
      removed_at: z.number().nullable(),
    }),
    (tx, was) => {
      const other = findTagCalled(tx, was.name);
      if (other && other.id !== was.id) {
        throw new AppError('moved-on', `Another tag is called "${was.name}" by now. It stays as it is.`);
      }
      const before = findTag(tx, was.id);
      putTag(tx, was);
      if ((before?.removed_at === null) !== (was.removed_at === null)) askAnew(tx, was.id);
    },
  ),
};
