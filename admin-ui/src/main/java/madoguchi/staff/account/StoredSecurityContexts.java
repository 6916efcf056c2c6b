package madoguchi.staff.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Gives Spring Security the member behind a request's cookie, asking the database off its loop. */
public final class StoredSecurityContexts implements ServerSecurityContextRepository {

  private final StaffSessions sessions;
  private final Clock clock;
  private final Scheduler blocking;

  /**
   * Contexts from the sessions.
   *
   * @param blocking where blocking is allowed
   */
  public StoredSecurityContexts(StaffSessions sessions, Clock clock, Scheduler blocking) {
    this.sessions = sessions;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    Optional<SessionCookie> cookie = SessionCookie.of(exchange.getRequest());
    return cookie.isEmpty()
        ? Mono.empty()
        : Mono.fromCallable(
                () ->
                    sessions.find(cookie.get().municipality(), cookie.get().id(), clock.instant()))
            .subscribeOn(blocking)
            .flatMap(Mono::justOrEmpty)
            .map(StoredSecurityContexts::context);
  }

  /** Sessions are opened by {@link Login} alone. */
  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    return Mono.empty();
  }

  private static SecurityContext context(StaffMember member) {
    return new SecurityContextImpl(
        UsernamePasswordAuthenticationToken.authenticated(
            member, null, List.of(new SimpleGrantedAuthority("STAFF"))));
  }
}
