package madoguchi.load;

import com.linecorp.bot.parser.LineSignatureValidator;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same stack with nothing behind it: checks the signature, parses, answers 200. What a machine
 * could take in at most.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ReactiveUserDetailsServiceAutoConfiguration.class)
@Import(BareServer.Webhook.class)
public class BareServer {

  @Bean
  SecurityWebFilterChain open(ServerHttpSecurity http) {
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
        .authorizeExchange(all -> all.anyExchange().permitAll())
        .build();
  }

  /** The one address. */
  @RestController
  static class Webhook {

    private final LineSignatureValidator validator =
        new LineSignatureValidator(Storm.SECRET.getBytes(StandardCharsets.UTF_8));

    @PostMapping("/webhook")
    ResponseEntity<Void> receive(
        @RequestHeader("x-line-signature") String signature, @RequestBody byte[] body) {
      boolean good =
          validator.validateSignature(body, signature)
              && JsonMapper.shared().readTree(body).path("events").isArray();
      return ResponseEntity.status(good ? 200 : 400).build();
    }
  }

  /** Runs until it is stopped: {@code BareServer PORT}. */
  public static void main(String[] args) {
    SpringApplication.run(
        BareServer.class,
        "--spring.config.location=optional:classpath:/none/",
        "--spring.threads.virtual.enabled=true",
        "--spring.main.banner-mode=off",
        "--server.address=127.0.0.1",
        "--management.server.port=-1",
        "--server.port=" + args[0]);
  }
}
