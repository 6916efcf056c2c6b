package madoguchi.staff.frame;

import madoguchi.bot.presence.Presence;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.staff.account.StaffMember;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What every page of the staff shows around its own content, and the token that its forms need. */
@ControllerAdvice(basePackages = "madoguchi.staff")
public final class Frame {

  private static final String STAFF = "staff";

  private final Municipalities municipalities;
  private final Presence presence;

  public Frame(Municipalities municipalities, Presence presence) {
    this.municipalities = municipalities;
    this.presence = presence;
  }

  /** Makes the token available to the forms of the page. */
  @ModelAttribute
  Mono<CsrfToken> csrfToken(ServerWebExchange exchange) {
    Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
    return token.doOnSuccess(
        given -> {
          if (given != null) {
            exchange
                .getAttributes()
                .put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, given);
          }
        });
  }

  /**
   * A page within the frame, which also shows how many of the town's staff look at one.
   *
   * @param view the template
   * @param place the part of the navigation it belongs to
   */
  public Rendering.Builder<?> page(String view, String place, StaffMember member) {
    presence.seen(member.municipality(), STAFF, member.username());
    return Rendering.view(view)
        .modelAttribute("present", Math.max(1, presence.count(member.municipality(), STAFF)))
        .modelAttribute("place", place)
        .modelAttribute("member", member)
        .modelAttribute(
            "town", municipalities.find(member.municipality()).map(Municipality::name).orElse(""));
  }
}
