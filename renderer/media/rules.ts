import type { ThreadId } from '../../shared/ids.ts';
import type { MessageKind, Upload } from '../../shared/model.ts';
import { get } from '../store/desk.ts';

type Kind = Upload['kind'];

const kinds: Record<string, Kind> = {
  'image/png': 'photo',
  'image/jpeg': 'photo',
  'image/webp': 'photo',
  'image/gif': 'gif',
  'video/mp4': 'video',
  'video/quicktime': 'video',
};

/** For the system's own file dialog. */
export const accepted = Object.keys(kinds).join(',');

const mega = 1024 * 1024;
const mostBytes: Record<Kind, number> = { photo: 5 * mega, gif: 15 * mega, video: 512 * mega };
const named: Record<Kind, string> = { photo: 'picture', gif: 'GIF', video: 'film' };

/** What a file will be; null: nothing X takes. The first bytes decide again where it is kept. */
export const kindOf = ({ type }: Pick<File, 'type'>): Kind | null => kinds[type] ?? null;

/** Why a file can't go with what is there already, in words; null when it can. */
export const whyNotAttach = (
  file: Pick<File, 'name' | 'size' | 'type'>,
  there: readonly Kind[],
  messageKind: MessageKind,
): string | null => {
  const kind = kindOf(file);
  if (kind === null)
    return `${file.name} was not attached: X takes PNG, JPEG, WebP and GIF pictures, and MP4 or MOV films.`;
  if (file.size === 0) return `${file.name} was not attached: there is nothing in it.`;
  if (file.size > mostBytes[kind])
    return `${file.name} was not attached: a ${named[kind]} may have ${mostBytes[kind] / mega} MB, this has ${(file.size / mega).toFixed(1)}.`;
  if (there.length === 0) return null;
  if (messageKind === 'dm')
    return `${file.name} was not attached: a direct message takes one picture, GIF or film.`;
  if (kind !== 'photo' || there.some((other) => other !== 'photo'))
    return `${file.name} was not attached: a GIF or a film goes alone, pictures go up to four.`;
  return there.length < 4 ? null : `${file.name} was not attached: a post takes four pictures.`;
};

/** Why what is attached keeps the message from being sent; null when nothing does. */
export const whyFilesWait = (
  threadId: ThreadId,
  messageKind: MessageKind,
  uploads: readonly Upload[],
): string | null => {
  const mine = get().arriving.filter((one) => one.threadId === threadId && one.messageKind === messageKind);
  const failed = mine.find(({ problem }) => problem !== null);
  if (failed) return `${failed.file.name} is not attached. Try it again or remove it.`;
  if (mine.length > 0) return `${mine[0]?.file.name} is still being attached. It takes a moment.`;
  const broken = uploads.find(({ state }) => state.at === 'failed');
  return broken ? `${broken.name} could not be handed over. Remove it and attach it again.` : null;
};
