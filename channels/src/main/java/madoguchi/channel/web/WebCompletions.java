package madoguchi.channel.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import madoguchi.bot.limit.RateLimits;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.completion.Completions;
import madoguchi.knowledge.faq.PerTown;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Questions that fit what a resident has typed so far, best first. Needs {@link WebGate} and {@link
 * WebProblems} beside it.
 */
@RestController
@RequestMapping("/api/v1/{municipality}/completions")
public final class WebCompletions {

  /** More than one looks through between two letters. */
  private static final int MOST = 8;

  private final Municipalities municipalities;
  private final PerTown<Completions> completions;
  private final Clock clock;
  private final Limits limits;

  public WebCompletions(
      Municipalities municipalities,
      PerTown<Completions> completions,
      Clock clock,
      RateLimits rateLimits,
      WebSettings settings) {
    this.municipalities = new KnownTowns(municipalities);
    this.completions = completions;
    this.clock = clock;
    this.limits = new Limits(rateLimits, settings);
  }

  /** A question to offer; chosen, its text is sent like any other. */
  record Offered(String faqId, String question) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  List<Offered> complete(
      @PathVariable String municipality,
      @RequestBody PostedQuery posted,
      ServerHttpRequest request) {
    Municipality town = Entrance.town(municipalities, municipality);
    limits.completion(town, Visitor.of(request));
    String typed = posted.typed();
    if (!WebProfile.offersCompletions(town)) {
      return List.of();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Municipality.ZONE);
    return Entrance.stored(town, () -> completions.of(town.code()))
        .complete(typed, today, MOST)
        .stream()
        .map(found -> new Offered(found.faqId(), found.question()))
        .toList();
  }
}
