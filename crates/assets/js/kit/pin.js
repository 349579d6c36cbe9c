// What a PIN may be, before it is given to the vault. Digits of any script count; one that is guessed first by
// everybody does not.

const SHORTEST = 6;

/**
 * Ten digits in a row, by the code of their zero: of Arabic, of Persian and Urdu, of Hindi, of Bengali, of Panjabi.
 */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66];

/** What was typed, as the digits 0 to 9 and nothing else. @param {string} typed */
export function digitsOf(typed) {
  return [...typed.normalize("NFKC")].map(digit).join("");
}

/**
 * What is wrong with a PIN somebody chooses, or nothing. `easy`: one digit over and over, a row up or down, or two
 * or three
 * digits repeated.
 * @param {string} pin
 * @returns {"short" | "easy" | null}
 */
export function wrongWith(pin) {
  if (pin.length < SHORTEST) return "short";
  const steps = [...pin].slice(1).map((each, at) => Number(each) - Number(pin[at]));
  const row = steps.every((step) => step === steps[0]) && Math.abs(steps[0] ?? 0) <= 1;
  return row || [2, 3].some((length) => repeats(pin, length)) ? "easy" : null;
}

/** @param {string} pin @param {number} length */
function repeats(pin, length) {
  return [...pin].every((each, at) => each === pin[at % length]);
}

/** @param {string} each */
function digit(each) {
  if (each >= "0" && each <= "9") return each;
  const code = each.codePointAt(0) ?? 0;
  const zero = ZEROS.find((one) => code >= one && code <= one + 9);
  return zero === undefined ? "" : String(code - zero);
}
