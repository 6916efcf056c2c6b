package madoguchi.server.storage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import madoguchi.server.settings.Problem;

/** The directory that holds the embedded database and the key file; its owner's alone. */
public final class DataDirectory {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  /** With less, not even a night's upkeep can be written. */
  static final long NEEDED_BYTES = 8L << 20;

  private final Path path;

  private DataDirectory(Path path) {
    this.path = path;
  }

  /**
   * The directory, made when it is missing.
   *
   * @throws Problem when it cannot be written to or its disk is full
   */
  public static DataDirectory at(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute, ownerOnly(absolute));
      // The permission bits alone do not tell, for instance on a read-only disk.
      Files.delete(Files.createTempFile(absolute, ".writable", null));
      requireSpace(absolute, Files.getFileStore(absolute).getUsableSpace());
    } catch (IOException unwritable) {
      throw Problem.failed(
          "データの置き場所「%s」に書き込めません。持ち主と権限を確かめるか、MADOGUCHI_DATA_DIR で別の場所を指定してください。"
              .formatted(absolute),
          "The data directory cannot be written to.");
    }
    return new DataDirectory(absolute);
  }

  /** An embedded database that cannot write ends in the middle of something. */
  static void requireSpace(Path directory, long usableBytes) {
    if (usableBytes < NEEDED_BYTES) {
      throw Problem.failed(
          "データの置き場所「%s」のディスクに空きがありません。空きを作るか、MADOGUCHI_DATA_DIR で別の場所を指定してください。"
              .formatted(directory),
          "The disk of the data directory is full.");
    }
  }

  /** Tells of its disk, when it is full and when there is room again. */
  DiskWatch watch() {
    File folder = path.toFile();
    return new DiskWatch(path, folder::getUsableSpace);
  }

  /** A file in it. */
  Path file(String name) {
    return path.resolve(name);
  }

  /**
   * Takes the directory for this process alone, until closed or until the process ends, however it
   * ends.
   *
   * @throws Problem when another process has it
   */
  AutoCloseable lock() {
    try {
      FileChannel channel =
          FileChannel.open(
              file("madoguchi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw Problem.failed(
            "データ「%s」は、動いている別の窓口サーバーが使っています。止めてからやり直すか、管理画面（/staff）を使ってください。".formatted(path),
            "The data is in use by a running server: stop it first, or use its console at /staff.");
      }
      return channel;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException withinThisProcess) {
      return false;
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }
}
