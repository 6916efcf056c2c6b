package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.inquiry.KeyedPseudonyms;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.post.InMemoryInbox;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes to the webhook and what to all others, without a server. */
class WebhookHandlerTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");

  private final List<Integer> told = new ArrayList<>();
  private final List<String> passedOn = new ArrayList<>();
  private final InMemoryMunicipalities towns = new InMemoryMunicipalities();

  @Test
  void passesOnWhatIsNoWebhook() {
    WebhookHandler handler = handler(request -> request);
    for (MockServerHttpRequest other :
        List.of(
            MockServerHttpRequest.get("/line/demo").build(),
            MockServerHttpRequest.post("/line/demo/webhook/x").build(),
            MockServerHttpRequest.post("/api/v1/demo/conversations").build())) {
      handler.handle(other, new MockServerHttpResponse()).block();
    }
    assertThat(passedOn).hasSize(3);
    assertThat(told).isEmpty();
  }

  @Test
  void refusesByProblemDetails() {
    MockServerHttpResponse response = new MockServerHttpResponse();
    handler(request -> request)
        .handle(MockServerHttpRequest.post("/line/nowhere/webhook").build(), response)
        .block();
    assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(response.getHeaders().getContentType())
        .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    JsonNode problem = JsonMapper.shared().readTree(response.getBodyAsString().block());
    assertThat(problem.path("status").asInt()).isEqualTo(404);
    assertThat(problem.path("instance").asString()).isEqualTo("/line/nowhere/webhook");
    assertThat(passedOn).isEmpty();
    assertThat(told).containsExactly(404);
  }

  @Test
  void goesOnWithWhatHasComeWhenTheSenderHangsUp() throws Exception {
    towns.store(LineTown.town(DEMO, Map.of("line.channel-secret", "s")));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    AtomicReference<String> ended = new AtomicReference<>();
    Disposable sending =
        handler(
                request -> {
                  begun.countDown();
                  try {
                    hungUp.await();
                    ended.set("in peace");
                  } catch (InterruptedException interrupted) {
                    ended.set("interrupted");
                  }
                  return request;
                })
            .handle(
                MockServerHttpRequest.post("/line/demo/webhook").body("{}"),
                new MockServerHttpResponse())
            .subscribe();
    begun.await();
    sending.dispose();
    hungUp.countDown();
    await().until(() -> ended.get() != null);
    assertThat(ended.get()).isEqualTo("in peace");
  }

  private WebhookHandler handler(UnaryOperator<ServerHttpRequest> seen) {
    LineWebhook webhook =
        new LineWebhook(
            towns,
            LineTown.channel(towns, Clock.systemUTC()),
            new InMemoryInbox(new Memory(), new InMemoryConversations(new Memory())),
            new KeyedPseudonyms(town -> new byte[32]),
            Clock.systemUTC(),
            () -> {});
    return new WebhookHandler(
        webhook,
        seen,
        Executors.newVirtualThreadPerTaskExecutor(),
        (status, took) -> told.add(status.value()),
        (request, response) -> {
          passedOn.add(request.getPath().value());
          return response.setComplete();
        });
  }
}
