import { useEffect, type ComponentType } from 'react';
import { useDesk } from '../store/desk.ts';
import type { Overlay } from '../store/state.ts';
import { ahead, whenIdle } from '../ui/ahead.tsx';

type Part = { View: ComponentType; load: () => Promise<unknown> };

/** Every dialog, by the name under which `overlay` asks for it. */
const overlays: Record<Overlay, Part> = {
  'resolve-as': ahead(async () => (await import('../thread/choose.tsx')).ChooseResolve),
  'no-action': ahead(async () => (await import('../thread/choose.tsx')).ChooseNoAction),
  priority: ahead(async () => (await import('../thread/choose.tsx')).ChoosePriority),
  snooze: ahead(async () => (await import('../snooze/snooze.tsx')).Snooze),
  tag: ahead(async () => (await import('../tags/tag-picker.tsx')).TagPicker),
  merge: ahead(async () => (await import('../thread/merge.tsx')).Merge),
  split: ahead(async () => (await import('../thread/split.tsx')).Split),
  erase: ahead(async () => (await import('../erase/erase.tsx')).Erase),
  hold: ahead(async () => (await import('../retention/hold.tsx')).Hold),
  palette: ahead(async () => (await import('../palette/palette.tsx')).Palette),
  help: ahead(async () => (await import('../help/help.tsx')).Help),
  connect: ahead(async () => (await import('../accounts/connect.tsx')).Connect),
  unlock: ahead(async () => (await import('../accounts/unlock.tsx')).Unlock),
  'review-draw': ahead(async () => (await import('../review/draw.tsx')).DrawSample),
  'review-form': ahead(async () => (await import('../review/form-editor.tsx')).EditReviewForm),
  'review-agreement': ahead(async () => (await import('../review/agreement.tsx')).Agreement),
  column: ahead(async () => (await import('../columns/edit/edit.tsx')).EditColumn),
  deskName: ahead(async () => (await import('../columns/edit/desk-name.tsx')).DeskNameDialog),
  settings: ahead(async () => (await import('../settings/settings.tsx')).Settings),
  assign: ahead(async () => (await import('../assign/assign.tsx')).Assign),
  planned: ahead(async () => (await import('../bulk/planned.tsx')).Planned),
  ask: ahead(async () => (await import('../experts/ask.tsx')).Ask),
  emoji: ahead(async () => (await import('../emoji/picker.tsx')).EmojiPicker),
  'draft-versions': ahead(async () => (await import('../composer/versions.tsx')).DraftVersions),
  picture: ahead(async () => (await import('../media/larger.tsx')).LargerPicture),
  connections: ahead(async () => (await import('../status/connections.tsx')).Connections),
  snippets: ahead(async () => (await import('../snippets/snippets.tsx')).Snippets),
  handOver: ahead(async () => (await import('../people/hand-over.tsx')).HandOver),
  baton: ahead(async () => (await import('../people/baton.tsx')).Baton),
  switch: ahead(async () => (await import('../people/switch.tsx')).Switch),
  schedule: ahead(async () => (await import('../scheduled/schedule-form.tsx')).ScheduleForm),
  'schedule-refuse': ahead(async () => (await import('../scheduled/refuse.tsx')).RefuseSchedule),
  'phone-slip': ahead(async () => (await import('../phone/slip.tsx')).Slip),
  'phone-book': ahead(async () => (await import('../phone/book.tsx')).Book),
  'phone-abandon': ahead(async () => (await import('../phone/abandon.tsx')).Abandon),
  'audit-verify': ahead(async () => (await import('../audit/verify.tsx')).VerifyLog),
  'find-caller': ahead(async () => (await import('../phone/find-caller.tsx')).FindCaller),
  'move-to-queue': ahead(async () => (await import('../queues/move-to-queue.tsx')).MoveToQueue),
  clock: ahead(async () => (await import('../clocks/explanation.tsx')).Explanation),
  'keep-search': ahead(async () => (await import('../search/keep.tsx')).KeepSearch),
  export: ahead(async () => (await import('../export/export.tsx')).Export),
  jobs: ahead(async () => (await import('../jobs/jobs.tsx')).Jobs),
  import: ahead(async () => (await import('../import/import.tsx')).Import),
  introduce: ahead(async () => (await import('../welcome/introduce.tsx')).Introduce),
};

const loadAll = (): Promise<unknown> => Promise.all(Object.values(overlays).map(({ load }) => load()));

/** Dialogs, fetched once the window has nothing better to do, or when one is asked for before that. */
export const Overlays = () => {
  const overlay = useDesk((desk) => desk.overlay);
  useEffect(() => whenIdle(loadAll), []);
  if (overlay === null) return null;
  const { View } = overlays[overlay];
  return <View key={overlay} />;
};
