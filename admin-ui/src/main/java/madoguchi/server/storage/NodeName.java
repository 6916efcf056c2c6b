package madoguchi.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import madoguchi.bot.town.RandomId;

/**
 * Names a process in leases: the same at each start on its data directory, so that what it held
 * when it was killed is free at once. Of several on one directory, beside a PostgreSQL, the first
 * has the lasting name; the others have one for this time.
 */
record NodeName(FileChannel held, String value) {

  static NodeName in(DataDirectory directory) {
    try {
      FileChannel file =
          FileChannel.open(
              directory.file("node.name"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      return new NodeName(file, isMine(file) ? lasting(file) : RandomId.next());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isMine(FileChannel file) {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException | IOException withinThisProcessOrNoLocksHere) {
      return false;
    }
  }

  private static String lasting(FileChannel file) throws IOException {
    String fresh = RandomId.next();
    ByteBuffer bytes = ByteBuffer.allocate(fresh.length());
    if (file.read(bytes, 0) == fresh.length()) {
      return StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
    }
    file.write(StandardCharsets.US_ASCII.encode(fresh), 0);
    return fresh;
  }
}
