// Which conversation is ours. It lives in sessionStorage, so that closing the window on the family's or a library's
// computer forgets it; a second tab beside the first asks it over a BroadcastChannel and joins the same conversation.
export class Sessions {
  #key;
  #channel;
  #listener = () => {};

  constructor(base, municipality) {
    this.#key = `madoguchi:${base}:${municipality}`;
    this.#channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(this.#key) : null;
    this.#channel?.addEventListener("message", ({ data }) => this.#heard(data));
  }

  /** Calls with {begun: session} or {ended: id} when another tab begins or ends a conversation. */
  listen(listener) {
    this.#listener = listener;
  }

  get current() {
    return this.#read("session");
  }

  /** The conversation of this tab or of a tab beside it; null when there is none. */
  async find() {
    if (this.current || !this.#channel) {
      return this.current;
    }
    this.#channel.postMessage({ asks: true });
    await new Promise((resolve) => setTimeout(resolve, 150));
    return this.current;
  }

  begin(session) {
    this.#write("session", session);
    this.#channel?.postMessage({ begun: session });
  }

  /** Forgets the conversation; the tabs beside forget it too when it was ended on purpose. */
  end({ everywhere }) {
    const id = this.current?.id;
    this.#write("session", null);
    this.#write("unsent", null);
    if (everywhere && id) {
      this.#channel?.postMessage({ ended: id });
    }
  }

  get unsent() {
    return this.#read("unsent") ?? [];
  }

  set unsent(messages) {
    this.#write("unsent", messages.length ? messages : null);
  }

  get isOpen() {
    return this.#read("open") === true;
  }

  set isOpen(open) {
    this.#write("open", open || null);
  }

  close() {
    this.#channel?.close();
  }

  #heard({ asks, begun, ended }) {
    if (asks && this.current) {
      this.#channel.postMessage({ begun: this.current });
    } else if (begun && !this.current) {
      this.#write("session", begun);
      this.#listener({ begun });
    } else if (ended && ended === this.current?.id) {
      this.end({ everywhere: false });
      this.#listener({ ended });
    }
  }

  // A browser may refuse storage altogether: the chat then lives as long as the page.
  #memory = new Map();

  #read(name) {
    try {
      return JSON.parse(sessionStorage.getItem(`${this.#key}:${name}`)) ?? this.#memory.get(name) ?? null;
    } catch {
      return this.#memory.get(name) ?? null;
    }
  }

  #write(name, value) {
    this.#memory.set(name, value);
    try {
      if (value === null) {
        sessionStorage.removeItem(`${this.#key}:${name}`);
      } else {
        sessionStorage.setItem(`${this.#key}:${name}`, JSON.stringify(value));
      }
    } catch {
      // kept in memory above
    }
  }
}
