package madoguchi.knowledge.pack;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A department as the town has it.
 *
 * @param name the town's own name for it, such as 市民課
 * @param telephone with hyphens
 * @param place where its counter is
 * @param hours when it is open, in words
 */
public record TownDepartment(
    String name, @JsonProperty("phone") String telephone, String place, String hours) {

  /** The value of a placeholder such as {@code dept.name}. */
  String fact(String key) {
    return switch (key) {
      case "dept.name" -> name;
      case "dept.phone" -> telephone;
      case "dept.place" -> place;
      case "dept.hours" -> hours;
      default -> throw new IllegalArgumentException("no such fact of a department: " + key);
    };
  }
}
