package madoguchi.bot.town;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * A town with all that is set for it.
 *
 * @param name such as あおば野市
 * @param telephone the office's main number, given whenever the service cannot help
 * @param hours the office's hours, in words
 * @param departments in the order in which staff see them
 * @param settings everything else by name, such as {@code line.channel-secret}; stored encrypted
 */
public record Municipality(
    MunicipalityCode code,
    String name,
    String telephone,
    String hours,
    List<Department> departments,
    Map<String, String> settings) {

  /** Every town that this service knows lives in one time zone. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  public Municipality {
    departments = List.copyOf(departments);
    settings = Map.copyOf(settings);
  }

  /** The department of that name (as entries give it) or code. */
  public Optional<Department> department(@Nullable String nameOrCode) {
    return departments.stream()
        .filter(d -> d.name().equals(nameOrCode) || d.code().equals(nameOrCode))
        .findFirst();
  }

  /** A setting that is present and not blank. */
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
  }
}
