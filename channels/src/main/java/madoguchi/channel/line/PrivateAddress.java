package madoguchi.channel.line;

import java.net.UnknownHostException;

/** A host is, or may be, within the town's own network. */
final class PrivateAddress extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  PrivateAddress() {
    super("private address");
  }
}
