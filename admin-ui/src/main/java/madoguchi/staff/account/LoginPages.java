package madoguchi.staff.account;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import madoguchi.bot.town.Municipalities;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** The page to log in, and the way out. */
@Controller
public final class LoginPages {

  private final Municipalities municipalities;
  private final Login login;
  private final String defaultTown;

  /**
   * The pages.
   *
   * @param defaultTown the code of the town that is meant when none is given
   */
  public LoginPages(Municipalities municipalities, Login login, String defaultTown) {
    this.municipalities = municipalities;
    this.login = login;
    this.defaultTown = defaultTown;
  }

  /**
   * What was typed.
   *
   * @param municipality asked for only where there are several towns
   */
  record Form(
      @Nullable String municipality, @Nullable String username, @Nullable String password) {}

  @GetMapping("/staff/login")
  Rendering page(@RequestParam(defaultValue = "") String municipality) {
    return page(municipality.isBlank() ? defaultTown : municipality, "", "").build();
  }

  @PostMapping("/staff/login")
  Rendering enter(@ModelAttribute Form form, ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    ServerHttpResponse response = exchange.getResponse();
    String town = text(form.municipality()).isBlank() ? defaultTown : text(form.municipality());
    String username = text(form.username()).strip();
    return switch (login.attempt(town, username, text(form.password()), address(request))) {
      case Login.Result.Welcome welcome -> {
        SessionCookie cookie =
            new SessionCookie(welcome.member().municipality(), welcome.sessionId());
        response.addCookie(cookie.set(request));
        yield Rendering.redirectTo("/staff").status(HttpStatus.SEE_OTHER).build();
      }
      case Login.Result.Refused refused ->
          page(town, username, "login.refused").status(HttpStatus.UNAUTHORIZED).build();
      case Login.Result.Later later -> {
        response.getHeaders().set("Retry-After", String.valueOf(later.patience().toSeconds() + 1));
        yield page(town, username, "login.later").status(HttpStatus.TOO_MANY_REQUESTS).build();
      }
    };
  }

  @PostMapping("/staff/logout")
  Rendering leave(ServerWebExchange exchange) {
    SessionCookie.of(exchange.getRequest())
        .ifPresent(cookie -> login.leave(cookie.municipality(), cookie.id()));
    exchange.getResponse().addCookie(SessionCookie.removed(exchange.getRequest()));
    return Rendering.redirectTo("/staff/login").status(HttpStatus.SEE_OTHER).build();
  }

  /** The page again, with what was typed and a sentence that says what is wrong. */
  private Rendering.Builder<?> page(String town, String username, String problem) {
    return Rendering.view("staff/login")
        .modelAttribute("severalTowns", municipalities.all().size() > 1)
        .modelAttribute("municipality", town)
        .modelAttribute("username", username)
        .modelAttribute("problem", problem);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  /** A proxy tells of its client in text, which may be anything: only an address counts. */
  static String address(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    if (remote == null) {
      return "unknown";
    }
    try {
      InetAddress address =
          remote.getAddress() == null
              ? InetAddress.ofLiteral(remote.getHostString())
              : remote.getAddress();
      return address.getHostAddress();
    } catch (IllegalArgumentException noAddress) {
      return "unknown";
    }
  }
}
