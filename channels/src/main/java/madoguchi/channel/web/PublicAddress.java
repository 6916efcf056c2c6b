package madoguchi.channel.web;

import java.net.URI;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Under which address the outside world reaches this server.
 *
 * @param configured such as {@code https://mado.city.example.jp}, without a slash at the end;
 *     empty: as each request has it
 */
public record PublicAddress(String configured) {

  public PublicAddress {
    configured = configured.strip().replaceAll("/+$", "");
    if (!configured.isEmpty() && !Origins.isOrigin(configured)) {
      throw new IllegalArgumentException(
          "illegal public address: must be like https://mado.city.example.jp, is " + configured);
    }
  }

  /** A path as it may stand in a page: complete where the address is known. */
  String of(String path) {
    return configured + path;
  }

  /** The address itself, without a slash at the end. */
  String seenBy(ServerHttpRequest request) {
    URI here = request.getURI();
    return configured.isEmpty() ? here.getScheme() + "://" + here.getRawAuthority() : configured;
  }
}
