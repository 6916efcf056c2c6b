package madoguchi.bot.jdbc;

import java.util.Comparator;
import madoguchi.bot.post.Lease;
import madoguchi.municipality.MunicipalityCode;

/**
 * A conversation; in the order in which rows are locked, so that no two transactions wait for each
 * other.
 */
record Place(MunicipalityCode municipality, String conversationId) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing((Place place) -> place.municipality.value())
          .thenComparing(Place::conversationId);

  static Place of(Lease lease) {
    return new Place(lease.municipality(), lease.conversationId());
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
