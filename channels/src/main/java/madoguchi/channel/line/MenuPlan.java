package madoguchi.channel.line;

import com.linecorp.bot.messaging.model.Action;
import com.linecorp.bot.messaging.model.MessageAction;
import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.RichMenuArea;
import com.linecorp.bot.messaging.model.RichMenuBounds;
import com.linecorp.bot.messaging.model.RichMenuRequest;
import com.linecorp.bot.messaging.model.RichMenuSize;
import com.linecorp.bot.messaging.model.URIAction;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.town.Municipality;

/**
 * A town's rich menu: one to six fields, each with a label and what pressing it does.
 *
 * <p>The setting {@code line.menu} holds a line for each field: {@code label = handoff}, an address
 * or telephone ({@code https:}, {@code tel:}), or the words that are said. {@code line.menu-bar} is
 * what stands on the bar below the chat.
 */
record MenuPlan(String bar, List<MenuField> fields) {

  static final int WIDTH = 2_500;
  static final int ROW = 843;

  private static final int MOST = 6;
  private static final int A_ROW = 3;
  private static final int BAR = 14;
  private static final int WORDS = 300;

  MenuPlan {
    fields = List.copyOf(fields);
  }

  static MenuPlan of(Municipality town, Sentences sentences) {
    String lines =
        town.setting("line.menu").orElseGet(() -> sentences.say("line.menu", town, null));
    List<MenuField> fields =
        lines
            .lines()
            .filter(line -> line.contains("="))
            .map(line -> line.split("=", 2))
            .map(parts -> new MenuField(parts[0].strip(), parts[1].strip()))
            .filter(field -> !field.label().isEmpty() && !field.does().isEmpty())
            .limit(MOST)
            .toList();
    String bar =
        town.setting("line.menu-bar").orElseGet(() -> sentences.say("line.menu-bar", town, null));
    return new MenuPlan(Cut.toUnits(bar, BAR), fields);
  }

  int columns() {
    return fields.size() == MOST - 2 ? 2 : Math.min(fields.size(), A_ROW);
  }

  int rows() {
    return (fields.size() + columns() - 1) / columns();
  }

  int height() {
    return rows() * ROW;
  }

  /** As LINE is told. */
  RichMenuRequest request(String name) {
    List<RichMenuArea> areas = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      areas.add(new RichMenuArea(bounds(i), action(fields.get(i))));
    }
    return new RichMenuRequest(
        new RichMenuSize((long) WIDTH, (long) height()), true, name, bar, areas);
  }

  /** Where the field lies; the last of a row that is not full reaches to its end. */
  RichMenuBounds bounds(int field) {
    int width = WIDTH / columns();
    int column = field % columns();
    long x = (long) column * width;
    boolean reaches = column == columns() - 1 || field == fields.size() - 1;
    return new RichMenuBounds(
        x, (long) (field / columns()) * ROW, reaches ? WIDTH - x : width, (long) ROW);
  }

  private static Action action(MenuField field) {
    String label = Cut.toClusters(field.label(), Sizes.LABEL);
    if (field.does().equals(Wording.HANDOFF)) {
      return new PostbackAction(
          label, Postback.data(Wording.HANDOFF), field.label(), null, null, null);
    }
    Optional<URI> address =
        field.does().startsWith("tel:") ? Telephones.call(field.does()) : Uris.page(field.does());
    return address
        .<Action>map(uri -> new URIAction(label, uri, null))
        .orElseGet(() -> new MessageAction(label, Cut.toUnits(field.does(), WORDS)));
  }
}
