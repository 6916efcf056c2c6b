package madoguchi.knowledge.vector;

import java.util.Arrays;

/**
 * How often two words stood together: a sparse symmetric table in two flat arrays; a word is never
 * counted with itself.
 */
final class PairCounts {

  private static final long FREE = -1;

  private long[] keys = new long[1 << 16];
  private float[] counts = new float[1 << 16];
  private int size;

  PairCounts() {
    Arrays.fill(keys, FREE);
  }

  /** Adds to the pair, in either order. */
  void add(int a, int b, float count) {
    if (size * 10L > keys.length * 6L) {
      grow();
    }
    put((long) Math.min(a, b) << 32 | Math.max(a, b), count);
  }

  private void put(long key, float count) {
    int slot = slot(key);
    if (keys[slot] == FREE) {
      keys[slot] = key;
      size++;
    }
    counts[slot] += count;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    float[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new float[oldKeys.length * 2];
    Arrays.fill(keys, FREE);
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        put(oldKeys[i], oldCounts[i]);
      }
    }
  }

  /** The counts as rows of the full symmetric matrix, columns ascending. */
  SparseMatrix toMatrix(int words) {
    long[] places = new long[2 * size];
    int[] lengths = new int[words];
    int filled = 0;
    for (long key : keys) {
      if (key != FREE) {
        int a = (int) (key >>> 32);
        int b = (int) key;
        places[filled++] = key;
        places[filled++] = (long) b << 32 | a;
        lengths[a]++;
        lengths[b]++;
      }
    }
    Arrays.sort(places);
    SparseMatrix matrix = SparseMatrix.ofLengths(lengths);
    int[] next = new int[words];
    for (long place : places) {
      int a = (int) (place >>> 32);
      int b = (int) place;
      matrix.set(a, next[a]++, b, counts[slot((long) Math.min(a, b) << 32 | Math.max(a, b))]);
    }
    return matrix;
  }
}
