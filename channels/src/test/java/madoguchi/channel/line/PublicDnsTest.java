package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the public internet, and what may be within the town's own network. */
class PublicDnsTest {

  @ParameterizedTest
  @CsvSource({
    "93.184.216.34, true", "8.8.8.8, true", "2606:4700::1111, true", "127.0.0.1, false",
    "0.0.0.0, false", "10.1.2.3, false", "172.16.0.1, false", "192.168.0.9, false",
    "100.64.0.1, false", "169.254.1.1, false", "198.18.0.1, false", "224.0.0.1, false",
    "255.255.255.255, false", "::1, false", "fe80::1, false", "fc00::1, false",
    "::ffff:10.0.0.1, false", "2002:a00:1::, false", "64:ff9b::a00:1, false"
  })
  void tellsPublicAddresses(String address, boolean expected) throws UnknownHostException {
    assertThat(PublicDns.isPublic(InetAddress.getByName(address))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "127.0.0.1", "169.254.169.254", "::1", "fd00::1", "127.1"})
  void refusesPrivateAddressesThatStandInAnAddressThemselves(String host) {
    assertThat(PublicDns.isPublicAddress(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "2606:4700::1111", "example.jp"})
  void letsOthersThrough(String host) {
    assertThat(PublicDns.isPublicAddress(host)).isTrue();
  }

  @Test
  void findsNoNameOfThisMachine() {
    assertThatThrownBy(() -> new PublicDns().lookup("localhost"))
        .isInstanceOf(PrivateAddress.class);
  }

  @Test
  void knowsThisMachineByItsVeryName() {
    assertThat(PublicDns.isLoopback("localhost")).isTrue();
    assertThat(PublicDns.isLoopback("127.0.0.1.example.jp")).isFalse();
  }
}
