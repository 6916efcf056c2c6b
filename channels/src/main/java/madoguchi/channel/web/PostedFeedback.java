package madoguchi.channel.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Whether an answer was useful, as the web posts it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PostedFeedback(@JsonDeserialize(using = StrictTruth.class) @Nullable Boolean useful) {

  /** The vote, if there is one. */
  boolean vote() {
    if (useful == null) {
      throw WebProblem.of(400, "useful");
    }
    return useful;
  }
}
