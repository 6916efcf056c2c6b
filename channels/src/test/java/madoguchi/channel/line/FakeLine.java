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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A LINE of our own: makes events and signs webhooks, and enforces what LINE enforces — one-time
 * tokens that live for a minute, retry keys on pushes and none on replies, the month's quota,
 * rates, sizes, the channel's bearer token — and keeps a book of what residents would have read. No
 * test goes to LINE itself: LINE prohibits it.
 */
public final class FakeLine implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LAST = Duration.ofMinutes(20);

  private final String secret;
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
  private final AtomicInteger spoiltAnswers = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Spoilt spoilt = Spoilt.HTML;
  private volatile int refusal = 500;
  private final Map<String, Instant> retryKeys = new ConcurrentHashMap<>();
  private final Set<String> blocked = ConcurrentHashMap.newKeySet();
  private final Set<String> users = ConcurrentHashMap.newKeySet();
  private final List<JsonNode> loadings = new ArrayList<>();
  private final FakeRates rates;
  private final FakeContents contents = new FakeContents();
  private final FakeMenus menus;
  private volatile long quota = Long.MAX_VALUE;
  private volatile long pushed;
  private volatile String channelToken;

  /** What becomes on the way of an answer to a call that was dealt with. */
  public enum Spoilt {
    LOST,
    HTML,
    HANGING,
    STATUS_408,
    STATUS_500,
    STATUS_503
  }

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
      return messages.stream()
          .map(
              m -> m.path("type").asString().equals("flex") ? answer(m) : m.path("text").asString())
          .toList();
    }

    /** The answer on a card: what stands below its title. */
    private static String answer(JsonNode card) {
      return card.path("contents")
          .path("body")
          .path("contents")
          .valueStream()
          .filter(part -> part.path("type").asString().equals("text"))
          .skip(1)
          .map(part -> part.path("text").asString())
          .collect(Collectors.joining("\n"));
    }

    /** The buttons on the last message's card, by label. */
    public List<String> cardButtons() {
      return cardActions().map(a -> a.path("label").asString()).toList();
    }

    private Stream<JsonNode> cardActions() {
      return messages.getLast().path("contents").path("footer").findValues("action").stream();
    }

    /** Whether it was pushed and not replied. */
    public boolean isPushed() {
      return replyToken.startsWith("push ");
    }

    /** The quick replies below the last message, by label. */
    public List<String> buttons() {
      return items().stream().map(i -> i.path("action").path("label").asString()).toList();
    }

    /** What the quick reply of that label sends back. */
    public String data(String label) {
      return Stream.concat(items().stream().map(i -> i.path("action")), cardActions())
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
    this.rates = new FakeRates(clock);
    this.menus = new FakeMenus(rates);
    this.botUserId = botUserId;
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v2/bot/message/reply", exchange -> answer(exchange, this::reply));
    server.createContext("/v2/bot/message/push", exchange -> answer(exchange, this::push));
    server.createContext("/v2/bot/message/quota", exchange -> answer(exchange, this::quota));
    server.createContext("/v2/bot/chat/loading/start", exchange -> answer(exchange, this::loading));
    server.createContext("/v2/bot/message/", exchange -> answer(exchange, allowed(contents)));
    server.createContext("/v2/bot/richmenu", exchange -> answer(exchange, allowed(menus)));
    server.createContext("/v2/bot/user/all/richmenu", exchange -> answer(exchange, allowed(menus)));
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

  /** So many may be pushed this month. */
  public void allow(long messages) {
    quota = messages;
  }

  /** How many were pushed this month, as LINE counts. */
  public long pushed() {
    return pushed;
  }

  /** The user blocks the account: LINE takes what is pushed, and nobody reads it. */
  public void block(String user) {
    blocked.add(user);
  }

  /** Only this token is good from now on. */
  public void reissueToken(String token) {
    channelToken = token;
  }

  /** The loading signs that were shown. */
  public List<JsonNode> loadings() {
    synchronized (loadings) {
      return List.copyOf(loadings);
    }
  }

  /** What users have sent beside text. */
  public FakeContents contents() {
    return contents;
  }

  /** The account's rich menus. */
  public FakeMenus menus() {
    return menus;
  }

  /** How many calls of each kind are taken in a second. */
  public FakeRates rates() {
    return rates;
  }

  /** The next replies are dealt with, but their answers are spoilt. */
  public void spoil(Spoilt how, int calls) {
    spoilt = how;
    spoiltAnswers.set(calls);
  }

  /** A user's text message, with a fresh token. */
  public ObjectNode text(String user, String text) {
    ObjectNode event = message(user, "{\"type\":\"text\"}");
    ((ObjectNode) event.path("message")).put("text", text);
    return event;
  }

  /** A user's message of any kind, with a fresh token. */
  public ObjectNode message(String user, String content) {
    ObjectNode event = event(user, "message");
    ObjectNode message = (ObjectNode) JSON.readTree(content);
    message.put("id", "m" + run + count.incrementAndGet());
    event.set("message", message);
    return event;
  }

  /** The user takes that message back. */
  public ObjectNode unsend(JsonNode event) {
    ObjectNode unsend = event(event.path("source").path("userId").asString(), "unsend");
    unsend.set("source", event.path("source"));
    unsend.putObject("unsend").put("messageId", event.path("message").path("id").asString());
    unsend.remove("replyToken");
    return unsend;
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
    users.add(user);
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
    closing.countDown();
    server.stop(0);
    http.close();
  }

  /** What is answered; with one further header, unless its name is empty. */
  record Answered(int status, byte[] content, String header, String value) {

    Answered(int status, String body) {
      this(status, body.getBytes(StandardCharsets.UTF_8), "", "");
    }

    static Answered ok(JsonNode body) {
      return new Answered(200, JSON.writeValueAsString(body));
    }

    static Answered refused(int status, String message) {
      return new Answered(
          status, JSON.writeValueAsString(JSON.createObjectNode().put("message", message)));
    }
  }

  /** A part of LINE. */
  @FunctionalInterface
  interface Handler {
    Answered handle(HttpExchange exchange) throws IOException;
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      Answered answered = handler.handle(exchange);
      byte[] body = answered.content;
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("x-line-request-id", UUID.randomUUID().toString());
      if (!answered.header.isEmpty()) {
        exchange.getResponseHeaders().set(answered.header, answered.value);
      }
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
    return takesOne(spoiltAnswers) ? spoil() : answered;
  }

  private Answered spoil() throws IOException {
    return switch (spoilt) {
      case LOST -> throw new IOException("lost on the way");
      case HTML -> new Answered(200, "<html><body>ようこそ</body></html>");
      case HANGING -> hang();
      case STATUS_408 -> Answered.refused(408, "Request timeout");
      case STATUS_500 -> Answered.refused(500, "Internal error");
      case STATUS_503 -> Answered.refused(503, "Service unavailable");
    };
  }

  private Answered hang() throws IOException {
    try {
      closing.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("hung until the end");
  }

  private static boolean takesOne(AtomicInteger left) {
    return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  private Answered checkedReply(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Answered refused = refusal(exchange, "POST", body.length);
    if (refused != null) {
      return refused;
    }
    if (exchange.getRequestHeaders().containsKey("X-Line-Retry-Key")) {
      return Answered.refused(400, "The retry key is not accepted here");
    }
    if (!rates.takes("reply", FakeRates.SECOND)) {
      return Answered.refused(429, "The API rate limit has been exceeded. Try again later.");
    }
    JsonNode request = JSON.readTree(body);
    String wrong = LineSizes.complaint(request.path("messages"));
    if (wrong != null) {
      return Answered.refused(400, wrong);
    }
    return use(request) ? sent(request) : Answered.refused(400, "Invalid reply token");
  }

  /** What every call must have; null: it has. */
  private @Nullable Answered refusal(HttpExchange exchange, String method, int length) {
    if (!exchange.getRequestMethod().equals(method)) {
      return Answered.refused(405, "Method not allowed");
    }
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + channelToken).equals(bearer)) {
      return Answered.refused(401, "Authentication failed");
    }
    return length > 2 << 20 ? Answered.refused(413, "Request exceeds 2 MB") : null;
  }

  private Handler allowed(Handler handler) {
    return exchange -> {
      Answered refused = refusal(exchange, exchange.getRequestMethod(), 0);
      return refused == null ? handler.handle(exchange) : refused;
    };
  }

  private Answered push(HttpExchange exchange) throws IOException {
    Answered answered =
        takesOne(refusals) ? Answered.refused(refusal, "As you wish") : checkedPush(exchange);
    synchronized (book) {
      statuses.add(answered.status);
    }
    if (takesOne(lostAnswers)) {
      throw new IOException("lost on the way");
    }
    return answered;
  }

  private Answered checkedPush(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Answered refused = refusal(exchange, "POST", body.length);
    if (refused != null) {
      return refused;
    }
    if (!rates.takes("push", FakeRates.SECOND)) {
      return Answered.refused(429, "The API rate limit has been exceeded. Try again later.");
    }
    JsonNode request = JSON.readTree(body);
    String wrong = LineSizes.complaint(request.path("messages"));
    String to = request.path("to").asString("");
    String key = exchange.getRequestHeaders().getFirst("X-Line-Retry-Key");
    if (wrong != null || !users.contains(to) || key != null && !isUuid(key)) {
      return Answered.refused(400, wrong == null ? "The property 'to' is invalid" : wrong);
    }
    synchronized (retryKeys) {
      Instant before = key == null ? null : retryKeys.get(key);
      if (before != null && clock.instant().isBefore(before.plus(Duration.ofDays(1)))) {
        return new Answered(
            409,
            "{\"message\":\"The retry key is already accepted\"}".getBytes(StandardCharsets.UTF_8),
            "x-line-accepted-request-id",
            key);
      }
      if (pushed >= quota) {
        return Answered.refused(429, "You have reached your monthly limit.");
      }
      pushed++;
      if (key != null) {
        retryKeys.put(key, clock.instant());
      }
    }
    if (!blocked.contains(to)) {
      synchronized (book) {
        book.add(new Delivered("push " + key, to, List.copyOf(request.path("messages").values())));
      }
    }
    return sent(request);
  }

  private static boolean isUuid(String key) {
    return key.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  }

  private Answered quota(HttpExchange exchange) {
    Answered refused = refusal(exchange, "GET", 0);
    if (refused != null) {
      return refused;
    }
    ObjectNode answer = JSON.createObjectNode();
    if (exchange.getRequestURI().getPath().endsWith("/consumption")) {
      return Answered.ok(answer.put("totalUsage", pushed));
    }
    return Answered.ok(
        quota == Long.MAX_VALUE
            ? answer.put("type", "none")
            : answer.put("type", "limited").put("value", quota));
  }

  private Answered loading(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Answered refused = refusal(exchange, "POST", body.length);
    if (refused != null) {
      return refused;
    }
    if (!rates.takes("loading", FakeRates.SECOND)) {
      return Answered.refused(429, "The API rate limit has been exceeded. Try again later.");
    }
    JsonNode request = JSON.readTree(body);
    int seconds = request.path("loadingSeconds").asInt(20);
    boolean known = users.contains(request.path("chatId").asString(""));
    if (!known || seconds < 5 || seconds > 60 || seconds % 5 != 0) {
      return Answered.refused(400, "The request body has 1 error(s)");
    }
    synchronized (loadings) {
      loadings.add(request);
    }
    return new Answered(202, "{}");
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
