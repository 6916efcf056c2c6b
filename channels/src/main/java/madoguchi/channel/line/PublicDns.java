package madoguchi.channel.line;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Dns;

/**
 * Finds hosts on the public internet only. It is asked at each connection, and the connection goes
 * to what it gave: so a name that changes its address meanwhile leads nowhere else.
 */
final class PublicDns implements Dns {

  private static final Pattern DIGITS = Pattern.compile("[\\d.]+");

  /** Whether the host is this machine by its very name. */
  static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
  }

  /** False only for a private address itself: for such, nobody is asked when the call is made. */
  static boolean isPublicAddress(String host) {
    boolean isName = host.indexOf(':') < 0 && !DIGITS.matcher(host).matches();
    try {
      return isName || isPublic(InetAddress.getByName(host));
    } catch (UnknownHostException none) {
      return true; // and found nowhere
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> found = Dns.SYSTEM.lookup(host);
    if (!found.stream().allMatch(PublicDns::isPublic)) {
      throw new PrivateAddress();
    }
    return found;
  }

  static boolean isPublic(InetAddress address) {
    boolean special =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    return !special
        && switch (address) {
          case Inet4Address four -> isPublic(four.getAddress());
          case Inet6Address six -> isPublicSix(six.getAddress());
          default -> false;
        };
  }

  private static boolean isPublic(byte[] four) {
    int first = four[0] & 0xff;
    int second = four[1] & 0xff;
    boolean carrier = first == 100 && second >= 64 && second < 128;
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    return first != 0 && first < 240 && !carrier && !benchmark;
  }

  /** The global unicast addresses, without those that stand for others. */
  private static boolean isPublicSix(byte[] six) {
    boolean global = (six[0] & 0xe0) == 0x20;
    boolean teredo = six[0] == 0x20 && six[1] == 0x01 && six[2] == 0 && six[3] == 0;
    boolean sixToFour = six[0] == 0x20 && six[1] == 0x02;
    return global && !teredo && !sixToFour;
  }
}
