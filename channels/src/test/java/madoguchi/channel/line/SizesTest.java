package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.bot.messaging.model.FlexBox;
import com.linecorp.bot.messaging.model.FlexBubble;
import com.linecorp.bot.messaging.model.FlexButton;
import com.linecorp.bot.messaging.model.FlexComponent;
import com.linecorp.bot.messaging.model.FlexMessage;
import com.linecorp.bot.messaging.model.FlexSeparator;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.QuickReply;
import com.linecorp.bot.messaging.model.QuickReplyItem;
import com.linecorp.bot.messaging.model.TextMessage;
import com.linecorp.bot.messaging.model.URIAction;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way of telling whether a message fits says what the exact way says. */
class SizesTest {

  private static final String FAMILY = "👨‍👩‍👧‍👦";
  private static final String[] WORDS = {"あ", "\n", "\"", "\u0001", "1. a", "・", FAMILY, " "};

  private final Random random = new Random(11);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void agreesWithTheExactWayAroundEveryLimit(int word) {
    int fit = 0;
    int quickly = 0;
    for (int n = 0; n < 400; n++) {
      Message message = random.nextInt(4) == 0 ? text(word) : card(word);
      boolean exactly = Sizes.fitAsJson(message);
      assertThat(Sizes.fit(message)).isEqualTo(exactly);
      fit += exactly ? 1 : 0;
      quickly += RoughSizes.surelyFit(message) ? 1 : 0;
    }
    assertThat(fit).as("both sides of the limits are tried").isBetween(word == 7 ? 0 : 20, 380);
    assertThat(quickly).isBetween(word == 7 ? 0 : 10, fit);
  }

  @Test
  void tellsQuicklyOfWhatMostAnswersAre() {
    assertThat(RoughSizes.surelyFit(card("あ。\n1. い".repeat(50), 5))).isTrue();
    assertThat(RoughSizes.surelyFit(new TextMessage("あ".repeat(5_000)))).isTrue();
  }

  @Test
  void countsAComponentThatIsOfAnotherKind() {
    FlexBox body = new FlexBox.Builder(FlexBox.Layout.VERTICAL, List.of()).build();
    FlexBubble.Builder bubble = new FlexBubble.Builder().body(body);
    for (int most : new int[] {10, 40_000}) {
      FlexBox header =
          new FlexBox.Builder(
                  FlexBox.Layout.VERTICAL, List.of(CardText.title("あ".repeat(most / 3))))
              .build();
      Message message = new FlexMessage.Builder("a", bubble.header(header).build()).build();
      assertThat(Sizes.fit(message)).isEqualTo(most == 10);
    }
  }

  private Message text(int word) {
    int length = near(Sizes.TEXT);
    String said = words(word, length);
    return new TextMessage(below(word), null, said, null, null);
  }

  private Message card(int word) {
    return card(words(word, random.nextInt(7_000)), random.nextInt(12));
  }

  private FlexMessage card(String answer, int buttons) {
    List<FlexComponent> footer = new ArrayList<>();
    for (int i = 0; i < buttons; i++) {
      footer.add(
          new FlexButton.Builder(
                  i % 2 == 0
                      ? new URIAction("開く", URI.create("https://a.jp/" + "b".repeat(i * 50)), null)
                      : new PostbackAction("はい", "d".repeat(i * 20), "はい", null, null, null))
              .style(FlexButton.Style.PRIMARY)
              .color(CardText.KEY_COLOUR)
              .height(FlexButton.Height.SM)
              .adjustMode(FlexButton.AdjustMode.SHRINK_TO_FIT)
              .build());
    }
    FlexBubble bubble =
        new FlexBubble.Builder()
            .size(FlexBubble.Size.MEGA)
            .body(
                box(
                    List.of(
                        CardText.title("題" + buttons),
                        new FlexSeparator.Builder().build(),
                        CardText.answer(answer))))
            .footer(box(footer))
            .build();
    return new FlexMessage.Builder(Cut.toUnits(answer, Sizes.ALT_TEXT), bubble).build();
  }

  private static FlexBox box(List<FlexComponent> contents) {
    return new FlexBox.Builder(FlexBox.Layout.VERTICAL, contents).spacing("lg").build();
  }

  private QuickReply below(int word) {
    int items = random.nextInt(6) == 0 ? near(Sizes.QUICK_REPLIES) : 3;
    return new QuickReply(
        IntStream.range(0, items).mapToObj(i -> new QuickReplyItem(press(word))).toList());
  }

  private PostbackAction press(int word) {
    boolean bold = random.nextInt(6) == 0;
    return new PostbackAction(
        bold ? words(word, near(Sizes.LABEL)) + "x" : "はい",
        bold ? "d".repeat(near(Sizes.DATA)) : "choice=a",
        random.nextBoolean() ? null : "x".repeat(bold ? near(Sizes.DATA) : 9),
        null,
        null,
        null);
  }

  private int near(int limit) {
    return Math.max(0, limit - 2 + random.nextInt(5));
  }

  /** At least so many units, of one kind. */
  private static String words(int word, int length) {
    return WORDS[word].repeat(length / WORDS[word].length());
  }
}
