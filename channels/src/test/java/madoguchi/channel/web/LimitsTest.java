package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.limit.LocalRateLimits;
import madoguchi.bot.town.Municipality;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is held back, and who must not be. */
class LimitsTest {

  private static final Municipality TOWN =
      new Municipality(WebHouse.DEMO, "あおば野市", "0000-12-3000", "平日", List.of(), Map.of());
  private static final Municipality OTHER =
      new Municipality(WebHouse.OTHER, "みどり町", "0000-34-5000", "平日", List.of(), Map.of());

  private final Limits limits =
      new Limits(
          new LocalRateLimits(),
          new WebSettings(
              Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 3, 2, 4, 3, 1));

  @Test
  void countsMessagesOfOneConversationOnly() {
    for (String id : List.of("a", "b", "c")) {
      limits.message(conversation("one"), id);
    }
    refuses(() -> limits.message(conversation("one"), "d"), "too-many-messages");
    limits.message(conversation("two"), "d");
  }

  @Test
  void doesNotCountRepetitionsAsMessagesButBoundsThemToo() {
    for (int i = 0; i < 60; i++) {
      limits.message(conversation("one"), "a");
    }
    limits.message(conversation("one"), "b");
    refuses(
        () -> {
          for (int i = 0; i < 60; i++) {
            limits.message(conversation("one"), "a");
          }
        },
        "too-many-messages");
  }

  @Test
  void countsNewConversationsOfOneAddressAndTown() throws Exception {
    Visitor from = at("203.0.113.7");
    limits.conversation(TOWN, from);
    limits.conversation(TOWN, from);
    refuses(() -> limits.conversation(TOWN, from), "too-many-conversations");
    limits.conversation(OTHER, from);
    limits.conversation(TOWN, at("203.0.113.8"));
  }

  @Test
  void countsLookUpsWhileTypingApartFromConversations() throws Exception {
    Visitor from = at("203.0.113.7");
    for (int i = 0; i < 4; i++) {
      limits.completion(TOWN, from);
    }
    refuses(() -> limits.completion(TOWN, from), "too-many-completions");
    limits.completion(OTHER, from);
    limits.completion(TOWN, at("203.0.113.8"));
    limits.conversation(TOWN, from);
  }

  @Test
  void seesOneNetworkInManyAddressesOfTheSixthVersion() throws Exception {
    limits.conversation(TOWN, at("2001:db8:1:2::1"));
    limits.conversation(TOWN, at("2001:db8:1:2:ffff::2"));
    refuses(() -> limits.conversation(TOWN, at("2001:db8:1:2::3")), "too-many-conversations");
    limits.conversation(TOWN, at("2001:db8:1:3::1"));
  }

  @Test
  void countsTheAddressThatAProxyTellsOf() {
    Visitor told = Visitor.of(InetSocketAddress.createUnresolved("198.51.100.9", 0), List.of());
    limits.conversation(TOWN, told);
    limits.conversation(TOWN, told);
    refuses(() -> limits.conversation(TOWN, told), "too-many-conversations");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void boundsAProxyOfThisMachineByWhatManyAddressesMayDo(String address) throws Exception {
    for (int i = 0; i < 6; i++) {
      limits.conversation(TOWN, at(address));
    }
    refuses(() -> limits.conversation(TOWN, at(address)), "too-many-conversations");
    limits.conversation(OTHER, at(address));
    for (int i = 0; i < 12; i++) {
      limits.completion(TOWN, at(address));
    }
    refuses(() -> limits.completion(TOWN, at(address)), "too-many-completions");
  }

  @Test
  void holdsBackOneAddressBehindTheProxyWithoutTheOthers() throws Exception {
    limits.conversation(TOWN, behindProxy("203.0.113.7"));
    limits.conversation(TOWN, behindProxy("203.0.113.7"));
    refuses(() -> limits.conversation(TOWN, behindProxy("203.0.113.7")), "too-many-conversations");
    limits.conversation(TOWN, behindProxy("203.0.113.8"));
  }

  @Test
  void boundsAFloodThatMakesUpItsAddresses() throws Exception {
    for (int i = 0; i < 6; i++) {
      limits.conversation(TOWN, behindProxy("203.0.113." + i));
    }
    refuses(() -> limits.conversation(TOWN, behindProxy("203.0.113.6")), "too-many-conversations");
    limits.conversation(TOWN, at("203.0.113.6"));
  }

  @Test
  void admitsWhoseAddressIsNotKnown() {
    for (int i = 0; i < 5; i++) {
      limits.conversation(TOWN, Visitor.of(null, List.of()));
      limits.conversation(
          TOWN, Visitor.of(InetSocketAddress.createUnresolved("unknown", 0), List.of()));
    }
  }

  @Test
  void refusesLimitsUnderWhichNobodyCouldSpeak() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WebSettings(second, second, second, 0, 1, 2, 3, 1))
        .withMessageContaining("0, 1, 2, 3 and 1");
  }

  private static void refuses(ThrowingCallable call, String code) {
    assertThatExceptionOfType(WebProblem.class)
        .isThrownBy(call)
        .withMessage(code)
        .satisfies(
            problem -> {
              org.assertj.core.api.Assertions.assertThat(problem.status()).isEqualTo(429);
              org.assertj.core.api.Assertions.assertThat(
                      Integer.parseInt(problem.headers().get("Retry-After")))
                  .isBetween(1, 60);
            });
  }

  private static Visitor at(String address) throws Exception {
    return Visitor.of(new InetSocketAddress(InetAddress.getByName(address), 4711), List.of());
  }

  private static Visitor behindProxy(String address) throws Exception {
    return Visitor.of(
        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 4711), List.of(address));
  }

  private static Conversation conversation(String id) {
    return new Conversation(
        WebHouse.DEMO, id, "web", new Citizen("c"), ConversationState.BOT, 1, Instant.EPOCH);
  }
}
