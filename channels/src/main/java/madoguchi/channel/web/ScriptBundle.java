package madoguchi.channel.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Modules as one script, put together when the server starts: a browser asks once instead of twenty
 * times. Each keeps a scope of its own. Knows the forms of import and export that ours have.
 */
final class ScriptBundle {

  private static final Pattern IMPORT =
      Pattern.compile("import \\{[^}]*} from \"\\./(?<module>\\w+\\.js)\";");
  private static final Pattern EXPORT =
      Pattern.compile("export (?<rest>(?:async )?(?:class|function|const) (?<name>\\w+).*)");
  private static final Pattern OTHER = Pattern.compile("(?:import|export)\\b(?! ?\\().*");

  private final Map<String, String> modules;
  private final Set<String> begun = new LinkedHashSet<>();
  private final StringBuilder script = new StringBuilder("\"use strict\";\n");

  private ScriptBundle(Map<String, String> modules) {
    this.modules = modules;
  }

  /**
   * The entry with all that it imports, directly or not.
   *
   * @param modules their text by file name
   * @throws IllegalArgumentException when a module has a form of import or export that is not known
   */
  static String of(Map<String, String> modules, String entry) {
    ScriptBundle bundle = new ScriptBundle(modules);
    bundle.add(entry);
    return bundle.script.toString();
  }

  private void add(String module) {
    if (!begun.add(module)) {
      return;
    }
    List<String> names = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    boolean inComment = false;
    for (String line : Objects.requireNonNull(modules.get(module), module).split("\n")) {
      String bare = line.strip();
      Matcher imported = IMPORT.matcher(line);
      Matcher exported = EXPORT.matcher(line);
      if (inComment || bare.startsWith("/*") || bare.startsWith("//") || bare.isEmpty()) {
        inComment = (inComment || bare.startsWith("/*")) && !bare.endsWith("*/");
      } else if (imported.matches()) {
        add(imported.group("module"));
      } else if (exported.matches()) {
        names.add(exported.group("name"));
        body.append(exported.group("rest")).append('\n');
      } else if (OTHER.matcher(line).matches()) {
        throw new IllegalArgumentException("unknown form in " + module + ": " + line);
      } else {
        body.append(line).append('\n');
      }
    }
    append(names, body);
  }

  private void append(List<String> names, StringBuilder body) {
    String exports = names.stream().collect(Collectors.joining(", "));
    if (names.isEmpty()) {
      script.append("(() => {\n").append(body).append("})();\n");
    } else {
      script
          .append("const { %s } = (() => {%n".formatted(exports))
          .append(body)
          .append("return { %s };%n})();%n".formatted(exports));
    }
  }
}
