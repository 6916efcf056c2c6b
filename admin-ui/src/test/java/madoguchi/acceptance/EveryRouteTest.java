package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import madoguchi.bot.desk.Stores;
import madoguchi.server.seed.DefaultTown;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route that the server has, those of later changes too, asked in one town's name for what is
 * another's.
 */
class EveryRouteTest {

  private static final String WORDS = "あおば野だけの秘密の相談";

  private final TownHall hall = TownHall.open();

  private record Route(String method, String path) implements Comparable<Route> {

    @Override
    public int compareTo(Route other) {
      return toString().compareTo(other.toString());
    }
  }

  private Set<Route> routes(String prefix) {
    return hall.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
        .flatMap(
            info ->
                info.getPatternsCondition().getPatterns().stream()
                    .flatMap(
                        path ->
                            info.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> new Route(method, path.toString()))))
        .filter(route -> route.path.startsWith(prefix))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void givesNothingOfAConversationUnderTheOtherTownsAddress() {
    Resident resident = hall.resident("demo");
    resident.says(WORDS);
    int lines = resident.lines().size();
    Map<Route, Integer> statuses = new TreeMap<>();
    for (Route route : routes("/api/v1/{municipality}/conversations/{id}")) {
      String rest =
          route
              .path
              .replace("/api/v1/{municipality}/conversations/{id}", "")
              .replaceAll("\\{[a-zA-Z]+}", "1");
      HttpResponse<String> answer =
          hall.send(
              resident
                  .request("minato", rest)
                  .header("Content-Type", "application/json")
                  .timeout(Duration.ofSeconds(10))
                  .method(route.method, body(route)));
      assertThat(answer.body()).as(route.toString()).doesNotContain(WORDS);
      statuses.put(route, answer.statusCode());
    }
    assertThat(statuses).hasSizeGreaterThanOrEqualTo(5);
    assertThat(statuses.values()).as(statuses.toString()).isSubsetOf(400, 401, 404);
    assertThat(resident.lines()).hasSize(lines);
  }

  private static HttpRequest.BodyPublisher body(Route route) {
    return switch (route.method) {
      case "POST" -> BodyPublishers.ofString("{\"clientMessageId\":\"a\",\"text\":\"ごみ\"}");
      case "PUT" -> BodyPublishers.ofString("{\"useful\":true}");
      default -> BodyPublishers.noBody();
    };
  }

  @Test
  void letsNobodyActOnTheOtherTownsCases() {
    Resident resident = hall.resident("demo");
    resident.says(WORDS);
    resident.asksForPerson();
    String id =
        hall.bean(Stores.class).handoffs().pending(DefaultTown.CODE).stream()
            .filter(open -> open.conversationId().equals(resident.id()))
            .findFirst()
            .orElseThrow()
            .id();
    int tried = 0;
    for (Route route : routes("/staff/")) {
      if (route.method.equals("POST") && route.path.contains("{id}")) {
        Clerk other = hall.clerk().of("minato");
        HttpResponse<String> answer =
            other.submits("/staff", route.path.replace("{id}", id), Map.of("text", "x"));
        boolean toldThatThereIsNone =
            answer.statusCode() == 303
                && answer.headers().firstValue("location").orElse("").endsWith("done=gone");
        if (!toldThatThereIsNone) {
          assertThat(answer.statusCode()).as(route.toString()).isIn(400, 403, 404);
        }
        assertThat(answer.body()).doesNotContain(WORDS);
        tried++;
      }
    }
    assertThat(tried).isPositive();
    assertThat(hall.bean(Stores.class).handoffs().pending(DefaultTown.CODE))
        .anySatisfy(open -> assertThat(open.id()).isEqualTo(id));
  }

  @Test
  void asksEverybodyOfTheStaffToLogInFirst() {
    for (Route route : routes("/staff")) {
      if (route.method.equals("GET") && !route.path.startsWith("/staff/login")) {
        HttpResponse<String> answer = hall.get(route.path.replaceAll("\\{[a-zA-Z]+}", "1"));
        assertThat(answer.statusCode()).as(route.toString()).isIn(302, 401);
        assertThat(answer.body()).isEmpty();
      }
    }
  }
}
