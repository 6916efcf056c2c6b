package madoguchi.channel.line;

import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.town.Municipality;
import org.jspecify.annotations.Nullable;

/** Puts a town's menu below the chat of all its residents; one that is there stays unless asked. */
public final class RichMenus {

  private static final String NAME = "madoguchi ";
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Sentences sentences;
  private final LineClients clients = new LineClients(DEADLINE);

  public RichMenus(Sentences sentences) {
    this.sentences = sentences;
  }

  /**
   * Makes the menu of the town's settings and shows it.
   *
   * @param picture PNG or JPEG of the menu's size; null: one is drawn
   * @param replace whether one that is shown already is replaced
   */
  public MenuEnding show(Municipality town, byte @Nullable [] picture, boolean replace)
      throws IOException {
    Optional<MessagingApiClient> client = clients.of(town).map(LineClients.Line::client);
    Optional<URI> data = new LineSettings(town).dataBaseUrl();
    if (client.isEmpty() || data.isEmpty()) {
      return new MenuEnding(MenuEnding.How.NO_LINE, 0);
    }
    MenuPlan plan = MenuPlan.of(town, sentences);
    if (plan.fields().isEmpty()) {
      return new MenuEnding(MenuEnding.How.NO_FIELDS, 0);
    }
    Optional<byte[]> image = Optional.ofNullable(picture).or(() -> drawn(plan));
    if (image.isEmpty()) {
      return new MenuEnding(MenuEnding.How.NO_FONT, 0);
    }
    try {
      return show(town, plan, image.get(), replace, client.get(), data.get());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new MenuEnding(MenuEnding.How.SILENT, 0);
    } catch (TimeoutException late) {
      return new MenuEnding(MenuEnding.How.SILENT, 0);
    } catch (ExecutionException failure) {
      return failure.getCause() instanceof AbstractLineClientException refused
          ? new MenuEnding(MenuEnding.How.REFUSED, refused.getCode())
          : new MenuEnding(MenuEnding.How.SILENT, 0);
    }
  }

  private static Optional<byte[]> drawn(MenuPlan plan) {
    try {
      return MenuPicture.of(plan);
    } catch (IOException impossible) {
      return Optional.empty();
    }
  }

  private static MenuEnding show(
      Municipality town,
      MenuPlan plan,
      byte[] image,
      boolean replace,
      MessagingApiClient line,
      URI data)
      throws InterruptedException, ExecutionException, TimeoutException {
    MenuCalls calls = new MenuCalls(line, DEADLINE);
    Optional<String> before = calls.shown();
    if (before.isPresent() && !replace) {
      return new MenuEnding(MenuEnding.How.KEPT, 0);
    }
    String id = calls.make(plan.request(NAME + town.code()));
    calls.picture(data, LineClients.token(town).orElseThrow(), id, image, type(image));
    calls.show(id);
    if (before.isPresent() && calls.isNamed(before.get(), NAME)) {
      calls.delete(before.get());
    }
    return new MenuEnding(MenuEnding.How.SHOWN, 200);
  }

  private static String type(byte[] image) {
    boolean jpeg = image.length > 1 && (image[0] & 0xff) == 0xff && (image[1] & 0xff) == 0xd8;
    return jpeg ? "image/jpeg" : "image/png";
  }
}
