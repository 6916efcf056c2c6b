package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The staff's door: who is let in, and what the pages carry with them. */
class StaffDoorTest {

  private final TownHall hall = TownHall.open();

  @Test
  void sendsEverybodyWithoutASessionToTheLogIn() {
    for (String path : List.of("/staff", "/staff/cases", "/staff/records", "/staff/nix")) {
      HttpResponse<String> response = hall.get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(302);
      assertThat(response.headers().firstValue("location")).hasValue("/staff/login");
    }
  }

  @Test
  void letsInWithNameAndPasswordAndOutAgain() {
    Clerk clerk = hall.clerk();
    HttpResponse<String> entered = clerk.logsIn("demo", "admin", TownHall.PASSWORD);

    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(entered.headers().firstValue("location")).hasValue("/staff");
    assertThat(entered.headers().allValues("set-cookie").toString())
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Lax", "Path=/staff")
        .doesNotContain("Secure");
    assertThat(clerk.opens("/staff").body()).contains("あおば野市", "概要", "admin");

    String session = entered.headers().allValues("set-cookie").toString();
    assertThat(clerk.submits("/staff", "/staff/logout", Map.of()).statusCode()).isEqualTo(303);
    assertThat(clerk.opens("/staff").statusCode()).isEqualTo(302);
    String kept = session.replaceAll(".*(madoguchi_staff=[^;]+);.*", "$1");
    assertThat(hall.send(HttpRequest.newBuilder(hall.at("/staff")).header("Cookie", kept)))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(302);
  }

  @Test
  void saysTheSameOfAWrongNameAndAWrongPassword() {
    HttpResponse<String> wrongPassword = hall.clerk().logsIn("demo", "admin", "falsch-falsch");
    HttpResponse<String> wrongName = hall.clerk().logsIn("demo", "niemand", TownHall.PASSWORD);

    assertThat(List.of(wrongPassword.statusCode(), wrongName.statusCode())).containsOnly(401);
    assertThat(wrongPassword.body()).contains("ユーザー名かパスワードが違います");
    assertThat(wrongName.body()).contains("ユーザー名かパスワードが違います");
  }

  @Test
  void makesThoseWaitWhoGuess() {
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(hall.clerk().logsIn("demo", "geraten", "falsch-falsch").statusCode())
          .isEqualTo(401);
    }
    HttpResponse<String> sixth = hall.clerk().logsIn("demo", "geraten", "falsch-falsch");

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.headers().firstValue("retry-after")).isPresent();
    assertThat(sixth.body()).contains("しばらくログインできません");
  }

  @Test
  void refusesFormsWithoutThePagesToken() {
    Clerk clerk = hall.clerk();
    assertThat(
            clerk
                .submitsWith(
                    "made-up",
                    "/staff/login",
                    Map.of("username", "admin", "password", TownHall.PASSWORD))
                .statusCode())
        .isEqualTo(403);
    clerk.of("demo");
    assertThat(clerk.submitsWith("made-up", "/staff/logout", Map.of()).statusCode()).isEqualTo(403);
    assertThat(clerk.opens("/staff").statusCode()).isEqualTo(200);
  }

  @Test
  void carriesNoPageIntoAFrameACacheOrAScript() {
    HttpResponse<String> page = hall.clerk().of("demo").opens("/staff");

    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("x-frame-options")).hasValue("DENY");
    assertThat(page.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");
    assertThat(page.headers().firstValue("content-type").orElse("")).contains("UTF-8");
  }

  @Test
  void showsWhatResidentsTypedAsTextOnly() {
    Resident resident = hall.resident("demo");
    resident.says("<img src=x onerror=alert(1)> <b>ごみ</b>");

    assertThat(hall.clerk().of("demo").opens("/staff/records").body())
        .contains("&lt;img src=x onerror=alert(1)&gt;")
        .doesNotContain("<img src=x");
  }

  @Test
  void answersUnknownAndMalformedAddressesPlainly() {
    Clerk clerk = hall.clerk().of("demo");
    assertThat(clerk.opens("/staff/cases/nix").statusCode()).isEqualTo(404);
    assertThat(clerk.opens("/staff/nix").statusCode()).isEqualTo(404);
    assertThat(clerk.opens("/staff/records?before=gestern").statusCode()).isEqualTo(400);
    assertThat(clerk.opens("/staff/records?outcome=%27%20or%201=1").statusCode()).isEqualTo(200);
  }
}
