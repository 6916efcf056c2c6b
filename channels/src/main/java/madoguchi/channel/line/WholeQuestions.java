package madoguchi.channel.line;

import java.util.Optional;
import madoguchi.bot.town.Municipality;

/** What an entry answers, in its own words and at full length. */
@FunctionalInterface
interface WholeQuestions {
  Optional<String> of(Municipality town, String faqId);
}
