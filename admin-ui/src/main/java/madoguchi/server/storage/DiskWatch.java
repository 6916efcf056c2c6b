package madoguchi.server.storage;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log once that the disk of the embedded database is full, and once that it is not. */
final class DiskWatch {

  private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);

  private final Path directory;
  private final LongSupplier usableBytes;
  private boolean full;

  DiskWatch(Path directory, LongSupplier usableBytes) {
    this.directory = directory;
    this.usableBytes = usableBytes;
  }

  /** Looks once; called every now and then, and when something could not be written. */
  synchronized void look() {
    boolean now = usableBytes.getAsLong() < DataDirectory.NEEDED_BYTES;
    if (now && !full) {
      LOG.error(
          "データの置き場所「{}」のディスクに空きがありません。空きを作ってください。それまで質問を受け付けられません。 / The disk of the data"
              + " directory is full: make room, until then no question can be stored.",
          directory);
    } else if (full && !now) {
      LOG.warn("データの置き場所「{}」に空きができました。 / The data directory has room again.", directory);
    }
    full = now;
  }
}
