package madoguchi.bot.memory;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Rows of one kind by municipality and key, in the order of their keys. */
public final class MemoryTable<V> {

  private final Memory memory;
  private final TreeMap<String, V> rows = new TreeMap<>();

  MemoryTable(Memory memory) {
    this.memory = memory;
  }

  /** The row of that key. */
  public Optional<V> get(MunicipalityCode municipality, String key) {
    return memory.atomically(() -> Optional.ofNullable(rows.get(address(municipality, key))));
  }

  /** Adds or replaces a row; a null row removes it. */
  public void put(MunicipalityCode municipality, String key, @Nullable V row) {
    memory.atomically(
        () -> {
          String address = address(municipality, key);
          V old = rows.get(address);
          memory.onUndo(() -> set(address, old));
          set(address, row);
          return true;
        });
  }

  /** The rows of one municipality that fulfil the condition. */
  public List<V> rows(MunicipalityCode municipality, Predicate<V> condition) {
    String from = address(municipality, "");
    return memory.atomically(
        () ->
            rows.subMap(from, from + Character.MAX_VALUE).values().stream()
                .filter(condition)
                .toList());
  }

  /** The rows of all municipalities. */
  public List<V> all() {
    return memory.atomically(() -> List.copyOf(rows.values()));
  }

  private void set(String address, @Nullable V row) {
    if (row == null) {
      rows.remove(address);
    } else {
      rows.put(address, row);
    }
  }

  private static String address(MunicipalityCode municipality, String key) {
    return municipality.value() + ' ' + key;
  }
}
