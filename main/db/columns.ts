/** Columns of tables whose image has all of them, but for the personal text that is named beside. */
export function queueColumns(): string[] {
  return [
    'name',
    'position',
    'rules',
    'assignment',
    'skill',
    'is_language',
    'is_sticky',
    'return_after_ms',
    'removed_at',
  ];
}

export function policyColumns(): string[] {
  return [
    'name',
    'position',
    'conditions',
    'targets',
    'calendar_id',
    'warn_percent',
    'since_at',
    'removed_at',
  ];
}

export function phoneColumns(): string[] {
  return [
    'customer_id',
    'message_id',
    'consent_by',
    'consent_at',
    'expires_at',
    'forgotten_at',
    'revealed_at',
    'revealed_by',
  ];
}

export function escalationColumns(): string[] {
  return [
    'thread_id',
    'customer_id',
    'phone_id',
    'state',
    'from_at',
    'until_at',
    'lang',
    'requested_by',
    'requested_at',
    'assignee_id',
    'due_at',
    'attempts',
    'ended_at',
    'outcome',
    'reminded_at',
  ];
}

export function uploadColumns(): string[] {
  return [
    'agent_id',
    'account_id',
    'thread_id',
    'message_kind',
    'outbox_id',
    'position',
    'kind',
    'mime',
    'bytes',
    'state',
    'sent_bytes',
    'remote_id',
    'expires_at',
    'created_at',
  ];
}

export function scheduleColumns(): string[] {
  return [
    'account_id',
    'thread_id',
    'kind',
    'to_identity_id',
    'agent_id',
    'at',
    'state',
    'decided_by',
    'decided_at',
    'machine',
    'outbox_id',
    'head_id',
    'altered_seen',
    'created_at',
  ];
}

export function gapColumns(): string[] {
  return ['account_id', 'stream', 'from_at', 'until_at', 'kind', 'found_at', 'ended_at', 'ended_by'];
}

export function alertColumns(): string[] {
  return ['account_id', 'kind', 'stream', 'raised_at', 'acknowledged_by', 'acknowledged_at', 'ended_at'];
}

/** Names of files and folders may name people: they stay out. */
export function importColumns(): string[] {
  return [
    'agent_id',
    'account_id',
    'kind',
    'bytes',
    'hash',
    'units_hash',
    'position',
    'state',
    'began_at',
    'ended_at',
    'total',
    'added',
    'known',
    'threads',
    'refused',
    'left_out',
  ];
}
