// How loud it is, as bars: so that a child sees that they are heard. Bars show that there is a voice; they judge nothing and
// are kept nowhere.

/**
 * Loudness of one moment, 0 to 1, so that a quiet voice is seen too.
 * @param {ArrayLike<number>} samples  of sound, each -1 to 1
 */
export function loudness(samples) {
  let sum = 0;
  for (let n = 0; n < samples.length; n += 1) sum += (samples[n] ?? 0) ** 2;
  const middle = Math.sqrt(sum / Math.max(1, samples.length));
  return middle > 0 ? Math.min(1, Math.max(0, 1 + Math.log10(middle) / 2.5)) : 0;
}

export class Meter {
  #sound;
  #listens;
  #samples;

  /** @param {MediaStream} stream */
  constructor(stream) {
    this.#sound = new AudioContext();
    this.#listens = this.#sound.createAnalyser();
    this.#listens.fftSize = 1024;
    this.#samples = new Float32Array(this.#listens.fftSize);
    this.#sound.createMediaStreamSource(stream).connect(this.#listens);
  }

  /** Now, 0 to 1. */
  level() {
    this.#listens.getFloatTimeDomainData(this.#samples);
    return loudness(this.#samples);
  }

  close() { void this.#sound.close(); }
}

/**
 * Draws the last levels as round-ended bars over the whole canvas; places where nothing is yet are pale dots.
 * @param {HTMLCanvasElement} canvas
 * @param {readonly number[]} levels  oldest first
 * @param {{colour: string, pale: string, bars?: number}} look
 */
export function drawBars(canvas, levels, { colour, pale, bars = 24 }) {
  const ratio = globalThis.devicePixelRatio || 1;
  const [wide, high] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
  const context = canvas.getContext("2d");
  if (!context || !wide || !high) return;
  if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
  const each = wide / bars;
  const latest = levels.slice(-bars);
  context.clearRect(0, 0, wide, high);
  context.lineCap = "round";
  context.lineWidth = each * 0.55;
  for (let bar = 0; bar < bars; bar += 1) {
    const level = latest[bar];
    const half = Math.max(0.5, (level ?? 0) * (high - each) / 2);
    context.strokeStyle = level === undefined ? pale : colour;
    context.beginPath();
    context.moveTo((bar + 0.5) * each, high / 2 - half);
    context.lineTo((bar + 0.5) * each, high / 2 + half);
    context.stroke();
  }
}
