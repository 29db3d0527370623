/** The columns of the tables of quality. */
export const formColumns = (): string[] => [
  'version',
  'name',
  'sections',
  'made_by',
  'made_at',
  'removed_at',
];

export const sampleColumns = (): string[] => [
  'rule',
  'mode',
  'seed',
  'scorers',
  'form_id',
  'drawn_by',
  'drawn_at',
  'removed_at',
];

export const pickColumns = (): string[] => ['sample_id', 'thread_id', 'agent_id', 'position', 'asked_at'];

export const scoreColumns = (): string[] => [
  'pick_id',
  'scorer_id',
  'form_id',
  'answers',
  'points',
  'is_failed',
  'done_at',
  'note_id',
  'created_at',
];

export const settledColumns = (): string[] => ['answer', 'how', 'agent_id', 'at'];
