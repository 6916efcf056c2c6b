package madoguchi.knowledge.faq;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies what is read, and stops at a bound. */
final class BoundedCopy extends FilterInputStream {

  private final OutputStream copy;
  private final long most;
  private long count;

  /** Thrown through the XML parser, which knows only this kind. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  BoundedCopy(InputStream in, OutputStream copy, long most) {
    super(in);
    this.copy = copy;
    this.most = most;
  }

  /** How many bytes were read. */
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count += read;
      if (count > most) {
        throw new TooLarge();
      }
      copy.write(buffer, offset, read);
    }
    return read;
  }
}
