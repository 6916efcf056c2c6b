package madoguchi.channel.line;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import madoguchi.bot.town.Municipality;
import madoguchi.channel.line.LineClients.Line;

/** What is wrong with a town's door, by the names that staff's pages have sentences for. */
final class LineTroubles {

  private LineTroubles() {}

  static List<String> of(Municipality town, Optional<Line> line, OptionalLong quotaLeft) {
    boolean refused = line.filter(Line::isRefused).isPresent();
    boolean quotaIsGone = quotaLeft.orElse(Long.MAX_VALUE) < 1 && new LineSettings(town).pushes();
    return Stream.of(refused ? "line.refused" : "", quotaIsGone ? "line.quota" : "")
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
