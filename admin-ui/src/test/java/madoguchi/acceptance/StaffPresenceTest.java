package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import madoguchi.bot.presence.Presence;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** How many of a town's staff look at a page: those of the town, each once, on whatever node. */
class StaffPresenceTest {

  private static final Pattern PRESENT = Pattern.compile("<span>(\\d+)</span>名の職員が閲覧中");

  private final TownHall hall = TownHall.open();

  @Test
  void showsHowManyOfTheTownsStaffLookAtAPage() {
    Clerk clerk = hall.clerk().of("demo");
    int before = present(clerk, "/staff");
    assertThat(before).isPositive();
    assertThat(present(clerk, "/staff/cases")).as("the same person again").isEqualTo(before);
    // Somebody on another node.
    hall.bean(Presence.class)
        .seen(new MunicipalityCode("demo"), "staff", UUID.randomUUID().toString());
    assertThat(present(clerk, "/staff")).isEqualTo(before + 1);
    hall.bean(Presence.class)
        .seen(new MunicipalityCode("minato"), "staff", UUID.randomUUID().toString());
    assertThat(present(clerk, "/staff")).isEqualTo(before + 1);
  }

  private static int present(Clerk clerk, String page) {
    return PRESENT
        .matcher(clerk.opens(page).body())
        .results()
        .map((MatchResult found) -> found.group(1))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElseThrow();
  }
}
