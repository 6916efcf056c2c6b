// One resident's conversation: what is typed goes out through the outbox, what was said comes in through the events,
// and the view is told. Nothing is drawn here.
import { Api, Problem } from "./api.js";
import { Events } from "./events.js";
import { Outbox } from "./outbox.js";
import { Sessions } from "./session.js";
import { Transcript } from "./transcript.js";
import { WORDS } from "./words_ja.js";

/** An unseen tab lets its connection go after this, unless a person is expected to write. */
const HIDDEN_MS = 60_000;

export class Conversation {
  #api;
  #sessions;
  #view;
  #session = null;
  #opening = null;
  #transcript = new Transcript();
  #outbox;
  #events = null;
  #state = "bot";
  #hiddenTimer;
  #started = Promise.resolve();
  #cleanup = new AbortController();

  constructor(base, municipality, view) {
    this.#api = new Api(base, municipality);
    this.#sessions = new Sessions(base, municipality);
    this.#view = view;
    this.#outbox = this.#newOutbox();
  }

  get sessions() {
    return this.#sessions;
  }

  profile() {
    return this.#api.profile();
  }

  complete(typed) {
    return this.#api.complete(typed);
  }

  /** Goes on with the conversation of this tab or of one beside it; what is said meanwhile waits. */
  start() {
    this.#started = this.#start();
    return this.#started;
  }

  async #start() {
    const signal = this.#cleanup.signal;
    this.#sessions.listen(({ begun, ended }) => (begun ? this.#adopt(begun) : ended && this.#forget()));
    window.addEventListener("online", () => this.#online(), { signal });
    window.addEventListener("offline", () => this.#view.trouble(WORDS.trouble.offline), { signal });
    document.addEventListener("visibilitychange", () => this.#seen(), { signal });
    const unsent = this.#sessions.unsent;
    const session = await this.#sessions.find();
    if (session) {
      await this.#adopt(session);
    }
    if (unsent.length) {
      this.#outbox.resume(unsent.filter((m) => !this.#transcript.hasMessage(m.clientMessageId)));
    }
  }

  stop() {
    this.#cleanup.abort();
    clearTimeout(this.#hiddenTimer);
    this.#events?.stop();
    this.#outbox.end();
    this.#sessions.close();
  }

  say(text) {
    this.#outbox.add({ text, label: text });
  }

  choose({ label, value }) {
    this.#outbox.add({ choice: value, label });
  }

  askForPerson() {
    this.#outbox.add({ action: "handoff", label: WORDS.compose.person });
  }

  retry() {
    this.#outbox.retry();
  }

  takeBack(clientMessageId) {
    this.#outbox.remove(clientMessageId);
    this.#view.trouble(null);
  }

  feedback(lineId, useful) {
    return this.#api.feedback(this.#session, lineId, useful);
  }

  /** Ends and erases; afterwards everything begins anew. */
  async erase() {
    if (this.#session) {
      try {
        await this.#api.erase(this.#session);
      } catch (problem) {
        if (!problem.lost) {
          throw problem;
        }
      }
    }
    this.#sessions.end({ everywhere: true });
    this.#forget();
  }

  #newOutbox() {
    return new Outbox((body) => this.#deliver(body), {
      changed: (messages) => {
        this.#sessions.unsent = messages;
        this.#view.unsent(messages);
      },
      troubled: (problem) => this.#view.trouble(problem && sentence(problem)),
      answered: (message, reply) => this.#answered(reply),
      refused: (message, problem) => {
        this.#view.trouble(problem.detail ?? WORDS.trouble.refused);
        this.#view.giveBack(message.text);
      },
      lost: () => this.#lost(),
    });
  }

  async #deliver(body) {
    await this.#started;
    const session = this.#session ?? (await this.#open());
    return this.#api.send(session, body);
  }

  #open() {
    this.#opening ??= this.#api
      .open()
      .then((session) => {
        this.#sessions.begin(session);
        this.#session = session;
        this.#listen();
        return session;
      })
      .catch((problem) => {
        throw problem.lost ? new Problem(400, WORDS.trouble.unknown) : problem;
      })
      .finally(() => (this.#opening = null));
    return this.#opening;
  }

  async #adopt(session) {
    this.#session = session;
    try {
      for (let lines; (lines = await this.#api.linesAfter(session, this.#transcript.last)).length > 0; ) {
        lines.forEach((line) => this.#line(line, { announce: false }));
      }
    } catch (problem) {
      if (problem.lost) {
        this.#sessions.end({ everywhere: false });
        this.#session = null;
        return;
      }
      this.#view.trouble(sentence(problem)); // the events bring the rest as soon as they can
    }
    this.#listen();
  }

  /** The turn is stored: its lines are fetched at once, should the events be slower. */
  async #answered(reply) {
    if (reply.messages.every(({ id }) => this.#transcript.has(id)) && reply.messages.length > 0) {
      return;
    }
    try {
      const lines = await this.#api.linesAfter(this.#session, this.#transcript.last);
      lines.forEach((line) => this.#line(line));
    } catch {
      // the events bring them
    }
  }

  #line(line, { announce = true } = {}) {
    if (this.#transcript.add(line)) {
      this.#view.line(line, { announce });
      if (line.clientMessageId) {
        this.#outbox.remove(line.clientMessageId);
      }
    }
  }

  #listen() {
    this.#events?.stop();
    this.#events = new Events(this.#api, this.#session, this.#transcript, {
      line: (line) => this.#line(line),
      typing: () => this.#view.typing(),
      state: (state) => {
        this.#state = state.state;
        this.#view.state(state);
      },
      lost: () => this.#lost(),
      connected: (is) => this.#connected(is),
    });
    this.#events.run();
  }

  #connected(is) {
    if (!is) {
      this.#view.trouble(!navigator.onLine ? WORDS.trouble.offline : this.#outbox.messages.length ? WORDS.trouble.network : WORDS.trouble.line);
    } else if (this.#outbox.messages.every((message) => message.state !== "waiting")) {
      this.#view.connected();
    }
  }

  /** The server no longer knows the conversation: what can still be said is said in a new one. */
  #lost() {
    const unsent = this.#outbox.messages.filter((message) => message.text || message.action);
    const choiceLost = this.#outbox.messages.some((message) => message.choice);
    this.#sessions.end({ everywhere: false });
    this.#forget();
    this.#view.notice(choiceLost ? WORDS.trouble.choiceLost : WORDS.trouble.lost);
    if (unsent.length) {
      this.#outbox.resume(unsent);
    }
  }

  #forget() {
    this.#events?.stop();
    this.#events = null;
    this.#outbox.end();
    this.#session = null;
    this.#state = "bot";
    this.#transcript = new Transcript();
    this.#outbox = this.#newOutbox();
    this.#view.clear();
  }

  #online() {
    this.#view.trouble(null);
    this.#outbox.retry();
    if (this.#session) {
      this.#listen();
    }
  }

  #seen() {
    clearTimeout(this.#hiddenTimer);
    if (document.hidden) {
      this.#hiddenTimer = setTimeout(() => this.#letGo(), HIDDEN_MS);
    } else if (this.#session && !this.#events) {
      this.#listen();
    }
  }

  #letGo() {
    if (this.#state === "bot" || this.#state === "closed") {
      this.#events?.stop();
      this.#events = null;
    }
  }
}

function sentence(problem) {
  if (problem.status === 0) {
    return navigator.onLine ? WORDS.trouble.network : WORDS.trouble.offline;
  }
  return problem.status === 429 ? WORDS.trouble.busy : WORDS.trouble.broken;
}
