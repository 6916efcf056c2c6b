// What the resident said and must arrive: one after the other, each with an id of its own, so that trying again
// never asks twice. Kept in the tab's storage: a reload goes on where it stopped.
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** A message is {clientMessageId, label, text | choice | action, state: queued | sending | waiting | stored}. */
export class Outbox {
  #deliver;
  #on;
  #messages = [];
  #running = false;
  #pauses = new Set();
  #ended = false;

  /**
   * @param deliver sends a message's body and returns {outcome, messages}
   * @param on {changed(messages), troubled(problem | null), answered(message, reply), refused(message, problem), lost(message)}
   */
  constructor(deliver, on) {
    this.#deliver = deliver;
    this.#on = on;
  }

  get messages() {
    return this.#messages;
  }

  add(message) {
    this.#messages.push({ clientMessageId: newId(), state: "queued", ...message });
    this.#changed();
    this.#run();
  }

  /** Takes up what an earlier page left, before what was said on this one. */
  resume(messages) {
    this.#messages = [...messages.map((message) => ({ ...message, state: "queued" })), ...this.#messages];
    this.#changed();
    this.#run();
  }

  /** Tries at once instead of waiting: the resident asked for it, or the network is back. */
  retry() {
    this.#wake();
  }

  /** Its line has come back from the server, or the resident took it back. */
  remove(clientMessageId) {
    const before = this.#messages.length;
    this.#messages = this.#messages.filter((message) => message.clientMessageId !== clientMessageId);
    if (this.#messages.length !== before) {
      this.#changed();
      this.#wake();
    }
  }

  /** Nothing more is sent. */
  end() {
    this.#ended = true;
    this.#messages = [];
    this.#wake();
  }

  async #run() {
    if (this.#running) {
      return;
    }
    this.#running = true;
    for (let next; !this.#ended && (next = this.#messages.find((m) => m.state !== "stored")); ) {
      await this.#send(next);
    }
    this.#running = false;
  }

  async #send(message) {
    for (let tries = 0; !this.#ended && this.#messages.includes(message); tries++) {
      message.state = message.state === "waiting" ? "waiting" : "sending";
      this.#changed();
      try {
        const reply = await this.#deliver(body(message));
        message.state = "stored";
        this.#on.troubled(null);
        this.#changed();
        this.#settle(message, reply);
        return;
      } catch (problem) {
        if (this.#ended) {
          return;
        }
        if (problem.lost) {
          this.#on.lost(message);
          return;
        }
        if (!problem.passes) {
          this.remove(message.clientMessageId);
          this.#on.refused(message, problem);
          return;
        }
        message.state = "waiting";
        this.#changed();
        this.#on.troubled(problem);
        await this.#pause(problem.retryAfter ? problem.retryAfter * 1000 : PAUSES_MS[Math.min(tries, 5)]);
      }
    }
  }

  /** Stored: the next may go. While it is unanswered, repeating the same message waits for the answer. */
  async #settle(message, first) {
    let reply = first;
    while (reply.outcome === "pending" && !this.#ended && this.#messages.includes(message)) {
      await this.#pause(1_000);
      try {
        reply = await this.#deliver(body(message));
      } catch (problem) {
        if (problem.lost && !this.#ended) {
          this.#on.lost(message);
          return;
        }
        await this.#pause(problem.retryAfter ? problem.retryAfter * 1000 : 5_000);
      }
    }
    if (!this.#ended && reply.outcome !== "pending") {
      await this.#on.answered(message, reply);
      this.remove(message.clientMessageId);
    }
  }

  #changed() {
    this.#on.changed(this.#messages);
  }

  #pause(milliseconds) {
    return new Promise((resolve) => {
      const end = () => (clearTimeout(timer), this.#pauses.delete(end), resolve());
      const timer = setTimeout(end, milliseconds);
      this.#pauses.add(end);
    });
  }

  #wake() {
    this.#pauses.forEach((end) => end());
  }
}

function body({ clientMessageId, text, choice, action }) {
  return { clientMessageId, text, choice, action };
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
