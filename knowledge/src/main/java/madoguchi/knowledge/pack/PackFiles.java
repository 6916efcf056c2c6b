package madoguchi.knowledge.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML files that lie beside the classes; a file that is not as agreed is refused. */
final class PackFiles {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private PackFiles() {}

  static <T> T read(String name, Class<T> type) {
    return read(name, in -> YAML.readValue(in, type));
  }

  static <T> Map<String, T> readMap(String name, Class<T> values) {
    return read(
        name,
        in ->
            YAML.readValue(
                in,
                YAML.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, values)));
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
