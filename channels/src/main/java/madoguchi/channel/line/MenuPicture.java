package madoguchi.channel.line;

import com.linecorp.bot.messaging.model.RichMenuBounds;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Draws a plain picture of a menu for towns that have none: white fields with dark blue words. */
final class MenuPicture {

  private static final Color GROUND = new Color(0xd9e6ff);
  private static final Color FIELD = Color.WHITE;
  private static final Color WORDS = new Color(0x0017c1);
  private static final int GAP = 24;
  private static final int ROUND = 64;
  private static final int LARGEST = 132;
  private static final int SMALLEST = 40;

  private MenuPicture() {}

  /** As PNG; empty when this machine has no font for the words. */
  static Optional<byte[]> of(MenuPlan plan) throws IOException {
    Optional<Font> font = font(plan);
    if (font.isEmpty()) {
      return Optional.empty();
    }
    // Three bytes a pixel would do; with one, the picture stays far below LINE's megabyte.
    BufferedImage image =
        new BufferedImage(MenuPlan.WIDTH, plan.height(), BufferedImage.TYPE_BYTE_INDEXED);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(GROUND);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    for (int i = 0; i < plan.fields().size(); i++) {
      draw(pen, plan.bounds(i), plan.fields().get(i).label(), font.get());
    }
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return Optional.of(png.toByteArray());
  }

  private static void draw(Graphics2D pen, RichMenuBounds bounds, String label, Font font) {
    int x = bounds.x().intValue() + GAP;
    int y = bounds.y().intValue() + GAP;
    int width = bounds.width().intValue() - 2 * GAP;
    int height = bounds.height().intValue() - 2 * GAP;
    pen.setColor(FIELD);
    pen.fillRoundRect(x, y, width, height, ROUND, ROUND);
    pen.setColor(WORDS);
    int size = LARGEST;
    pen.setFont(font.deriveFont((float) size));
    while (pen.getFontMetrics().stringWidth(label) > width - 2 * GAP && size > SMALLEST) {
      size -= 4;
      pen.setFont(font.deriveFont((float) size));
    }
    FontMetrics metrics = pen.getFontMetrics();
    pen.drawString(
        label,
        x + (width - metrics.stringWidth(label)) / 2,
        y + (height - metrics.getHeight()) / 2 + metrics.getAscent());
  }

  private static Optional<Font> font(MenuPlan plan) {
    try {
      Font font = new Font(Font.SANS_SERIF, Font.BOLD, LARGEST);
      boolean complete =
          plan.fields().stream().allMatch(field -> font.canDisplayUpTo(field.label()) < 0);
      return complete ? Optional.of(font) : Optional.empty();
    } catch (RuntimeException | InternalError | UnsatisfiedLinkError noFonts) {
      // A machine without any font or font settings: Java says so in several ways.
      return Optional.empty();
    }
  }
}
