package madoguchi.channel.web;

import java.time.Duration;

/**
 * The limits and waits of the web chat.
 *
 * @param patience how long a message waits for its answer before 202 is given
 * @param heartbeat how often a comment line keeps a stream of events open
 * @param poll how often is looked for news whose signal was lost
 * @param messagesPerMinute of one conversation, also the size of a burst; repetitions do not count
 * @param conversationsPerMinute new ones from one address, also the size of a burst
 * @param completionsPerMinute questions looked up while they are typed, from one address, also the
 *     size of a burst
 * @param addressesBehindProxy for so many addresses a proxy of this machine speaks at the most
 * @param streamsPerConversation streams of events open at the same time
 */
public record WebSettings(
    Duration patience,
    Duration heartbeat,
    Duration poll,
    int messagesPerMinute,
    int conversationsPerMinute,
    int completionsPerMinute,
    int addressesBehindProxy,
    int streamsPerConversation) {

  /** Refuses limits under which nobody could speak. */
  public WebSettings {
    if (messagesPerMinute < 1
        || conversationsPerMinute < 1
        || completionsPerMinute < 1
        || addressesBehindProxy < 1
        || streamsPerConversation < 1) {
      throw new IllegalArgumentException(
          "illegal limits: %d, %d, %d, %d and %d must be 1 or more"
              .formatted(
                  messagesPerMinute,
                  conversationsPerMinute,
                  completionsPerMinute,
                  addressesBehindProxy,
                  streamsPerConversation));
    }
  }

  /**
   * What suits a town: nobody types 30 messages a minute; a library shares one address, behind
   * which ten people may be typing two or three letters a second. Fifty such libraries at once are
   * more than a town has.
   */
  public static WebSettings standard() {
    return new WebSettings(
        Duration.ofSeconds(15),
        Duration.ofSeconds(15),
        Duration.ofSeconds(1),
        30,
        60,
        1_500,
        50,
        8);
  }
}
