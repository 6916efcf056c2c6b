package madoguchi.channel.line;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A LINE of our own: makes events and signs webhooks, and takes replies as LINE does — one-time
 * tokens that live for a minute, LINE's sizes, the channel's bearer token, no retry key on replies
 * — and keeps a book of what residents would have read. No test goes to LINE itself: LINE prohibits
 * it.
 */
public final class FakeLine implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LAST = Duration.ofMinutes(20);

  private final String secret;
  private final String channelToken;
  private final String botUserId;
  private final Clock clock;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong count = new AtomicLong();

  /** So that the events of two fakes, one after the other, are not taken for the same. */
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final List<Delivered> book = new ArrayList<>();
  private final List<Integer> statuses = new ArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger lostAnswers = new AtomicInteger();
  private volatile int refusal = 500;

  private static final class Token {
    final String user;
    final Instant first;
    Instant alive;
    boolean used;

    Token(String user, Instant now) {
      this.user = user;
      this.first = now;
      this.alive = now;
    }
  }

  /** What a resident would have read. */
  public record Delivered(String replyToken, String user, List<JsonNode> messages) {
    /** The texts of the messages. */
    public List<String> texts() {
      return messages.stream().map(m -> m.path("text").asString()).toList();
    }

    /** The quick replies below the last message, by label. */
    public List<String> buttons() {
      return items().stream().map(i -> i.path("action").path("label").asString()).toList();
    }

    /** What the quick reply of that label sends back. */
    public String data(String label) {
      return items().stream()
          .map(i -> i.path("action"))
          .filter(a -> a.path("label").asString().equals(label))
          .map(a -> a.path("data").asString())
          .findFirst()
          .orElseThrow();
    }

    private List<JsonNode> items() {
      return List.copyOf(messages.getLast().path("quickReply").path("items").values());
    }
  }

  /** On a free port of this machine. */
  public FakeLine(String secret, String channelToken, String botUserId, Clock clock) {
    this(secret, channelToken, botUserId, clock, 0);
  }

  private FakeLine(String secret, String channelToken, String botUserId, Clock clock, int port) {
    this.secret = secret;
    this.channelToken = channelToken;
    this.botUserId = botUserId;
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v2/bot/message/reply", exchange -> answer(exchange, this::reply));
    server.createContext("/fake/book", exchange -> answer(exchange, this::bookAsJson));
    server.createContext("/fake/say", exchange -> answer(exchange, this::say));
    server.start();
  }

  /** Where the bot must send. */
  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The deliveries so far, in order. */
  public List<Delivered> book() {
    synchronized (book) {
      return List.copyOf(book);
    }
  }

  /** The deliveries to one user. */
  public List<Delivered> book(String user) {
    return book().stream().filter(d -> d.user.equals(user)).toList();
  }

  /** The status of every call so far. */
  public List<Integer> statuses() {
    synchronized (book) {
      return List.copyOf(statuses);
    }
  }

  /** The next calls are answered with that status and do nothing. */
  public void refuse(int status, int calls) {
    refusal = status;
    refusals.set(calls);
  }

  /** The next calls are dealt with, but their answers are lost on the way. */
  public void loseAnswers(int calls) {
    lostAnswers.set(calls);
  }

  /** A user's text message, with a fresh token. */
  public ObjectNode text(String user, String text) {
    return message(user, "{\"type\":\"text\",\"id\":\"1\"}", "text", text);
  }

  /** A user's message of any kind, with a fresh token. */
  public ObjectNode message(String user, String content) {
    return message(user, content, "id", "m" + count.incrementAndGet());
  }

  private ObjectNode message(String user, String content, String field, String value) {
    ObjectNode event = event(user, "message");
    ObjectNode message = (ObjectNode) JSON.readTree(content);
    message.put(field, value);
    event.set("message", message);
    return event;
  }

  /** A pressed button, with a fresh token. */
  public ObjectNode postback(String user, String data) {
    ObjectNode event = event(user, "postback");
    event.putObject("postback").put("data", data);
    return event;
  }

  /** An event of that type as LINE writes it, with a fresh token. */
  public ObjectNode event(String user, String type) {
    Instant now = clock.instant();
    String token = "t" + UUID.randomUUID().toString().replace("-", "");
    tokens.put(token, new Token(user, now));
    ObjectNode event = JSON.createObjectNode();
    event.put("type", type).put("mode", "active").put("timestamp", now.toEpochMilli());
    event.putObject("source").put("type", "user").put("userId", user);
    event.put("webhookEventId", "01FAKE%s%012d".formatted(run, count.incrementAndGet()));
    event.putObject("deliveryContext").put("isRedelivery", false);
    return event.put("replyToken", token);
  }

  /** The same event as LINE delivers it again: its token lives for a minute again. */
  public ObjectNode redelivered(ObjectNode event) {
    Token token = tokens.get(event.path("replyToken").asString());
    synchronized (token) {
      token.alive = clock.instant();
    }
    ObjectNode again = event.deepCopy();
    again.putObject("deliveryContext").put("isRedelivery", true);
    return again;
  }

  /** A webhook of these events. */
  public byte[] webhook(JsonNode... events) {
    ObjectNode body = JSON.createObjectNode().put("destination", botUserId);
    ArrayNode array = body.putArray("events");
    List.of(events).forEach(array::add);
    return JSON.writeValueAsBytes(body);
  }

  /** What stands in x-line-signature for these bytes. */
  public String signature(byte[] body) {
    return signature(secret, body);
  }

  /** LINE's signature under a secret. */
  public static String signature(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Delivers signed events to a webhook and returns the status. */
  public int deliver(URI webhook, JsonNode... events) {
    byte[] body = webhook(events);
    HttpRequest request =
        HttpRequest.newBuilder(webhook)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("x-line-signature", signature(body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }

  private record Answered(int status, String body) {
    static Answered refused(int status, String message) {
      return new Answered(
          status, JSON.writeValueAsString(JSON.createObjectNode().put("message", message)));
    }
  }

  @FunctionalInterface
  private interface Handler {
    Answered handle(HttpExchange exchange) throws IOException;
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      Answered answered = handler.handle(exchange);
      byte[] body = answered.body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("x-line-request-id", UUID.randomUUID().toString());
      exchange.sendResponseHeaders(answered.status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answered reply(HttpExchange exchange) throws IOException {
    Answered answered =
        takesOne(refusals) ? Answered.refused(refusal, "As you wish") : checkedReply(exchange);
    synchronized (book) {
      statuses.add(answered.status);
    }
    if (takesOne(lostAnswers)) {
      throw new IOException("lost on the way");
    }
    return answered;
  }

  private static boolean takesOne(AtomicInteger left) {
    return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  private Answered checkedReply(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (!exchange.getRequestMethod().equals("POST")) {
      return Answered.refused(405, "Method not allowed");
    }
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + channelToken).equals(bearer)) {
      return Answered.refused(401, "Authentication failed");
    }
    if (exchange.getRequestHeaders().containsKey("X-Line-Retry-Key")) {
      return Answered.refused(400, "The retry key is not accepted here");
    }
    JsonNode request = JSON.readTree(body);
    String wrong = LineSizes.complaint(request.path("messages"));
    if (wrong != null) {
      return Answered.refused(400, wrong);
    }
    return use(request) ? sent(request) : Answered.refused(400, "Invalid reply token");
  }

  private boolean use(JsonNode request) {
    String name = request.path("replyToken").asString();
    Token token = tokens.get(name);
    if (token == null) {
      return false;
    }
    synchronized (token) {
      Instant now = clock.instant();
      boolean alive =
          !now.isAfter(token.alive.plus(MINUTE)) && !now.isAfter(token.first.plus(LAST));
      if (token.used || !alive) {
        return false;
      }
      token.used = true;
      synchronized (book) {
        book.add(new Delivered(name, token.user, List.copyOf(request.path("messages").values())));
      }
      return true;
    }
  }

  private Answered sent(JsonNode request) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode sent = answer.putArray("sentMessages");
    for (int i = 0; i < request.path("messages").size(); i++) {
      sent.addObject().put("id", Long.toString(count.incrementAndGet())).put("quoteToken", "q");
    }
    return new Answered(200, JSON.writeValueAsString(answer));
  }

  private Answered bookAsJson(HttpExchange exchange) {
    return new Answered(200, JSON.writeValueAsString(book()));
  }

  /** {@code {"webhook", "user", "text"}}: the user writes, the webhook gets it. */
  private Answered say(HttpExchange exchange) throws IOException {
    JsonNode said = JSON.readTree(exchange.getRequestBody().readAllBytes());
    ObjectNode event = text(said.path("user").asString("U1"), said.path("text").asString());
    int status = deliver(URI.create(said.path("webhook").asString()), event);
    ObjectNode answer = JSON.createObjectNode().put("status", status);
    return new Answered(200, JSON.writeValueAsString(answer.set("event", event)));
  }

  /**
   * Runs until it is stopped: {@code FakeLine [port [secret [channel token [bot user id]]]]}.
   * {@code GET /fake/book} gives the book, {@code POST /fake/say} makes a user write.
   */
  public static void main(String[] args) {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
    FakeLine line =
        new FakeLine(
            args.length > 1 ? args[1] : "fake-secret",
            args.length > 2 ? args[2] : "fake-token",
            args.length > 3 ? args[3] : "Ufakebot",
            Clock.systemUTC(),
            port);
    System.out.println("fake LINE at " + line.baseUrl());
  }
}
