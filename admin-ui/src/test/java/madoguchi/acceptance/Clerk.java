package madoguchi.acceptance;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of the staff with a browser that keeps cookies and does not follow redirects. */
public final class Clerk {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final TownHall hall;
  private final HttpClient http;

  Clerk(TownHall hall, HttpClient http) {
    this.hall = hall;
    this.http = http;
  }

  public HttpResponse<String> opens(String path) {
    return TownHall.send(http, HttpRequest.newBuilder(hall.at(path)));
  }

  public HttpResponse<String> logsIn(String municipality, String username, String password) {
    return submits(
        "/staff/login",
        "/staff/login",
        Map.of("municipality", municipality, "username", username, "password", password));
  }

  /** Logged in as the first administrator of a town. */
  public Clerk of(String municipality) {
    HttpResponse<String> entered = logsIn(municipality, "admin", TownHall.PASSWORD);
    if (entered.statusCode() != 303) {
      throw new AssertionError("not let in: " + entered.statusCode());
    }
    return this;
  }

  /** Fills in the form of a page, with the page's token. */
  public HttpResponse<String> submits(String page, String action, Map<String, String> fields) {
    Matcher token = TOKEN.matcher(opens(page).body());
    if (!token.find()) {
      throw new AssertionError("no form on " + page);
    }
    return submitsWith(token.group(1), action, fields);
  }

  /** Sends a form with any token. */
  public HttpResponse<String> submitsWith(String token, String action, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return TownHall.send(
        http,
        HttpRequest.newBuilder(hall.at(action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encoded(token))));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
