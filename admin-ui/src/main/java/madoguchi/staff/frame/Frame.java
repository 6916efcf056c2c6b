package madoguchi.staff.frame;

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

  private final Municipalities municipalities;

  public Frame(Municipalities municipalities) {
    this.municipalities = municipalities;
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
   * A page within the frame.
   *
   * @param view the template
   * @param place the part of the navigation it belongs to
   */
  public Rendering.Builder<?> page(String view, String place, StaffMember member) {
    return Rendering.view(view)
        .modelAttribute("place", place)
        .modelAttribute("member", member)
        .modelAttribute(
            "town", municipalities.find(member.municipality()).map(Municipality::name).orElse(""));
  }
}
