package madoguchi.channel.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import madoguchi.knowledge.completion.Completions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a resident has typed so far, as the web posts it: not in the address, since proxies write
 * addresses into their logs.
 *
 * @param query up to 100 characters (Unicode code points), may be empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PostedQuery(@JsonDeserialize(using = StrictText.class) @Nullable String query) {

  /** The typed words, if they can be looked up. */
  String typed() {
    if (query == null || query.codePointCount(0, query.length()) > Completions.LONGEST_TYPED) {
      throw WebProblem.of(400, "query");
    }
    return query;
  }
}
