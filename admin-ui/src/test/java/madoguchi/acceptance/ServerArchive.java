package madoguchi.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The program's classes, loaded and linked beforehand (the JDK's AOT cache), for the many processes
 * that tests start: half of a start's processor time. Made once by whoever needs it first in a run
 * of {@code ./test} (-Dtests.archive=true). Nothing depends on it: while it is being made, or where
 * it could not be, a process starts without.
 */
final class ServerArchive {

  /**
   * With which the cache is made and short tests are run. It can be used with other sizes,
   * compilers and collectors too.
   */
  static final List<String> FLAGS =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8");

  private static final Path FOLDER = Path.of("target", "server-archive").toAbsolutePath();
  private static final Path CACHE = FOLDER.resolve("server.aot");

  private static boolean tried;

  private ServerArchive() {}

  /** The command of a short-lived server or command, up to its own arguments. */
  static List<String> command() {
    return command(FLAGS);
  }

  /** The same with other flags for the JVM. */
  static List<String> command(List<String> flags) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(flags);
    if (Boolean.getBoolean("tests.archive") && isThere()) {
      // One that is not valid after all is said nowhere: tests read what a server prints.
      command.addAll(List.of("-Xlog:aot*=off", "-Xlog:cds*=off", "-XX:AOTCache=" + CACHE));
      command.addAll(List.of("-cp", String.join(File.pathSeparator, jars())));
    } else {
      command.addAll(List.of("-cp", ServerProcess.classpath()));
    }
    command.add("madoguchi.server.Server");
    return command;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static synchronized boolean isThere() {
    if (!tried) {
      tried = true;
      try {
        make();
      } catch (IOException full) {
        System.err.println("no archive of the server's classes: " + full);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    return Files.exists(CACHE);
  }

  /** Whether it was made of the classes as they are now. */
  private static boolean isOfTheseClasses() throws IOException {
    if (!Files.exists(CACHE)) {
      return false;
    }
    FileTime made = Files.getLastModifiedTime(FOLDER.resolve("begun"));
    for (String part : parts()) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.toList()) {
          if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Two forks may come at once: the second does not wait. */
  private static void make() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    try (FileChannel channel =
            FileChannel.open(
                FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null && !isOfTheseClasses()) {
        Files.deleteIfExists(CACHE);
        Files.writeString(FOLDER.resolve("begun"), "");
        packed();
        rehearse();
      }
    }
  }

  /** As an operator's first {@code ./run} does. */
  private static void rehearse() throws IOException, InterruptedException {
    Path making = FOLDER.resolve("making.aot");
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(FLAGS);
    command.add("-XX:AOTCacheOutput=" + making);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, jars())));
    command.addAll(List.of("madoguchi.server.Server", "rehearse"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("rehearsal.out").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MADOGUCHI_"));
    Process process = builder.start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    } else if (process.exitValue() == 0 && Files.exists(making)) {
      Files.move(making, CACHE);
    } else {
      System.err.println("no archive of the server's classes: see rehearsal.out in " + FOLDER);
    }
  }

  /** The cache knows classes of jars only, so the folders of the class path become some. */
  private static void packed() {
    ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
    PrintStream said = System.err;
    List<String> parts = parts();
    for (int i = 0; i < parts.size(); i++) {
      if (Files.isDirectory(Path.of(parts.get(i)))) {
        jar.run(said, said, "cf0", jarOf(i), "-C", parts.get(i), ".");
      }
    }
  }

  private static List<String> jars() {
    List<String> jars = new ArrayList<>(parts());
    for (int i = 0; i < jars.size(); i++) {
      if (Files.isDirectory(Path.of(jars.get(i)))) {
        jars.set(i, jarOf(i));
      }
    }
    return jars;
  }

  private static List<String> parts() {
    return Stream.of(ServerProcess.classpath().split(File.pathSeparator))
        .filter(part -> !part.isBlank() && Files.exists(Path.of(part)))
        .toList();
  }

  private static String jarOf(int place) {
    return FOLDER.resolve("classes-" + place + ".jar").toString();
  }
}
