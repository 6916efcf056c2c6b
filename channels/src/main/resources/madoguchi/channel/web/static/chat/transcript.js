// The lines of a conversation as the server numbered them: each once, in order, whichever way they came.
export class Transcript {
  #numbers = new Set();
  #messages = new Set();
  #last = 0;

  /** The highest number up to which no line is missing: asking for what comes after it loses nothing. */
  get last() {
    return this.#last;
  }

  /** True when the line is new. */
  add(line) {
    const number = Number(line.id);
    if (!Number.isInteger(number) || number < 1 || this.#numbers.has(number)) {
      return false;
    }
    this.#numbers.add(number);
    this.#messages.add(line.clientMessageId);
    while (this.#numbers.has(this.#last + 1)) {
      this.#last += 1;
    }
    return true;
  }

  has(id) {
    return this.#numbers.has(Number(id));
  }

  /** Whether the resident's message of this id is among the lines. */
  hasMessage(clientMessageId) {
    return this.#messages.has(clientMessageId);
  }
}
