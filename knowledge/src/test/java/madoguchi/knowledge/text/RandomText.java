package madoguchi.knowledge.text;

import java.util.Random;

/** Random text from the ranges in which Japanese, and trouble, is written. */
public final class RandomText {

  private static final int[][] RANGES = {
    {'ぁ', 'ゟ'},
    {'゠', 'ヿ'},
    {'一', '鿿'},
    {'！', '￮'},
    {' ', '~'},
    {0x3000, 0x303F},
    {0x200B, 0x206F},
    {0xD800, 0xDFFF},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x2A6DF},
    {0, 0x1F},
  };

  private RandomText() {}

  public static String of(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(longest + 1);
    for (int i = 0; i < length; i++) {
      int[] range = RANGES[random.nextInt(random.nextBoolean() ? 3 : RANGES.length)];
      text.appendCodePoint(range[0] + random.nextInt(range[1] - range[0] + 1));
    }
    return text.toString();
  }
}
