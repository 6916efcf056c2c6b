package madoguchi.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.town.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a town, for the chat's first view; what a town sets itself is in {@link
 * TownSetting}.
 *
 * @param greeting the town's own heading; null: the chat's
 * @param colour the town's key colour and its darker steps; null: the chat's
 * @param icon where the town's picture is; null: there is none
 * @param firstQuestions to press instead of typing
 * @param categories of the readable FAQ, the first of them
 * @param completions whether questions are offered while one types
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebProfile(
    String name,
    String telephone,
    String hours,
    @Nullable String greeting,
    @Nullable KeyColour colour,
    @Nullable String icon,
    List<String> firstQuestions,
    List<String> categories,
    boolean completions) {

  static WebProfile of(Municipality town, List<String> firstQuestions, List<String> categories) {
    return new WebProfile(
        town.name(),
        town.telephone(),
        town.hours(),
        TownSetting.GREETING.of(town).orElse(null),
        TownSetting.COLOUR.of(town).flatMap(KeyColour::of).orElse(null),
        TownIcon.of(town).map(icon -> icon.address(town)).orElse(null),
        firstQuestions,
        categories,
        offersCompletions(town));
  }

  static List<String> firstQuestions(Municipality town, PageWords words) {
    return TownSetting.list(
        TownSetting.FIRST_QUESTIONS.of(town).orElseGet(() -> words.say("first-questions")));
  }

  static boolean offersCompletions(Municipality town) {
    return !TownSetting.COMPLETIONS.of(town).map(String::strip).equals(Optional.of("off"));
  }
}
