package madoguchi.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import madoguchi.server.settings.Problem;

/** The key under which every town's key lies: 32 bytes from a setting or from a file. */
final class MasterKey {

  private static final String FILE = "master.key";
  private static final int BYTES = 32;

  private MasterKey() {}

  /**
   * The key of this server.
   *
   * @param setting base64; blank: the key file, made when nothing was stored yet
   * @param somethingStored whether the database holds anything that a key already protects
   * @throws Problem when the setting is no key, or the file is missing beside a used database
   */
  static byte[] of(String setting, DataDirectory directory, boolean somethingStored) {
    if (!setting.isBlank()) {
      return decoded(setting, "MADOGUCHI_MASTER_KEY");
    }
    Path file = directory.file(FILE);
    try {
      if (Files.exists(file)) {
        return decoded(Files.readString(file), file.toString());
      }
      if (somethingStored) {
        throw Problem.failed(
            "鍵のファイル「%s」がありません。データベースは別の鍵で守られています。元の鍵を戻すか、MADOGUCHI_MASTER_KEY に指定してください。"
                .formatted(file),
            "The key file is missing beside an existing database: put it back.");
      }
      return made(directory, file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] made(DataDirectory directory, Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    // A temporary file is its owner's alone from the beginning; the link appears whole or not.
    Path fresh = Files.createTempFile(directory.file(""), FILE, null);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.write(
          StandardCharsets.US_ASCII.encode(Base64.getEncoder().encodeToString(key) + "\n"));
      channel.force(true);
    }
    try {
      Files.createLink(file, fresh);
      return key;
    } catch (FileAlreadyExistsException anotherProcessWasFaster) {
      return decoded(Files.readString(file), file.toString());
    } finally {
      Files.delete(fresh);
    }
  }

  private static byte[] decoded(String base64, String origin) {
    try {
      byte[] key = Base64.getDecoder().decode(base64.strip());
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // Falls through to the same line: the content itself must not be shown.
    }
    throw Problem.failed(
        "鍵「%s」が正しくありません。32バイトをbase64で書いてください（openssl rand -base64 32）。".formatted(origin),
        "The master key must be 32 bytes in base64.");
  }
}
