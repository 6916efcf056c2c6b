package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address counts. */
class VisitorTest {

  private static final String ANNA = "203.0.113.7";

  @Test
  void isTheOneAtTheOtherEndOfTheLine() throws Exception {
    assertThat(from(ANNA)).isEqualTo(from(ANNA)).isNotEqualTo(from("203.0.113.8"));
    assertThat(from(ANNA).network()).isPresent();
    assertThat(from(ANNA).byLocalProxy()).isFalse();
  }

  @Test
  void doesNotBelieveAnHeaderOfAStranger() throws Exception {
    assertThat(from(ANNA, "198.51.100.1")).isEqualTo(from(ANNA));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1"})
  void isWhomAProxyOfThisMachineNames(String loopback) throws Exception {
    assertThat(from(loopback, ANNA).network()).isEqualTo(from(ANNA).network());
    assertThat(from(loopback, ANNA).byLocalProxy()).isTrue();
    assertThat(from(loopback).network()).isEmpty();
    assertThat(from(loopback).byLocalProxy()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.1, 203.0.113.7",
        "'198.51.100.1,203.0.113.7 '",
        "'made up, 203.0.113.7'",
      })
  void isTheLastOfAListSinceTheProxyAddedThat(String header) throws Exception {
    assertThat(from("127.0.0.1", header).network()).isEqualTo(from(ANNA).network());
    assertThat(from("127.0.0.1", "198.51.100.1", ANNA).network()).isEqualTo(from(ANNA).network());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "203.0.113.7:4711", "localhost", "あ", ","})
  void isNobodyWhereTheHeaderNamesNoAddress(String header) throws Exception {
    assertThat(from("127.0.0.1", header).network()).isEmpty();
    assertThat(from("127.0.0.1", header).byLocalProxy()).isTrue();
  }

  @Test
  void isTheFirstHalfOfAnAddressOfTheSixthVersion() throws Exception {
    assertThat(from("::1", "2001:db8:1:2::1")).isEqualTo(from("::1", "2001:db8:1:2:ffff::9"));
    assertThat(from("2001:db8:1:2::1")).isNotEqualTo(from("2001:db8:1:3::1"));
  }

  @Test
  void isUnknownWithoutALine() {
    assertThat(Visitor.of(null, List.of(ANNA)).network()).isEmpty();
    assertThat(Visitor.of(null, List.of(ANNA)).byLocalProxy()).isFalse();
  }

  private static Visitor from(String peer, String... forwardedFor) throws Exception {
    return Visitor.of(
        new InetSocketAddress(InetAddress.getByName(peer), 4711), List.of(forwardedFor));
  }
}
