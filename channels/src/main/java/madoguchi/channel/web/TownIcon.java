package madoguchi.channel.web;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.town.Municipality;

/** A town's picture beside its name: a PNG, which holds no script and shows on any site. */
record TownIcon(byte[] png) {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int HEADER_BYTES = 24;
  private static final int MOST_BYTES = 48 * 1024;
  private static final int MOST_PIXELS = 512;

  /** The picture that a town has set. */
  static Optional<TownIcon> of(Municipality town) {
    return TownSetting.ICON.of(town).flatMap(TownIcon::of);
  }

  /** From base64; empty when it is no PNG, too heavy or too large. */
  static Optional<TownIcon> of(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64.strip());
      return bytes.length > HEADER_BYTES && bytes.length <= MOST_BYTES && isPng(bytes)
          ? Optional.of(new TownIcon(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** Where it is served; another picture has another address. */
  String address(Municipality town) {
    return "/icon/" + town.code() + "?v=" + WebAssets.hash(List.of(png));
  }

  private static boolean isPng(byte[] bytes) {
    if (!Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(bytes, SIGNATURE.length + 8, 8);
    int width = header.getInt();
    int height = header.getInt();
    return width > 0 && width <= MOST_PIXELS && height > 0 && height <= MOST_PIXELS;
  }
}
