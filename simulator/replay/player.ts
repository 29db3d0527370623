/** Filled in by the replay; the type is what the control door shows. */
export interface Player {
  start(): void;
  status(): unknown;
}
