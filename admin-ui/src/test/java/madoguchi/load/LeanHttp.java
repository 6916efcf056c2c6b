package madoguchi.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** As much of HTTP/1.1 as two ends of our own need that must cost next to nothing. */
final class LeanHttp {

  private final InputStream in;
  private final byte[] line = new byte[16_384];

  LeanHttp(InputStream in) {
    this.in = new BufferedInputStream(in, 8_192);
  }

  /** A head and its body. */
  record Message(String first, String authorization, boolean closes, byte[] body) {

    int status() {
      return Integer.parseInt(first.substring(9, 12));
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Null at the end of the stream. */
  Message read() throws IOException {
    String first = line();
    if (first == null) {
      return null;
    }
    int length = 0;
    boolean chunked = false;
    boolean closes = false;
    String authorization = "";
    for (String header = line(); header != null && !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = header.substring(colon + 1).strip();
      switch (name) {
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
        case "connection" -> closes = value.equalsIgnoreCase("close");
        case "authorization" -> authorization = value;
        default -> {}
      }
    }
    return new Message(first, authorization, closes, chunked ? chunks() : exactly(length));
  }

  private byte[] chunks() throws IOException {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    while (true) {
      String size = line();
      if (size == null) {
        throw new EOFException();
      }
      int length = Integer.parseInt(size.strip(), 16);
      all.write(exactly(length));
      line();
      if (length == 0) {
        return all.toByteArray();
      }
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private String line() throws IOException {
    int count = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        int end = count > 0 && line[count - 1] == '\r' ? count - 1 : count;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
      }
      line[count++] = (byte) next;
    }
    return null;
  }
}
