/** What was taken back, by the operation that the log names. */
export const workUndone: Readonly<Record<string, string>> = {
  'thread.priority': 'Priority',
  'thread.tag': 'Tags',
  'thread.snooze': 'Snooze',
  'thread.wake': 'Waking',
  'thread.noAction': 'No action',
  'thread.unread': 'Marking unread',
  'thread.merge': 'Merge',
  'thread.split': 'Split',
  'note.add': 'Note',
  'note.remove': 'Removing the note',
  'tag.make': 'Making the tag',
  'tag.change': 'Changing the tag',
  'tag.remove': 'Removing the tag',
};
