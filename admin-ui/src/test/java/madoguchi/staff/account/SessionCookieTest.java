package madoguchi.staff.account;

import static org.assertj.core.api.Assertions.assertThat;

import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

/** The cookie of a session: read with suspicion, written for the way it came by. */
class SessionCookieTest {

  private static final SessionCookie COOKIE =
      new SessionCookie(new MunicipalityCode("demo"), "abc123");

  @ParameterizedTest
  @CsvSource({
    "https://town.example/staff/login, Host, town.example, true",
    "http://town.example/staff/login, X-Forwarded-Proto, https, true",
    "http://town.example/staff/login, Origin, https://town.example, true",
    "http://town.example/staff/login, Origin, http://town.example, false",
    "http://town.example/staff/login, Origin, null, false",
    "http://town.example/staff/login, X-Forwarded-Proto, http, false",
    "http://town.example/staff/login, Host, town.example, false"
  })
  void isForEncryptedWaysOnlyWhereTheBrowserUsesOne(
      String url, String header, String value, boolean secure) {
    MockServerHttpRequest request = MockServerHttpRequest.post(url).header(header, value).build();
    assertThat(COOKIE.set(request).isSecure()).isEqualTo(secure);
    assertThat(SessionCookie.removed(request).isSecure()).isEqualTo(secure);
  }

  @Test
  void isKeptFromScriptsAndOtherSites() {
    ResponseCookie cookie = COOKIE.set(MockServerHttpRequest.post("http://a/staff/login").build());
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Lax");
    assertThat(cookie.getPath()).isEqualTo("/staff");
    assertThat(cookie.getMaxAge()).isPositive();
  }

  @Test
  void isReadAsItWasWritten() {
    ResponseCookie written = COOKIE.set(MockServerHttpRequest.post("http://a/").build());
    assertThat(SessionCookie.of(carrying(written.getName(), written.getValue()))).contains(COOKIE);
    assertThat(SessionCookie.removed(carrying("x", "y")).getMaxAge()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "demo", ".abc", "DEMO.abc", "../demo.abc", "de mo.abc"})
  void isNotReadWhereItIsMalformed(String value) {
    assertThat(SessionCookie.of(carrying("madoguchi_staff", value))).isEmpty();
    assertThat(SessionCookie.of(carrying("another", "demo.abc"))).isEmpty();
    assertThat(SessionCookie.of(carrying("madoguchi_staff", "demo." + "a".repeat(100)))).isEmpty();
  }

  private static MockServerHttpRequest carrying(String name, String value) {
    return MockServerHttpRequest.get("http://a/staff").cookie(new HttpCookie(name, value)).build();
  }
}
