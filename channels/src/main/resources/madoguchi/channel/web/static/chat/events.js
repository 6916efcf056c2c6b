// The events of a conversation: Server-Sent Events read with fetch (EventSource cannot send the token), and where a
// gateway swallows or collects them, asking again every few seconds.
const FIRST_BYTE_MS = 8_000;
const SILENCE_MS = 40_000; // the server says something every 15 s
const POLL_MS = 3_000;
const POLLS_BEFORE_STREAM = 100;
const FAILURES_BEFORE_POLLING = 2;

export class Events {
  #api;
  #session;
  #transcript;
  #on;
  #stopped = new AbortController();

  /** @param on {line(line), typing(), state(state), lost(), connected(boolean)} */
  constructor(api, session, transcript, on) {
    this.#api = api;
    this.#session = session;
    this.#transcript = transcript;
    this.#on = on;
  }

  stop() {
    this.#stopped.abort();
  }

  /** Runs until stopped or lost; never throws. */
  async run() {
    let failures = 0;
    while (!this.#isStopped) {
      let silent = false;
      try {
        silent = await this.#stream(() => (failures = 0));
      } catch (problem) {
        if (this.#isStopped) {
          return;
        }
        if (problem.lost) {
          this.#on.lost();
          return;
        }
      }
      failures += 1;
      // Who is silent although the line stands will be silent again: a gateway holds the events back.
      if (silent || failures > FAILURES_BEFORE_POLLING) {
        await this.#poll();
      } else {
        await this.#pause(500 * failures);
      }
    }
  }

  get #isStopped() {
    return this.#stopped.signal.aborted;
  }

  /** Reads until the stream ends or breaks; true when nothing came for too long. */
  async #stream(alive) {
    const connection = new AbortController();
    let silent = false;
    const hangUp = () => connection.abort();
    const giveUp = () => ((silent = true), hangUp());
    this.#stopped.signal.addEventListener("abort", hangUp, { once: true });
    let alarm = setTimeout(giveUp, FIRST_BYTE_MS);
    try {
      const response = await this.#api.events(this.#session, this.#transcript.last, connection.signal);
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      const parser = new Parser((event) => this.#take(event));
      for (;;) {
        const { value, done } = await reader.read();
        clearTimeout(alarm);
        if (done) {
          return false;
        }
        alive();
        this.#on.connected(true);
        alarm = setTimeout(giveUp, SILENCE_MS);
        parser.push(value);
      }
    } catch (problem) {
      if (silent) {
        return true;
      }
      throw problem;
    } finally {
      clearTimeout(alarm);
      this.#stopped.signal.removeEventListener("abort", hangUp);
    }
  }

  async #poll() {
    for (let polls = 0; polls < POLLS_BEFORE_STREAM && !this.#isStopped; polls++) {
      try {
        const state = await this.#api.state(this.#session);
        (await this.#api.linesAfter(this.#session, this.#transcript.last)).forEach((line) => this.#on.line(line));
        if (!this.#isStopped) {
          this.#on.state(state);
          this.#on.connected(true);
        }
      } catch (problem) {
        if (this.#isStopped) {
          return;
        }
        if (problem.lost) {
          this.stop();
          this.#on.lost();
          return;
        }
        this.#on.connected(false);
      }
      await this.#pause(document.hidden ? 5 * POLL_MS : POLL_MS);
    }
  }

  #take({ name, data }) {
    if (name === "message") {
      this.#on.line(JSON.parse(data));
    } else if (name === "state") {
      this.#on.state(JSON.parse(data));
    } else if (name === "typing") {
      this.#on.typing();
    }
  }

  #pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#stopped.signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
    });
  }
}

/** Cuts a text stream into events, as the HTML standard has it (ids are read from the data). */
export class Parser {
  #rest = "";
  #name = "message";
  #data = [];
  #emit;

  constructor(emit) {
    this.#emit = emit;
  }

  push(text) {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    lines.forEach((line) => this.#line(line));
  }

  #line(line) {
    if (line === "") {
      if (this.#data.length) {
        this.#emit({ name: this.#name, data: this.#data.join("\n") });
      }
      this.#name = "message";
      this.#data = [];
      return;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") {
      this.#name = value;
    } else if (field === "data") {
      this.#data.push(value);
    }
  }
}
