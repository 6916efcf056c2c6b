package madoguchi.channel.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Whence a request comes, as far as limits care.
 *
 * @param network the address, of IPv6 its first half; empty when it is not known
 * @param byLocalProxy whether this machine itself brought it: then it speaks for many, and whom it
 *     names may be made up
 */
record Visitor(Optional<String> network, boolean byLocalProxy) {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  /** An IPv6 host chooses its last 64 bits as it likes. */
  private static final int NETWORK_BYTES = 8;

  /** Who sent this request, or for whom a proxy on this machine says that it sends it. */
  static Visitor of(ServerHttpRequest request) {
    return of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(FORWARDED_FOR));
  }

  /**
   * Behind a proxy of this machine the last address counts, since that is the one which the proxy
   * itself added; from elsewhere the header is anybody's word and is not read.
   */
  static Visitor of(@Nullable InetSocketAddress peer, List<String> forwardedFor) {
    Optional<InetAddress> address = Optional.ofNullable(peer).flatMap(Visitor::address);
    if (address.isPresent() && address.get().isLoopbackAddress()) {
      return new Visitor(
          forwardedFor.isEmpty()
              ? Optional.empty()
              : literal(lastOf(forwardedFor.getLast())).map(Visitor::network),
          true);
    }
    return new Visitor(address.map(Visitor::network), false);
  }

  private static String lastOf(String list) {
    return list.substring(list.lastIndexOf(',') + 1).strip();
  }

  /** What a proxy told of its client stands there as text, and may be anything. */
  private static Optional<InetAddress> address(InetSocketAddress from) {
    return from.getAddress() == null
        ? literal(from.getHostString())
        : Optional.of(from.getAddress());
  }

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
  }
}
