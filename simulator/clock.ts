/** The time of the simulated world: the real one, shifted and sped up at will from the control door. */
export class SimulatedClock {
  readonly #real: () => number;
  #realAnchorMs: number;
  #anchorMs: number;
  #speed = 1;

  constructor(real: () => number) {
    this.#real = real;
    this.#realAnchorMs = real();
    this.#anchorMs = this.#realAnchorMs;
  }

  get speed(): number {
    return this.#speed;
  }

  now(): number {
    return Math.floor(this.#anchorMs + (this.#real() - this.#realAnchorMs) * this.#speed);
  }

  setSpeed(speed: number): void {
    this.#anchor(this.now());
    this.#speed = speed;
  }

  advance(ms: number): void {
    this.#anchor(this.now() + ms);
  }

  #anchor(atMs: number): void {
    this.#anchorMs = atMs;
    this.#realAnchorMs = this.#real();
  }
}
