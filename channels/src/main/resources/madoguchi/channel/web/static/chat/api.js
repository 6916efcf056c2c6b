// The web chat's HTTP API. Every call fails with a Problem that says whether trying again makes sense.

/** What went wrong: status 0 is the network; detail is the server's sentence, where it has one. */
export class Problem extends Error {
  constructor(status, detail, retryAfter) {
    super(`status ${status}`);
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** The same call may succeed later. */
  get passes() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** The conversation is no longer there, or never was ours. */
  get lost() {
    return this.status === 401 || this.status === 404;
  }
}

/** A session is {id, token}: the conversation and the proof that it is ours. */
export class Api {
  #root;

  constructor(base, municipality) {
    this.#root = `${base}/api/v1/${encodeURIComponent(municipality)}`;
  }

  profile() {
    return this.#json("GET", "/profile");
  }

  async open() {
    const { conversationId, token } = await this.#json("POST", "/conversations", { body: {} });
    return { id: conversationId, token };
  }

  /** Questions that fit what has been typed; posted, since addresses end up in logs. */
  complete(query) {
    return this.#json("POST", "/completions", { body: { query }, seconds: 5 });
  }

  /** Waits for the answer for up to 15 s; outcome "pending" means: stored, ask again. */
  send(session, message) {
    return this.#json("POST", `${path(session)}/messages`, { session, body: message, seconds: 25 });
  }

  linesAfter(session, number) {
    return this.#json("GET", `${path(session)}/messages?after=${number}`, { session });
  }

  /** Who speaks, as the events tell it where they come through. */
  state(session) {
    return this.#json("GET", path(session), { session });
  }

  feedback(session, messageId, useful) {
    return this.#json("PUT", `${path(session)}/messages/${encodeURIComponent(messageId)}/feedback`, {
      session,
      body: { useful },
    });
  }

  erase(session) {
    return this.#json("DELETE", path(session), { session });
  }

  /** The events as an open response; the caller reads and aborts it. */
  async events(session, lastId, signal) {
    const headers = { Accept: "text/event-stream", Authorization: `Bearer ${session.token}` };
    if (lastId > 0) {
      headers["Last-Event-ID"] = String(lastId);
    }
    const response = await fetch(`${this.#root}${path(session)}/events`, { headers, signal, cache: "no-store" });
    if (!response.ok) {
      throw new Problem(response.status);
    }
    return response;
  }

  async #json(method, where, { session, body, seconds = 15 } = {}) {
    const headers = { Accept: "application/json" };
    if (session) {
      headers.Authorization = `Bearer ${session.token}`;
    }
    if (body) {
      headers["Content-Type"] = "application/json";
    }
    const timer = new AbortController();
    const alarm = setTimeout(() => timer.abort(), seconds * 1000);
    try {
      const response = await fetch(this.#root + where, {
        method,
        headers,
        body: body && JSON.stringify(body),
        signal: timer.signal,
        cache: "no-store",
        credentials: "omit",
      });
      if (!response.ok) {
        const told = await response.json().catch(() => ({}));
        throw new Problem(response.status, told.detail, Number(response.headers.get("Retry-After")) || undefined);
      }
      return response.status === 204 ? null : await response.json();
    } catch (failure) {
      throw failure instanceof Problem ? failure : new Problem(0);
    } finally {
      clearTimeout(alarm);
    }
  }
}

function path(session) {
  return `/conversations/${encodeURIComponent(session.id)}`;
}
