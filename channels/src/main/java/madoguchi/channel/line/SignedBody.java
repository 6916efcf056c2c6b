package madoguchi.channel.line;

import madoguchi.bot.town.Municipality;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The bytes of a request that LINE has signed for the town. */
final class SignedBody {

  private SignedBody() {}

  /** Keeps nothing of a body whose signature cannot be one. */
  static byte[] of(
      Municipality town, RawBody reader, @Nullable String signature, ServerHttpRequest request)
      throws Refused {
    if (!LineSignature.isWellFormed(signature)) {
      reader.drop(request);
      throw new Refused(Refusal.NOT_SIGNED);
    }
    byte[] body = reader.keep(request);
    if (!LineSignature.signs(town, body, signature)) {
      throw new Refused(Refusal.NOT_SIGNED);
    }
    return body;
  }
}
