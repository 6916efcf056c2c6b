package madoguchi.knowledge.pack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML files that lie beside the classes; a file that is not as agreed is refused. */
final class PackFiles {

  /** Made when something is read that needs it. */
  private static final class Yaml {

    private static final YAMLMapper MAPPER =
        YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
  }

  private PackFiles() {}

  static <T> T read(String name, Class<T> type) {
    return read(name, in -> Yaml.MAPPER.readValue(in, type));
  }

  static <T> Map<String, T> readMap(String name, Class<T> values) {
    return read(
        name,
        in ->
            Yaml.MAPPER.readValue(
                in,
                Yaml.MAPPER
                    .getTypeFactory()
                    .constructMapType(LinkedHashMap.class, String.class, values)));
  }

  /** A plain text of a file's uppermost level, without reading the others. */
  static String lineOf(String name, String key) {
    return read(
        name,
        in ->
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip().replace("\"", ""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + key + " in " + name)));
  }

  static boolean exists(String name) {
    return PackFiles.class.getResource("/madoguchi/" + name) != null;
  }

  private interface Reading<T> {
    T from(InputStream in);
  }

  private static <T> T read(String name, Reading<T> reading) {
    try (InputStream in = PackFiles.class.getResourceAsStream("/madoguchi/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no such file in the pack: " + name);
      }
      return reading.from(in);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (JacksonException malformed) {
      throw new IllegalStateException("not as agreed: " + name, malformed);
    }
  }
}
