package madoguchi.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import madoguchi.bot.town.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a town, for the chat's first view.
 *
 * @param greeting the town's own heading, from {@code web.greeting}; null: the chat's
 * @param colour the town's key colour and its darker steps, from {@code web.colour}; null: the
 *     chat's
 * @param firstQuestions to press instead of typing, from {@code web.first-questions}, one a line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebProfile(
    String name,
    String telephone,
    String hours,
    @Nullable String greeting,
    @Nullable KeyColour colour,
    List<String> firstQuestions) {

  static WebProfile of(Municipality town, PageWords words) {
    return new WebProfile(
        town.name(),
        town.telephone(),
        town.hours(),
        town.setting("web.greeting").orElse(null),
        town.setting("web.colour").flatMap(KeyColour::of).orElse(null),
        PageWords.lines(
            town.setting("web.first-questions").orElseGet(() -> words.say("first-questions"))));
  }
}
