package madoguchi.bot.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** The cases of every town. */
public interface Handoffs {

  /** Opens a case, or returns the one that is already open for this conversation. */
  Handoff open(
      MunicipalityCode municipality,
      String conversationId,
      @Nullable String department,
      Instant now);

  Optional<Handoff> find(MunicipalityCode municipality, String id);

  /** Cases that are not closed, the longest waiting first. */
  List<Handoff> pending(MunicipalityCode municipality);

  /** Gives a waiting case to one person; false when somebody else has it or it is closed. */
  boolean claim(MunicipalityCode municipality, String id, String user);

  /** Ends a case; false when it is closed already. */
  boolean close(MunicipalityCode municipality, String id);
}
