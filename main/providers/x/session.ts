import type { RemoteIdentity, SecretBox } from '../provider.ts';
import type { Api } from './api.ts';
import type { Directory } from './identities.ts';
import type { Meter } from './meter.ts';
import type { XSettings } from './options.ts';

/** What one signed-in account works with. */
export type Session = {
  api: Api;
  me: RemoteIdentity;
  settings: XSettings;
  directory: Directory;
  meter: Meter;
  secrets: SecretBox;
};
