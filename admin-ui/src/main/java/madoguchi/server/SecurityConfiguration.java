package madoguchi.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Executors;
import madoguchi.staff.account.StaffSessions;
import madoguchi.staff.account.StoredSecurityContexts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Who may enter where: the staff's rooms behind the log-in, all else open to residents. Webhooks do
 * not come here: they bring their own proof, their signature.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String STAFF_CONTENT =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** The pages for residents bring their own policy; this holds for whatever brings none. */
  private static final String OTHER_CONTENT =
      "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Bean(destroyMethod = "dispose")
  Scheduler blocking() {
    return Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "blocking");
  }

  @Bean
  ErrorPages errorPages(MessageSource words, @Value("classpath:madoguchi/error.html") Resource page)
      throws IOException {
    return new ErrorPages(words, page.getContentAsString(StandardCharsets.UTF_8));
  }

  /** Requests are observed as a whole; each filter by itself would cost more than it tells. */
  @Bean
  SecurityObservationSettings observations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(1)
  SecurityWebFilterChain staffChain(StaffSessions sessions, Clock clock, Scheduler blocking) {
    return plain()
        .securityMatcher(ServerWebExchangeMatchers.pathMatchers("/staff", "/staff/**"))
        .securityContextRepository(new StoredSecurityContexts(sessions, clock, blocking))
        .authorizeExchange(
            paths ->
                paths
                    .pathMatchers("/staff/login", "/staff/assets/**")
                    .permitAll()
                    .anyExchange()
                    .authenticated())
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(
                    new RedirectServerAuthenticationEntryPoint("/staff/login")))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens())
                    .accessDeniedHandler(
                        (exchange, denied) ->
                            Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN))))
        .headers(headers -> headers(headers, STAFF_CONTENT))
        .build();
  }

  @Bean
  @Order(2)
  SecurityWebFilterChain embeddedChain() {
    // The town's own site may frame this page; which one, its own content policy says.
    return open()
        .securityMatcher(ServerWebExchangeMatchers.pathMatchers("/embed/**"))
        .headers(
            headers -> {
              headers(headers, OTHER_CONTENT);
              headers.frameOptions(HeaderSpec.FrameOptionsSpec::disable);
            })
        .build();
  }

  @Bean
  @Order(3)
  SecurityWebFilterChain residentsChain() {
    return open().headers(headers -> headers(headers, OTHER_CONTENT)).build();
  }

  /** Without sessions there is nothing that another site could act in the name of. */
  private static ServerHttpSecurity open() {
    return plain()
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .csrf(ServerHttpSecurity.CsrfSpec::disable)
        .authorizeExchange((AuthorizeExchangeSpec paths) -> paths.anyExchange().permitAll());
  }

  /** Not the context's builder, which first asks for beans for everything that is switched off. */
  private static ServerHttpSecurity plain() {
    return ServerHttpSecurity.http()
        .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .anonymous(ServerHttpSecurity.AnonymousSpec::disable);
  }

  private static void headers(HeaderSpec headers, String content) {
    headers
        .frameOptions(frames -> frames.mode(Mode.DENY))
        .contentSecurityPolicy(policy -> policy.policyDirectives(content))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
  }

  private static CookieServerCsrfTokenRepository csrfTokens() {
    CookieServerCsrfTokenRepository tokens = new CookieServerCsrfTokenRepository();
    tokens.setCookieName("madoguchi_csrf");
    tokens.setCookiePath("/staff");
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    return tokens;
  }
}
