package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import madoguchi.bot.desk.Stores;
import madoguchi.server.seed.DefaultTown;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Two towns on one server: nothing of one is reachable through the other. */
class TwoTownsTest {

  private final TownHall hall = TownHall.open();

  @Test
  void answersEachTownFromItsOwnEntries() {
    assertThat(hall.resident("minato").says("フェリーの時刻を知りたい").get("outcome").asString())
        .isEqualTo("answered");
    assertThat(hall.resident("demo").says("フェリーの時刻を知りたい").toString()).doesNotContain("minato-1");
    assertThat(hall.resident("minato").says("転入届はどこですか").toString()).doesNotContain("hikkoshi-");
    assertThat(hall.get("/faq/minato").body()).doesNotContain("転入届");
    assertThat(hall.get("/faq/minato/hikkoshi-ichiran").statusCode()).isEqualTo(404);
  }

  @Test
  void keepsConversationsFromTheOtherTownsAddress() {
    Resident resident = hall.resident("demo");
    resident.says("こんにちは");

    for (String path : List.of("/messages?after=0", "/events", "")) {
      HttpRequest.Builder request =
          path.isEmpty()
              ? resident.request("minato", path).DELETE()
              : resident.request("minato", path);
      assertThat(hall.send(request).statusCode()).as(path).isIn(401, 404);
    }
    assertThat(resident.lines().isEmpty()).isFalse();
  }

  @Test
  void keepsCasesFromTheOtherTownsStaffOnEveryRoute() {
    Resident resident = hall.resident("demo");
    resident.says("あおば野だけの質問です");
    resident.asksForPerson();
    String id =
        hall.bean(Stores.class).handoffs().pending(DefaultTown.CODE).stream()
            .filter(open -> open.conversationId().equals(resident.id()))
            .findFirst()
            .orElseThrow()
            .id();
    Clerk other = hall.clerk().of("minato");

    Set<String> reached = new TreeSet<>();
    for (String route : staffRoutes("GET")) {
      String path = route.replace("{id}", id);
      String body = other.opens(path).body();
      assertThat(body).as(path).doesNotContain("あおば野だけの質問です", id, "あおば野市");
      reached.add(route);
    }
    assertThat(reached).contains("/staff", "/staff/cases", "/staff/cases/{id}", "/staff/records");
    assertThat(other.opens("/staff/cases/" + id).statusCode()).isEqualTo(404);
    assertThat(other.submits("/staff", "/staff/cases/" + id + "/close", Map.of()).statusCode())
        .isEqualTo(404);
    assertThat(hall.bean(Stores.class).handoffs().pending(DefaultTown.CODE))
        .anySatisfy(open -> assertThat(open.id()).isEqualTo(id));
  }

  @Test
  void letsNobodyInWithTheOtherTownsAccountOrSession() {
    assertThat(hall.clerk().logsIn("nix", "admin", TownHall.PASSWORD).statusCode()).isEqualTo(401);
    Matcher cookie =
        Pattern.compile("madoguchi_staff=demo\\.([^;]+)")
            .matcher(
                hall.clerk()
                    .logsIn("demo", "admin", TownHall.PASSWORD)
                    .headers()
                    .allValues("set-cookie")
                    .toString());
    assertThat(cookie.find()).isTrue();
    assertThat(entersWith("demo." + cookie.group(1))).isEqualTo(200);
    assertThat(entersWith("minato." + cookie.group(1))).isEqualTo(302);
  }

  @Test
  void knowsEveryRouteOfTheStaff() {
    // A route that a later change adds is tried above by itself; this says that they are found.
    assertThat(staffRoutes("GET")).hasSizeGreaterThanOrEqualTo(5);
    assertThat(staffRoutes("POST")).contains("/staff/cases/{id}/close", "/staff/logout");
  }

  private int entersWith(String session) {
    return hall.send(
            HttpRequest.newBuilder(hall.at("/staff"))
                .header("Cookie", "madoguchi_staff=" + session))
        .statusCode();
  }

  private Set<String> staffRoutes(String method) {
    return hall.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
        .filter(
            info ->
                info.getMethodsCondition().getMethods().stream()
                    .anyMatch(known -> known.name().equals(method)))
        .flatMap(info -> info.getPatternsCondition().getPatterns().stream())
        .map(Object::toString)
        .filter(path -> path.startsWith("/staff"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
