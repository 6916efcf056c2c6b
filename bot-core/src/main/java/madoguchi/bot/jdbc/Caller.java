package madoguchi.bot.jdbc;

import java.util.Comparator;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.post.Letter;
import madoguchi.municipality.MunicipalityCode;

/** Who came by which door; in the order in which their rows are made. */
record Caller(MunicipalityCode municipality, String channel, Citizen citizen)
    implements Comparable<Caller> {

  private static final Comparator<Caller> ORDER =
      Comparator.comparing((Caller caller) -> caller.municipality.value())
          .thenComparing(Caller::channel)
          .thenComparing(caller -> caller.citizen.key());

  static Caller of(Letter letter) {
    return new Caller(letter.municipality(), letter.channel(), letter.citizen());
  }

  @Override
  public int compareTo(Caller other) {
    return ORDER.compare(this, other);
  }
}
